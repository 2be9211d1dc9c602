import { describe, expect, test } from "vitest";
import { hatsFrom, type Hat } from "../rights/hats.js";
import { hatsOn } from "../rights/viewer.js";
import { demoCompany, unitId, userId, viewerAs } from "../testing/demo-company.js";
import { issueFacts, verdictText } from "../testing/issues.js";
import { canComment, canEditComment, canReadComment } from "./comment.js";

const company = demoCompany();

describe("section 2: who comments", () => {
  test.each<[Hat, string, string]>([
    ["MANAGER", "allowed", "allowed"],
    ["DEVELOPER", "allowed", "FORBIDDEN R10"],
    ["HOLDER", "allowed", "FORBIDDEN R10"],
    ["AUTHOR", "allowed", "FORBIDDEN R10"],
    ["STEP_HEAD", "allowed", "FORBIDDEN R10"],
    ["ANALYST", "FORBIDDEN R10", "FORBIDDEN R10"],
    ["FOLLOWER", "FORBIDDEN R10", "FORBIDDEN R10"],
  ])("%s: publicly %s, internally %s", (hat, openly, internally) => {
    expect(verdictText(canComment(hatsFrom([hat]), false))).toBe(openly);
    expect(verdictText(canComment(hatsFrom([hat]), true))).toBe(internally);
  });
});

describe("R10: who reads a comment", () => {
  const reading = (login: string, internal: boolean, writtenIn: string, changes = {}) => {
    const viewer = viewerAs(company, login);
    const comment = { authorId: userId("dev.head"), internal, unitId: unitId(writtenIn) };
    return canReadComment(viewer, comment, hatsOn(viewer, issueFacts(company, changes)));
  };

  test.each([
    ["dev.dev1", false, "DEV", {}, true],
    ["dev.rep1", false, "DEV", {}, false],
    ["dev.rep1", false, "DEV", { assigneeId: userId("dev.rep1") }, true],
    ["outsider", false, "DEV", { authorId: userId("outsider") }, true],
    ["outsider", false, "DEV", { followed: true }, false],
    ["dev.head", true, "DEV", {}, true],
    ["analyst", true, "DEV", {}, true],
    ["dev.dev1", true, "DEV", {}, false],
    ["outsider", true, "DEV", { authorId: userId("outsider") }, false],
  ])(
    "%s, internal %s, written in %s, issue of DEV with %j: %s",
    (login, internal, unit, changes, expected) => {
      expect(reading(login, internal, unit, changes)).toBe(expected);
    },
  );

  test("an internal comment belongs to the unit that it was written in, wherever the issue is now", () => {
    expect(reading("sales.head", true, "SALES", { followed: true })).toBe(true);
    expect(reading("dev.head", true, "SALES")).toBe(false);
    expect(reading("boss", true, "SALES")).toBe(true);
    // Who does not see the issue reads nothing of it.
    expect(reading("sales.head", true, "SALES")).toBe(false);
  });
});

describe("section 2: who changes a comment", () => {
  const editing = (login: string, author: string, internal = false, changes = {}) => {
    const viewer = viewerAs(company, login);
    const comment = { authorId: userId(author), internal, unitId: unitId("DEV") };
    return verdictText(canEditComment(viewer, comment, hatsOn(viewer, issueFacts(company, changes))));
  };

  test.each([
    ["dev.dev1", "dev.dev1", false, {}, "allowed"],
    ["dev.head", "dev.dev1", false, {}, "FORBIDDEN R10"],
    ["boss", "dev.dev1", false, {}, "FORBIDDEN R10"],
    ["dev.head", "dev.head", true, {}, "allowed"],
    ["analyst", "analyst", true, {}, "FORBIDDEN R10"],
    ["dev.dev1", "dev.head", true, {}, "NOT_FOUND"],
    ["dev.rep1", "dev.rep1", false, { assigneeId: userId("dev.rep1") }, "allowed"],
    ["dev.rep1", "dev.rep1", false, {}, "NOT_FOUND"],
    ["dev.rep1", "dev.rep1", false, { followed: true }, "NOT_FOUND"],
    ["outsider", "outsider", false, { authorId: userId("outsider") }, "allowed"],
  ])("%s that of %s, internal %s, issue with %j: %s", (login, author, internal, changes, expected) => {
    expect(editing(login, author, internal, changes)).toBe(expected);
  });
});
