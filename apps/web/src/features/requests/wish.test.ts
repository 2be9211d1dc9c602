// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { Names } from "../issues/activity/history-words";
import type { AskKind, AskSubject } from "./ask-model";
import { wishWords } from "./request-words";
import { moveWish, startOf, wishOf, type Choices, type Request } from "./wish";

const choices: Choices = {
  statuses: [{ id: "s1", name: "To do" }],
  people: [{ id: "u5", name: "Anna" }],
  units: [{ id: "d2", key: "SALES", name: "Sales" }],
};
const subject: AskSubject = {
  ...{ id: "1", key: "DEV-1", title: "Title", type: "TASK", priority: "NORMAL", estimate: 3, assignee: null },
  unit: { id: "3", key: "DEV", name: "Development" },
  labels: [{ id: "l1", name: "one", color: "grey" }],
};

describe("H6: what is typed becomes a wish, or is said to be none", () => {
  test.each<[AskKind, string | readonly string[], unknown]>([
    ["estimate", "5", { edit: { estimate: 5 } }],
    ["estimate", "", { edit: { estimate: null } }],
    ["estimate", "3", "same"],
    ["estimate", "much", "number"],
    ["title", "Better", { edit: { title: "Better" } }],
    ["title", "  ", "missing"],
    ["dueDate", "2026-12-24", { edit: { dueDate: "2026-12-24" } }],
    ["labels", ["l2"], { edit: { addLabels: ["l2"], removeLabels: ["l1"] } }],
    ["labels", ["l1"], "same"],
    ["status", "s1", { moveTo: "s1" }],
    ["status", "", "missing"],
    ["assignee", "u5", { assign: { assignee: "u5" } }],
    ["handOff", "d2", { handOff: { toUnit: "d2" } }],
    ["cancel", " Bought ", { cancel: { reason: "Bought" } }],
    ["cancel", " ", "missing"],
  ])("%s: %o", (kind, typed, expected) => {
    const wish = wishOf(kind, subject, typed, choices);
    expect(typeof wish === "string" ? wish : wish.act).toEqual(expected);
  });

  test("the control starts with what is there, so that sending it unchanged asks for nothing", () => {
    for (const kind of ["title", "type", "priority", "estimate", "labels", "assignee"] as const) {
      expect([kind, wishOf(kind, subject, startOf(kind, subject), choices)]).toEqual([kind, "same"]);
    }
  });
});

describe("H6: a request in words", () => {
  const none = new Map<string, string>();
  const names: Names = { status: none, unit: none, label: new Map([["l2", "two"]]), user: none, issue: none };
  const request = (shown: Partial<Request>): Request => ({
    ...{ id: "1", kind: "EDIT", state: "PENDING", changes: [], status: null, assignee: null, toUnit: null },
    ...{ askedBy: { id: "u1", name: "Me", avatarUrl: null }, askedAt: "", comment: null, decidedBy: null },
    ...{ decidedAt: null, reason: null, canDecide: false, canWithdraw: false },
    ...shown,
  });

  test.each<[string, Partial<Request>, string[]]>([
    ["a move", moveWish({ id: "s1", name: "To do" }).shown, ["Move to “To do”"]],
    ["an edit", { changes: [{ field: "estimate", before: null, after: 5 }] }, ["Estimate: “5”"]],
    ["an emptied field", { changes: [{ field: "dueDate", before: null, after: null }] }, ["Due date: empty"]],
    ["labels", { changes: [{ field: "labels", before: [], after: ["l2"] }] }, ["Add labels: two"]],
    ["what is hidden", { changes: [] }, ["Something that is hidden for your role"]],
    [
      "a hand-off",
      {
        kind: "HAND_OFF",
        toUnit: { id: "d2", key: "SALES", name: "Sales" },
        changes: [{ field: "handoffTo", before: null, after: "d2" }],
      },
      ["Hand off to “Sales”"],
    ],
    [
      "a cancelling",
      {
        kind: "CANCEL",
        changes: [
          { field: "resolution", before: null, after: "CANCELLED" },
          { field: "reason", before: null, after: "Bought" },
        ],
      },
      ["Cancel it: “Bought”"],
    ],
  ])("%s", (_what, shown, words) => {
    expect(wishWords(request(shown), names)).toEqual(words);
  });
});
