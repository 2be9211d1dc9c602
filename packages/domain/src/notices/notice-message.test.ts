import { describe, expect, it } from "vitest";
import { EVENT_KINDS, type EventKind } from "../events/event-kinds.js";
import { userId } from "../testing/demo-company.js";
import { needsDescription, NOTICE_KEYS, noticeKey, type NoticedEvent } from "./notice-message.js";

const reader = { userId: userId("7"), isHeadOf: (unit: string) => unit === "MINE" };

function event(kind: EventKind, more: Partial<NoticedEvent> = {}): NoticedEvent {
  return { kind, changes: [], issueId: "1", unitId: null, assigneeId: null, stepUnitId: null, ...more };
}

const text = (field: string, after: string) => [{ field, before: null, after }];

describe("B4: why somebody is told", () => {
  it.each<[NoticedEvent, string]>([
    [event("ISSUE_CREATED", { assigneeId: "7" }), "notice.assigned"],
    [event("ISSUE_CREATED", { assigneeId: "8" }), "notice.mentioned"],
    [event("ISSUE_ASSIGNED", { assigneeId: "7" }), "notice.assigned"],
    [event("ISSUE_ASSIGNED", { assigneeId: "8" }), "notice.passedOn"],
    [event("COMMENT_ADDED", { changes: text("body", "Ask @[A](user:7)") }), "notice.mentionedInComment"],
    [event("COMMENT_ADDED", { changes: text("body", "Ask @[A](user:8)") }), "notice.commented"],
    [event("HANDOFF_STARTED", { stepUnitId: "MINE" }), "notice.handoffAsked"],
    [event("HANDOFF_STARTED", { stepUnitId: "OTHER" }), "notice.handoffStarted"],
    [event("HANDOFF_STEP_ACCEPTED", { stepUnitId: "MINE" }), "notice.handoffAsked"],
    [event("HANDOFF_STEP_ACCEPTED"), "notice.handoffPassed"],
    [event("HANDOFF_REMINDED", { stepUnitId: "MINE" }), "notice.handoffWaits"],
    [event("HANDOFF_REMINDED", { stepUnitId: "OTHER" }), "notice.handoffLate"],
    [event("ISSUE_HANDED_OFF", { assigneeId: "7" }), "notice.handedOver"],
    [event("ISSUE_HANDED_OFF", { assigneeId: "8" }), "notice.handedOff"],
    [event("MEMBER_REMOVED", { unitId: "OTHER" }), "notice.memberRemoved"],
    [event("MEMBER_REMOVED", { unitId: "MINE" }), "notice.holderLeft"],
    [event("ISSUE_RANKED"), "notice.changedIssue"],
    [event("ROLE_EDITED", { issueId: null }), "notice.changed"],
  ])("%j is %s", (noticed, key) => {
    expect(noticeKey(noticed, reader)).toBe(key);
  });

  it("every kind of event has a sentence, and every sentence a kind or a reason", () => {
    const all = EVENT_KINDS.map((kind) => noticeKey(event(kind), reader));
    expect(all.every((key) => NOTICE_KEYS.includes(key))).toBe(true);
  });

  it("R10: a mention is told only to who reads where it stands", () => {
    expect(EVENT_KINDS.filter((kind) => needsDescription(kind, false))).toEqual([
      "ISSUE_CREATED",
      "ISSUE_EDITED",
    ]);
    expect(EVENT_KINDS.filter((kind) => needsDescription(kind, true))).toEqual(["ISSUE_EDITED"]);
  });
});
