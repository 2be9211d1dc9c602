import { describe, expect, test } from "vitest";
import { hatsFrom, type Hat } from "../rights/hats.js";
import {
  day,
  demoCompany,
  TODAY,
  unitId,
  userId,
  withInactive,
  withMembers,
} from "../testing/demo-company.js";
import { issueFacts, statusIn, verdictText } from "../testing/issues.js";
import { canAssign, canBeAssigned, canTake } from "./assign-issue.js";

const company = demoCompany();

describe("section 2: who can hold an issue of DEV", () => {
  test.each([
    ["dev.head", true],
    ["prod.head", true],
    ["boss", true],
    ["dev.dev1", true],
    ["dev.rep1", true],
    ["app.head", true],
    ["analyst", false],
    ["sales.head", false],
    ["design.head", false],
    ["admin", false],
    ["outsider", false],
    ["nobody", false],
  ])("%s: %s", (login, expected) => {
    expect(canBeAssigned(company, userId(login), unitId("DEV"), TODAY)).toBe(expected);
  });

  test("an inactive developer cannot, a deputy of the boss can on their days", () => {
    expect(canBeAssigned(withInactive("dev.dev1"), userId("dev.dev1"), unitId("DEV"), TODAY)).toBe(false);
    const deputy = { userId: userId("outsider"), bossId: userId("boss"), from: TODAY, to: TODAY };
    const withDeputy = demoCompany({ deputies: [deputy] });
    expect(canBeAssigned(withDeputy, userId("outsider"), unitId("DEV"), TODAY)).toBe(true);
    expect(canBeAssigned(withDeputy, userId("outsider"), unitId("DEV"), day("2026-11-26"))).toBe(false);
  });
});

describe("L3: naming the holder", () => {
  const assigning = (hats: readonly Hat[], login: string | null, changes = {}, inCompany = company) => {
    const assignee = login === null ? null : userId(login);
    return verdictText(canAssign(inCompany, issueFacts(company, changes), hatsFrom(hats), assignee, TODAY));
  };

  const cases: readonly (readonly [readonly Hat[], string | null, string])[] = [
    [["MANAGER"], "dev.dev1", "allowed"],
    [["MANAGER"], "dev.rep1", "allowed"],
    [["MANAGER"], null, "allowed"],
    [["MANAGER"], "outsider", "BAD_USER_INPUT assignee"],
    [["MANAGER"], "design.dev1", "BAD_USER_INPUT assignee"],
    [["MANAGER"], "analyst", "BAD_USER_INPUT assignee"],
    [["MANAGER"], "nobody", "NOT_FOUND"],
    [["DEVELOPER"], "dev.dev1", "FORBIDDEN L3"],
    [["DEVELOPER", "HOLDER"], null, "FORBIDDEN L3"],
    [["REPORTER", "HOLDER"], "dev.dev1", "FORBIDDEN L3"],
    [["ANALYST"], "dev.dev1", "FORBIDDEN L3"],
    [["AUTHOR"], "outsider", "FORBIDDEN L3"],
  ];
  test.each(cases)("%j names %s: %s", (hats, login, expected) => {
    expect(assigning(hats, login)).toBe(expected);
  });

  test("R2: a new member can be named at once; L5: nobody for an archived issue", () => {
    expect(assigning(["MANAGER"], "outsider", {}, withMembers(["DEV", "outsider", "DEVELOPER"]))).toBe(
      "allowed",
    );
    expect(assigning(["MANAGER"], "dev.dev1", { archived: true })).toBe("CONFLICT L5");
    expect(assigning(["MANAGER"], null, { unitArchived: true })).toBe("CONFLICT R1");
  });
});

describe("R5: taking", () => {
  const taking = (hats: readonly Hat[], changes = {}) =>
    verdictText(canTake(issueFacts(company, changes), hatsFrom(hats)));
  const closed = { status: statusIn(company, "DEV", "Closed") };
  const resolved = { status: statusIn(company, "DEV", "Resolved") };

  const cases: readonly (readonly [string, readonly Hat[], object, string])[] = [
    ["a free issue", ["DEVELOPER"], {}, "allowed"],
    ["a free issue", ["MANAGER"], {}, "allowed"],
    ["a free issue that is resolved, so open", ["DEVELOPER"], resolved, "allowed"],
    ["one that another holds", ["DEVELOPER"], { assigneeId: userId("dev.dev2") }, "CONFLICT R5"],
    ["one that another holds", ["MANAGER"], { assigneeId: userId("dev.dev2") }, "CONFLICT R5"],
    ["a closed one", ["DEVELOPER"], closed, "CONFLICT R5"],
    ["an archived one", ["DEVELOPER"], { archived: true }, "CONFLICT L5"],
    ["a free issue", ["ANALYST"], {}, "FORBIDDEN R5"],
    ["a free issue", ["AUTHOR"], {}, "FORBIDDEN R5"],
    ["one that another holds", ["FOLLOWER"], { assigneeId: userId("dev.dev2") }, "FORBIDDEN R5"],
  ];
  test.each(cases)("%s by %j (%j): %s", (_what, hats, changes, expected) => {
    expect(taking(hats, changes)).toBe(expected);
  });
});
