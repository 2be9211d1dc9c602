import { describe, expect, test } from "vitest";
import { changeWords, eventWords, hasWords, type HistoryEvent, type Names } from "./history-words";

const names: Names = {
  status: new Map([
    ["1", "To do"],
    ["2", "Review"],
  ]),
  unit: new Map(),
  label: new Map([
    ["7", "frontend"],
    ["8", "urgent"],
  ]),
  user: new Map([["5", "Anna Kovács"]]),
  issue: new Map([["12", "DEV-12"]]),
};

test.each([
  ["status", "1", "2", "Status: from “To do” to “Review”"],
  ["assignee", null, "5", "Assignee: set to “Anna Kovács”"],
  ["assignee", { id: "5", name: "Anna Kovács" }, null, "Assignee: cleared, was “Anna Kovács”"],
  ["assignee", null, "99", "Assignee: set to “somebody or something that is not there any more”"],
  ["priority", "NORMAL", "URGENT", "Priority: from “Normal” to “Urgent”"],
  ["dueDate", "2026-11-25", "2026-12-01", "Due date: from “25 Nov 2026” to “1 Dec 2026”"],
  ["estimate", 2.5, 0, "Estimate: from “2.5” to “0”"],
  ["labels", ["7"], ["7", "8"], "Labels: from “frontend” to “frontend, urgent”"],
  ["labels", ["7"], [], "Labels: cleared, was “frontend”"],
  ["description", "a long text", "another", "Description: changed"],
  ["title", "Old", "New", "Title: from “Old” to “New”"],
])("a change of %s reads as a sentence", (field, before, after, words) => {
  expect(changeWords({ field, before, after }, names)).toBe(words);
});

const event = (kind: string, fields: string[]): HistoryEvent => ({
  id: "1",
  at: "2026-11-25T10:00:00Z",
  kind,
  actor: null,
  onBehalfOf: null,
  changes: fields.map((field) => ({ field, before: null, after: "x" })),
});

test("a creation is one sentence, whatever it started with", () => {
  expect(eventWords(event("ISSUE_CREATED", ["title", "status"]), names)).toEqual(["created the issue"]);
});

test("what says nothing to a reader is left out: ranks, and comments, which stand for themselves", () => {
  expect(hasWords(event("ISSUE_MOVED", ["rank"]))).toBe(false);
  expect(hasWords(event("COMMENT_ADDED", ["comments"]))).toBe(false);
  expect(eventWords(event("COMMENT_EDITED", ["comments"]), names)).toEqual(["edited a comment"]);
  expect(hasWords(event("ISSUE_MOVED", ["status", "rank"]))).toBe(true);
  expect(eventWords(event("ISSUE_MOVED", ["status", "rank"]), names)).toHaveLength(1);
});

test("I6: an undo says that it is one, and what it brought back", () => {
  const undone = { ...event("ISSUE_UNDONE", []), changes: [{ field: "status", before: "2", after: "1" }] };
  expect(hasWords(undone)).toBe(true);
  expect(eventWords(undone, names)).toEqual([
    "took back an earlier change",
    "Status: from “Review” to “To do”",
  ]);
  expect(hasWords(event("ISSUE_UNDONE", ["rank"]))).toBe(false);
});

describe("events of a hand-off (H2, H5, H6)", () => {
  const known: Names = {
    ...names,
    unit: new Map([
      ["10", "Sales"],
      ["11", "Development"],
    ]),
  };
  const transit = (after: boolean) => ({ field: "inTransit", before: !after, after });
  const turn = (before: string | null, after: string | null) => ({ field: "handoffStep", before, after });
  const said = (after: string) => ({ field: "handoffWords", before: null, after });

  test.each([
    [
      "HANDOFF_STARTED",
      [transit(true), turn(null, "11"), { field: "handoffTo", before: null, after: "10" }, said("Please")],
      ["began a hand-off to “Sales”", "“Please”"],
    ],
    [
      "HANDOFF_STEP_ACCEPTED",
      [turn("11", "10")],
      ["accepted the hand-off for “Development”; it goes on to “Sales”"],
    ],
    ["HANDOFF_ACCEPTED", [transit(false), turn("10", null)], ["accepted the hand-off for “Sales”"]],
    [
      "HANDOFF_ACCEPTED",
      [{ field: "handoffTo", before: null, after: "10" }],
      ["took it along with the issue above it"],
    ],
    [
      "HANDOFF_REFUSED",
      [transit(false), turn("10", null), said("Not ours")],
      ["refused the hand-off for “Sales”", "“Not ours”"],
    ],
    ["HANDOFF_WITHDRAWN", [transit(false), turn("10", null)], ["withdrew the hand-off"]],
    [
      "HANDOFF_REMINDED",
      [{ field: "handoffReminder", before: null, after: "HEADS" }],
      ["reminded the heads for whom the hand-off waits"],
    ],
    [
      "HANDOFF_REMINDED",
      [{ field: "handoffReminder", before: null, after: "ABOVE" }],
      ["told the head above that the hand-off waits"],
    ],
  ])("%s reads as a sentence, its words in quotes where they are readable", (kind, changes, sentences) => {
    const event = { id: "1", at: "2026-11-25T10:00:00Z", kind, actor: null, onBehalfOf: null, changes };
    expect(hasWords(event)).toBe(true);
    expect(eventWords(event, known)).toEqual(sentences);
  });
});

describe("how work ends and comes back reads as one act (L2, L5)", () => {
  const of = (kind: string, changes: HistoryEvent["changes"]): HistoryEvent => ({
    ...event(kind, []),
    changes,
  });
  const status = { field: "status", before: "1", after: "2" };
  const reason = { field: "reason", before: null, after: "The sum is wrong." };
  const duplicates = { field: "relations", before: ["BLOCKS 9"], after: ["BLOCKS 9", "DUPLICATES 12"] };

  test.each([
    ["ISSUE_CLOSED", [status], ["closed the issue"]],
    ["ISSUE_RETURNED", [status, reason], ["returned it for more work", "“The sum is wrong.”"]],
    ["ISSUE_REOPENED", [status, reason], ["reopened the issue", "“The sum is wrong.”"]],
    ["ISSUE_CANCELLED", [status, reason], ["cancelled the issue", "“The sum is wrong.”"]],
    ["ISSUE_MERGED", [status, duplicates], ["merged it into DEV-12"]],
    ["ISSUE_MERGED", [status], ["merged it into another issue"]],
    ["ISSUE_ARCHIVED", [{ field: "archived", before: false, after: true }], ["archived the issue"]],
  ])("%s", (kind, changes, sentences) => {
    expect(hasWords(of(kind, changes))).toBe(true);
    expect(eventWords(of(kind, changes), names)).toEqual(sentences);
  });

  test("I2: relations are told one by one, as they read from this issue; one that cannot be seen has no key", () => {
    const changes = [
      { field: "relations", before: ["BLOCKED_BY 12", "RELATES 3"], after: ["RELATES 3", "FOLLOWS 77 2"] },
    ];
    expect(eventWords(of("ISSUE_RELATED", changes), names)).toEqual([
      "Follows: another issue added",
      "Blocked by: DEV-12 removed",
    ]);
  });
});
