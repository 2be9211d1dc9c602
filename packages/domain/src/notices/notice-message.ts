import type { FieldChange } from "../events/changes.js";
import type { EventKind } from "../events/event-kinds.js";
import { mentionsIn } from "../issues/mentions.js";
import type { UnitId, UserId } from "../shared/ids.js";

/**
 * Every sentence that a notice can be (B4), and the names of its parameters. `actor` is a name, empty where the product
 * itself acts; `issue` a key; `person` and `unit` names that all staff read. No value of a record is among them (R10).
 */
export const NOTICE_PARAMS = {
  "notice.assigned": ["actor", "issue"],
  "notice.passedOn": ["actor", "issue"],
  "notice.taken": ["actor", "issue"],
  "notice.mentioned": ["actor", "issue"],
  "notice.mentionedInComment": ["actor", "issue"],
  "notice.commented": ["actor", "issue"],
  "notice.handoffAsked": ["actor", "issue"],
  "notice.handoffStarted": ["actor", "issue"],
  "notice.handoffPassed": ["actor", "issue"],
  "notice.handoffAccepted": ["actor", "issue"],
  "notice.handoffRefused": ["actor", "issue"],
  "notice.handoffWithdrawn": ["actor", "issue"],
  "notice.handoffWaits": ["issue"],
  "notice.handoffLate": ["issue"],
  "notice.handedOver": ["actor", "issue"],
  "notice.handedOff": ["actor", "issue"],
  "notice.requested": ["actor", "issue"],
  "notice.requestAccepted": ["actor", "issue"],
  "notice.requestRefused": ["actor", "issue"],
  "notice.requestWithdrawn": ["actor", "issue"],
  "notice.returned": ["actor", "issue"],
  "notice.reopened": ["actor", "issue"],
  "notice.deputyNamed": ["actor"],
  "notice.deputyEnded": ["actor"],
  "notice.memberAdded": ["actor", "person", "unit"],
  "notice.memberRemoved": ["actor", "person", "unit"],
  "notice.holderLeft": ["actor", "person", "unit"],
  "notice.changedIssue": ["actor", "issue"],
  "notice.changed": ["actor"],
} as const satisfies Readonly<Record<`notice.${string}`, readonly NoticeParam[]>>;

export type NoticeParam = "actor" | "issue" | "person" | "unit";
export type NoticeKey = keyof typeof NOTICE_PARAMS;
export const NOTICE_KEYS = Object.keys(NOTICE_PARAMS) as NoticeKey[];

/** An event as its reader reads it now, with what decides why it concerns them. */
export interface NoticedEvent {
  readonly kind: EventKind;
  /** As far as the reader reads them. */
  readonly changes: readonly FieldChange[];
  readonly issueId: string | null;
  readonly unitId: string | null;
  /** Who was named by it, and whose turn it was then. */
  readonly assigneeId: string | null;
  readonly stepUnitId: string | null;
}

export interface NoticeReader {
  readonly userId: UserId;
  /** Whether work that goes to the unit waits for them: its heads (section 1). */
  readonly isHeadOf: (unitId: UnitId) => boolean;
}

type Because = (event: NoticedEvent, reader: NoticeReader) => NoticeKey;

function mentions({ changes }: NoticedEvent, field: string, { userId }: NoticeReader): boolean {
  const change = changes.find((one) => one.field === field);
  return typeof change?.after === "string" && mentionsIn(change.after).includes(userId);
}

const isNamed = ({ assigneeId }: NoticedEvent, { userId }: NoticeReader) => assigneeId === userId;

/** Whether it was then, and is still, the reader who is asked. */
function isAsked({ stepUnitId }: NoticedEvent, reader: NoticeReader): boolean {
  return stepUnitId !== null && reader.isHeadOf(stepUnitId as UnitId);
}

const ofComment: Because = (event, reader) =>
  mentions(event, "body", reader) ? "notice.mentionedInComment" : "notice.commented";

const BECAUSE: Readonly<Partial<Record<EventKind, Because>>> = {
  ISSUE_CREATED: (event, reader) => (isNamed(event, reader) ? "notice.assigned" : "notice.mentioned"),
  ISSUE_EDITED: () => "notice.mentioned",
  ISSUE_ASSIGNED: (event, reader) => (isNamed(event, reader) ? "notice.assigned" : "notice.passedOn"),
  ISSUE_TAKEN: () => "notice.taken",
  // Told to whom it names or names no more.
  ISSUE_UNDONE: (event, reader) => (isNamed(event, reader) ? "notice.assigned" : "notice.passedOn"),
  ISSUE_RETURNED: () => "notice.returned",
  ISSUE_REOPENED: () => "notice.reopened",
  ISSUE_HANDED_OFF: (event, reader) => (isNamed(event, reader) ? "notice.handedOver" : "notice.handedOff"),
  HANDOFF_STARTED: (event, reader) =>
    isAsked(event, reader) ? "notice.handoffAsked" : "notice.handoffStarted",
  HANDOFF_STEP_ACCEPTED: (event, reader) =>
    isAsked(event, reader) ? "notice.handoffAsked" : "notice.handoffPassed",
  HANDOFF_ACCEPTED: () => "notice.handoffAccepted",
  HANDOFF_REFUSED: () => "notice.handoffRefused",
  HANDOFF_WITHDRAWN: () => "notice.handoffWithdrawn",
  HANDOFF_REMINDED: (event, reader) =>
    isAsked(event, reader) ? "notice.handoffWaits" : "notice.handoffLate",
  REQUEST_MADE: () => "notice.requested",
  REQUEST_ACCEPTED: () => "notice.requestAccepted",
  REQUEST_REFUSED: () => "notice.requestRefused",
  REQUEST_WITHDRAWN: () => "notice.requestWithdrawn",
  COMMENT_ADDED: ofComment,
  COMMENT_EDITED: ofComment,
  DEPUTY_NAMED: () => "notice.deputyNamed",
  DEPUTY_ENDED: () => "notice.deputyEnded",
  MEMBER_ADDED: () => "notice.memberAdded",
  // Bosses are told of what an admin did, heads only of who leaves issues behind.
  MEMBER_REMOVED: ({ unitId }, reader) =>
    unitId !== null && reader.isHeadOf(unitId as UnitId) ? "notice.holderLeft" : "notice.memberRemoved",
};

/** B4: why a reader is told of an event, as the key of the sentence that says so. */
export function noticeKey(event: NoticedEvent, reader: NoticeReader): NoticeKey {
  const because = BECAUSE[event.kind];
  if (because) return because(event, reader);
  return event.issueId === null ? "notice.changed" : "notice.changedIssue";
}

/**
 * R10: a mention in what is asked is told only to who reads the description: there it stands. Everything else concerns
 * its reader by what they read anyhow.
 */
export function needsDescription(kind: EventKind, isNamedInIt: boolean): boolean {
  return kind === "ISSUE_EDITED" || (kind === "ISSUE_CREATED" && !isNamedInIt);
}
