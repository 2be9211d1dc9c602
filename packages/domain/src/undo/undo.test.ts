import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldChange } from "../events/changes.js";
import { EVENT_KINDS, type EventKind } from "../events/event-kinds.js";
import type { IssueId, UserId } from "../shared/ids.js";
import { builtOn } from "./built-on.js";
import { canUndo, isTheirs, isUndoable } from "./can-undo.js";
import type { LoggedEvent } from "./logged-event.js";
import { turnedBack } from "./turned-back.js";
import { UNDO_OBSTACLES, UNDO_WAY } from "./undo-ways.js";

const ME = "1" as UserId;
const OTHER = "2" as UserId;
const me = { userId: ME, isBoss: false };
const boss = { userId: ME, isBoss: true };

function event(id: number, more: Partial<LoggedEvent> = {}): LoggedEvent {
  const about = { entity: "issue", entityId: "7", issueId: "7" as IssueId };
  const made = { operation: String(id), actorId: ME, kind: "ISSUE_EDITED" as EventKind };
  return { id: String(id), ...about, ...made, undoes: null, changes: [], ...more };
}
const change = (field: string, before: FieldChange["before"], after: FieldChange["after"]) => ({
  field,
  before,
  after,
});
const title = (id: number, more: Partial<LoggedEvent> = {}) =>
  event(id, { changes: [change("title", "a", "b")], ...more });

