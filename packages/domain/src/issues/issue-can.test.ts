import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hatsOn } from "../rights/viewer.js";
import { demoCompany, statusId, unitId, userId, viewerAs } from "../testing/demo-company.js";
import { issueFacts, statusIn } from "../testing/issues.js";
import { canEdit, EDITABLE_FIELDS } from "./edit-issue.js";
import type { IssueFacts } from "./issue-facts.js";
import { issueCan } from "./issue-can.js";
import { canMoveTo } from "./workflow.js";

const company = demoCompany();

function summary(login: string, changes: Partial<IssueFacts> = {}) {
  const viewer = viewerAs(company, login);
  const facts = issueFacts(company, changes);
  const { edit, moveTo, ...flags } = issueCan(
    company,
    viewer,
    { ...facts, resolution: null },
    hatsOn(viewer, facts),
  );
  return {
    edits: edit.length,
    moveTo: moveTo.map((status) => status.name),
    may: Object.entries(flags)
      .filter(([, allowed]) => allowed)
      .map(([action]) => action),
  };
}

const OPEN_BUT_PRESENT = ["Backlog", "To do", "Review", "Resolved"];
const ALL = EDITABLE_FIELDS.length;
const closed = { status: statusIn(company, "DEV", "Closed") };

describe("R12: what one may do with an issue of DEV that is in progress and free", () => {
  test.each([
    [
      "dev.head",
      {},
      {
        edits: ALL,
        moveTo: OPEN_BUT_PRESENT,
        may: ["comment", "assign", "take", "handOff", "cancel", "merge", "relate"],
      },
    ],
    ["dev.dev1", {}, { edits: 0, moveTo: OPEN_BUT_PRESENT, may: ["comment", "take", "handOff"] }],
    [
      "dev.dev1",
      { assigneeId: userId("dev.dev2") },
      { edits: 0, moveTo: OPEN_BUT_PRESENT, may: ["comment"] },
    ],
    [
      "dev.dev1",
      { assigneeId: userId("dev.dev1") },
      { edits: 0, moveTo: OPEN_BUT_PRESENT, may: ["comment", "handOff"] },
    ],
    ["dev.head", { inTransit: true }, { edits: 0, moveTo: [], may: ["comment"] }],
    ["boss", { inTransit: true }, { edits: 0, moveTo: [], may: ["comment"] }],
    ["sales.head", { stepUnitId: unitId("SALES") }, { edits: 0, moveTo: [], may: ["comment"] }],
    ["analyst", {}, { edits: 0, moveTo: [], may: [] }],
    ["outsider", { authorId: userId("outsider") }, { edits: 0, moveTo: [], may: ["comment"] }],
    ["outsider", { followed: true }, { edits: 0, moveTo: [], may: [] }],
    [
      "dev.rep1",
      { assigneeId: userId("dev.rep1") },
      { edits: 0, moveTo: ["Review", "Resolved"], may: ["comment"] },
    ],
    [
      "boss",
      {},
      {
        edits: ALL,
        moveTo: [...OPEN_BUT_PRESENT, "Closed"],
        may: ["comment", "assign", "take", "handOff", "close", "cancel", "merge", "relate"],
      },
    ],
    [
      "boss",
      { unfinishedSubIssues: 1 },
      {
        edits: ALL,
        moveTo: ["Backlog", "To do", "Review"],
        may: ["comment", "assign", "take", "handOff", "relate"],
      },
    ],
  ])("%s, with %j", (login, changes, expected) => {
    expect(summary(login, changes)).toEqual(expected);
  });

  test("L2: a closed one is reopened by a boss alone", () => {
    expect(summary("dev.head", closed)).toEqual({
      edits: ALL,
      moveTo: [],
      may: ["comment", "assign", "relate"],
    });
    expect(summary("boss", closed).may).toEqual(["comment", "assign", "reopen", "archive", "relate"]);
  });

  test("L5: an archived one is left alone, but for comments", () => {
    expect(summary("boss", { ...closed, archived: true })).toEqual({
      edits: 0,
      moveTo: [],
      may: ["comment"],
    });
  });
});

test("R12: what is shown is what the attempt would be told", () => {
  const factsArb = fc.record({
    assigneeId: fc.option(fc.constantFrom("dev.rep1", "dev.dev1").map(userId)),
    authorId: fc.constantFrom("outsider", "dev.dev1").map(userId),
    followed: fc.boolean(),
    archived: fc.boolean(),
    unitArchived: fc.boolean(),
    unfinishedSubIssues: fc.nat(1),
    status: fc.constantFrom("Backlog", "Resolved", "Closed").map((name) => statusIn(company, "DEV", name)),
  });
  const loginArb = fc.constantFrom("boss", "dev.head", "dev.dev1", "dev.rep1", "analyst", "outsider");
  fc.assert(
    fc.property(loginArb, factsArb, (login, changes) => {
      const [viewer, facts] = [viewerAs(company, login), issueFacts(company, changes)];
      const hats = hatsOn(viewer, facts);
      const can = issueCan(company, viewer, { ...facts, resolution: null }, hats);
      for (const field of EDITABLE_FIELDS) {
        expect(can.edit.includes(field)).toBe(canEdit(facts, hats, [field]).allowed);
      }
      for (const status of company.statusesOfUnit.get(unitId("DEV")) ?? []) {
        const isOther = status.id !== facts.status.id;
        const isAllowed = canMoveTo(facts, hats, viewer.isBoss, status).allowed;
        expect(can.moveTo.includes(status)).toBe(isOther && isAllowed);
      }
      expect(can.close).toBe(can.moveTo.some((status) => status.id === statusId("DEV", "Closed")));
    }),
    { numRuns: 300 },
  );
});
