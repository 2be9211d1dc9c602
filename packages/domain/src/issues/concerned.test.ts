import { describe, expect, it } from "vitest";
import { demoCompany, unitId, userId } from "../testing/demo-company.js";
import {
  concernedByAssigning,
  concernedByComment,
  concernedByHandoff,
  concernedByMembership,
  holdersNow,
} from "./concerned.js";

const company = demoCompany();
const parties = { unitId: unitId("DEV"), assigneeId: userId("dev.rep1"), authorId: userId("outsider") };

describe("B4: whom a change concerns", () => {
  it("the holder, or the heads while nobody is named", () => {
    expect(holdersNow(company, parties)).toEqual(["dev.rep1"]);
    expect(holdersNow(company, { ...parties, assigneeId: null })).toEqual(["dev.head"]);
  });

  it("whoever is assigned and whose it was; the author, when somebody takes it", () => {
    expect(concernedByAssigning(company, parties, userId("dev.dev1"), false)).toEqual([
      "dev.dev1",
      "dev.rep1",
    ]);
    const free = { ...parties, assigneeId: null };
    expect(concernedByAssigning(company, free, userId("dev.dev1"), true)).toEqual(["dev.dev1", "outsider"]);
  });

  it("the holder and the author of what is talked about, each once", () => {
    expect(concernedByComment(company, parties, "Hello")).toEqual(["dev.rep1", "outsider"]);
    const own = { ...parties, assigneeId: userId("outsider") };
    expect(concernedByComment(company, own, "Hello")).toEqual(["outsider"]);
  });

  it("H5: who began a hand-off and the author, beside those whose turn it is", () => {
    const followers = { startedBy: userId("dev.head"), authorId: userId("outsider") };
    expect(concernedByHandoff(company, followers, [userId("sales.head")])).toEqual([
      "sales.head",
      "dev.head",
      "outsider",
    ]);
  });

  it("R2: the bosses when an admin does it, the heads when issues stay behind; nobody who is not there", () => {
    const told = (byAdmin: boolean, leavesIssues: boolean) =>
      concernedByMembership(company, unitId("DEV"), { byAdmin, leavesIssues });
    expect([told(false, false), told(true, false), told(true, true)]).toEqual([
      [],
      ["boss"],
      ["boss", "dev.head"],
    ]);
    expect(concernedByComment(company, { ...parties, authorId: userId("nobody") }, "")).toEqual(["dev.rep1"]);
  });
});
