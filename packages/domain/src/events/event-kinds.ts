/** What an event can record (L4, I8). Later features add theirs. */
export const EVENT_KINDS = [
  "COMPANY_SET_UP",
  "USER_CREATED",
  "INVITED",
  "USER_DEACTIVATED",
  "PASSWORD_CHANGED",
  "TOKEN_CREATED",
  "TOKEN_REVOKED",
  "UNIT_CREATED",
  "UNIT_MOVED",
  "UNIT_ARCHIVED",
  "MEMBER_ADDED",
  "MEMBER_REMOVED",
  "LABEL_CREATED",
  "UNIT_HANDOFF_SET",
  "COMPANY_HANDOFF_SET",
  "ROLE_CREATED",
  "ROLE_EDITED",
  "ROLE_ARCHIVED",
  "DEPUTY_NAMED",
  "DEPUTY_ENDED",
  "ISSUE_CREATED",
  "ISSUE_EDITED",
  "ISSUE_MOVED",
  "ISSUE_ASSIGNED",
  "ISSUE_TAKEN",
  // The rank alone changed, because its neighbourhood was spread (I4).
  "ISSUE_RANKED",
  "HANDOFF_STARTED",
  "HANDOFF_STEP_ACCEPTED",
  // The last step was accepted: the hand-off is over, and ISSUE_HANDED_OFF tells what it did to the issue (H4).
  "HANDOFF_ACCEPTED",
  "HANDOFF_REFUSED",
  "HANDOFF_WITHDRAWN",
  "HANDOFF_REMINDED",
  "ISSUE_HANDED_OFF",
  // H6: somebody asked the heads for an act; the act itself, once accepted, has events of its own.
  "REQUEST_MADE",
  "REQUEST_ACCEPTED",
  "REQUEST_REFUSED",
  "REQUEST_WITHDRAWN",
  "ISSUE_CLOSED",
  "ISSUE_RETURNED",
  "ISSUE_REOPENED",
  "ISSUE_CANCELLED",
  "ISSUE_MERGED",
  "ISSUE_ARCHIVED",
  // Its relations changed; the other issue tells of it too (I2).
  "ISSUE_RELATED",
  // What an earlier event changed was turned round (I6); the event names which.
  "ISSUE_UNDONE",
  "COMMENT_ADDED",
  "COMMENT_EDITED",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** I9: what a stream sends to who lost sight of an issue; never written to the log. */
export const GONE = "GONE";
export type StreamedEventKind = EventKind | typeof GONE;