describe("I6: which actions can be undone", () => {
  it("LAW before FORBIDDEN before CONFLICT", () => {
    const closed = event(1, {
      kind: "ISSUE_CLOSED",
      actorId: OTHER,
      changes: [change("closedAt", null, "x")],
    });
    expect(isTheirs(me, closed)).toMatchObject({ code: "LAW", rule: "L2", message: "issue.onlyBossReopens" });
    expect(isTheirs(boss, closed)).toMatchObject({ code: "FORBIDDEN", rule: "I6" });
    const archived = event(1, { kind: "ISSUE_ARCHIVED", changes: [change("archived", false, true)] });
    expect(isTheirs(me, archived)).toMatchObject({ code: "LAW", rule: "L5" });
    expect(canUndo(me, [event(1, { kind: "ISSUE_CREATED", actorId: OTHER })])).toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("every kind has a way back, stays beside, or says why not", () => {
    for (const kind of EVENT_KINDS) {
      const decision = canUndo(boss, [event(1, { kind })]);
      const way = UNDO_WAY[kind];
      const isObstacle = (UNDO_OBSTACLES as readonly string[]).includes(way);
      const message = isObstacle ? way : way === "BESIDE" ? "undo.saidStays" : undefined;
      expect(decision.allowed ? undefined : decision.message).toBe(message);
    }
  });

  it("what stays beside does not stand in the way, and what cannot be undone takes all with it", () => {
    const moved = event(2, { operation: "1", kind: "ISSUE_MOVED" });
    const beside = event(1, { operation: "1", kind: "COMMENT_ADDED" });
    expect(canUndo(me, [beside, moved])).toMatchObject({ allowed: true, value: [moved] });
    expect(canUndo(me, [moved, event(3, { operation: "1", kind: "ISSUE_CREATED" })]).allowed).toBe(false);
  });

  it("H2: a step that was accepted in the initiator's name goes with the hand-off; another's answer stands", () => {
    const started = event(1, { kind: "HANDOFF_STARTED", entity: "handoff", entityId: "9" });
    const step = event(2, {
      operation: "1",
      kind: "HANDOFF_STEP_ACCEPTED",
      entity: "handoff",
      entityId: "9",
    });
    expect(canUndo(me, [started, step])).toMatchObject({ allowed: true, value: [started] });
    expect(canUndo(me, [step])).toMatchObject({ message: "undo.answered" });
    const arrived = event(3, { operation: "1", kind: "ISSUE_HANDED_OFF" });
    expect(canUndo(me, [started, step, arrived])).toMatchObject({ message: "undo.handedOff" });
  });
});

describe("I6: until something later builds on it", () => {
  it.each<[string, Partial<LoggedEvent>, string | null]>([
    ["the same field", { changes: [change("title", "b", "c")] }, "SAME_FIELD"],
    ["another field", { changes: [change("value", 1, 2)] }, null],
    ["a rank", { kind: "ISSUE_RANKED", changes: [change("rank", "a", "b")] }, null],
    ["a comment", { kind: "COMMENT_ADDED", entity: "comment", changes: [change("body", null, "x")] }, null],
    ["a closing", { kind: "ISSUE_MOVED", changes: [change("closedAt", null, "x")] }, "CLOSED"],
    ["a reopening", { kind: "ISSUE_REOPENED", changes: [change("closedAt", "x", null)] }, null],
    ["a hand-off that is pending", { kind: "HANDOFF_STARTED", entity: "handoff" }, null],
    ["a hand-off that is complete", { kind: "ISSUE_HANDED_OFF" }, "HANDED_OFF"],
    ["its own undo", { kind: "ISSUE_UNDONE", undoes: "1" }, "UNDONE"],
    ["another part of the same action", { operation: "1", changes: [change("title", "b", "c")] }, null],
  ])("%s", (_what, later, how) => {
    expect(builtOn(title(1), [title(1), event(2, later)])?.how ?? null).toBe(how);
  });

  it("I5: of a set each member is by itself", () => {
    const labels = (id: number, before: string[], after: string[]) =>
      event(id, { changes: [change("labels", before, after)] });
    const mine = labels(1, [], ["5"]);
    expect(builtOn(mine, [labels(2, ["5"], ["5", "6"])])).toBeNull();
    expect(builtOn(mine, [labels(2, ["5"], ["6"])])?.fields).toEqual(["labels"]);
  });

  it("what was taken back builds on nothing, until it is brought back", () => {
    const undo = (id: number, undoes: number) => title(id, { kind: "ISSUE_UNDONE", undoes: String(undoes) });
    const history = [title(2), undo(3, 2)];
    expect(builtOn(title(1), history)).toBeNull();
    expect(builtOn(title(1), [...history, undo(4, 3)])?.event.id).toBe("2");
    expect(builtOn(title(1), [...history, undo(4, 3), undo(5, 4)])).toBeNull();
    expect(builtOn(title(2), [undo(3, 2), undo(4, 3)])).toBeNull();
    expect(builtOn(title(2), [undo(3, 2), undo(4, 3), undo(5, 4)])).toMatchObject({ how: "UNDONE" });
  });

  it("for any acts on one field, all undone from the last to the first: each can be, and then is as it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        const acts = Array.from({ length: count }, (_, at) => title(at + 1));
        const history: LoggedEvent[] = [...acts];
        for (const act of acts.toReversed()) {
          expect(builtOn(act, history)).toBeNull();
          history.push(title(history.length + 1, { kind: "ISSUE_UNDONE", undoes: act.id }));
          expect(builtOn(act, history)?.how).toBe("UNDONE");
        }
        return history.length === 2 * count;
      }),
    );
  });

  it("a whole action is undoable while all of it is", () => {
    const both = [title(1), title(2, { operation: "1", issueId: "8" as IssueId, entityId: "8" })];
    const history = (id: string) =>
      id === "8" ? [title(3, { issueId: "8" as IssueId, entityId: "8" })] : [];
    expect(isUndoable(me, both, () => [])).toBe(true);
    expect(isUndoable(me, both, history)).toBe(false);
    expect(isUndoable({ ...me, userId: OTHER }, both, () => [])).toBe(false);
  });
});

describe("I6: changes turned round", () => {
  it("values go back, members of sets are taken out and put in", () => {
    const changes = [
      change("title", "a", "b"),
      change("labels", ["1", "2"], ["2", "3"]),
      change("status", "4", "5"),
      change("closedAt", "2026-11-25T10:00:00.000Z", null),
      change("relations", ["BLOCKS 9"], ["FOLLOWS 8 3"]),
      change("reason", null, "because"),
    ];
    expect(turnedBack({ changes })).toEqual({
      edit: { title: "a", addLabels: ["1"], removeLabels: ["3"] },
      values: new Map([
        ["status", "4"],
        ["closedAt", "2026-11-25T10:00:00.000Z"],
      ]),
      relations: { again: ["BLOCKS 9"], end: ["FOLLOWS 8 3"] },
    });
  });
});
