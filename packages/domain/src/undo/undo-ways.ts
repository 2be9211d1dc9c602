import type { EventKind } from "../events/event-kinds.js";

/**
 * What becomes of an event when the action that it belongs to is undone (I6):
 * BACK      its changes are turned round;
 * WITHDRAWN it began a hand-off, which is withdrawn while it is pending;
 * BESIDE    it stays, and what was done with it can be undone all the same: what was said is said (L4), room that was made in the
 *           order changes no order, and the answer to a request, or a step that was accepted along with the start of a
 *           hand-off, follows from what is taken back;
 * the rest is a reason why the whole action cannot be undone.
 */
export type UndoWay = "BACK" | "WITHDRAWN" | "BESIDE" | UndoObstacle;

export const UNDO_OBSTACLES = [
  /** What exists stays; cancelling is offered. */
  "undo.created",
  /** The way back of a completed hand-off is another one; handing back is offered. */
  "undo.handedOff",
  "undo.answered",
  "undo.withdrawn",
  "undo.requestMade",
  /** Of organisation and people. */
  "undo.notOffered",
] as const;
export type UndoObstacle = (typeof UNDO_OBSTACLES)[number];

/** A kind of event enters the log with its way back: the compiler asks for it. */
export const UNDO_WAY: Readonly<Record<EventKind, UndoWay>> = {
  COMPANY_SET_UP: "undo.notOffered",
  USER_CREATED: "undo.notOffered",
  INVITED: "undo.notOffered",
  USER_DEACTIVATED: "undo.notOffered",
  PASSWORD_CHANGED: "undo.notOffered",
  TOKEN_CREATED: "undo.notOffered",
  TOKEN_REVOKED: "undo.notOffered",
  UNIT_CREATED: "undo.notOffered",
  UNIT_MOVED: "undo.notOffered",
  UNIT_ARCHIVED: "undo.notOffered",
  MEMBER_ADDED: "undo.notOffered",
  MEMBER_REMOVED: "undo.notOffered",
  LABEL_CREATED: "undo.notOffered",
  UNIT_HANDOFF_SET: "undo.notOffered",
  COMPANY_HANDOFF_SET: "undo.notOffered",
  ROLE_CREATED: "undo.notOffered",
  ROLE_EDITED: "undo.notOffered",
  ROLE_ARCHIVED: "undo.notOffered",
  DEPUTY_NAMED: "undo.notOffered",
  DEPUTY_ENDED: "undo.notOffered",
  ISSUE_CREATED: "undo.created",
  ISSUE_EDITED: "BACK",
  ISSUE_MOVED: "BACK",
  ISSUE_ASSIGNED: "BACK",
  ISSUE_TAKEN: "BACK",
  ISSUE_RANKED: "BESIDE",
  HANDOFF_STARTED: "WITHDRAWN",
  HANDOFF_STEP_ACCEPTED: "undo.answered",
  HANDOFF_ACCEPTED: "undo.handedOff",
  HANDOFF_REFUSED: "undo.answered",
  HANDOFF_WITHDRAWN: "undo.withdrawn",
  HANDOFF_REMINDED: "BESIDE",
  ISSUE_HANDED_OFF: "undo.handedOff",
  REQUEST_MADE: "undo.requestMade",
  REQUEST_ACCEPTED: "BESIDE",
  REQUEST_REFUSED: "undo.answered",
  REQUEST_WITHDRAWN: "undo.withdrawn",
  ISSUE_CLOSED: "BACK",
  ISSUE_RETURNED: "BACK",
  ISSUE_REOPENED: "BACK",
  ISSUE_CANCELLED: "BACK",
  ISSUE_MERGED: "BACK",
  ISSUE_ARCHIVED: "BACK",
  ISSUE_RELATED: "BACK",
  ISSUE_UNDONE: "BACK",
  COMMENT_ADDED: "BESIDE",
  COMMENT_EDITED: "BACK",
};
