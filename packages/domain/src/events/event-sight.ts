import { HAT_BITS } from "../rights/hats.js";
import type { Viewer } from "../rights/viewer.js";
import type { UnitId, UserId } from "../shared/ids.js";
import { EVENT_KINDS, type EventKind } from "./event-kinds.js";

/**
 * What an event is about, which decides who reads it (R10):
 * ISSUE    who sees the issue now and may read at least one of the changed fields;
 * REQUEST  as ISSUE, but only for who asked and for MANAGERs of the issue (H6);
 * COMMENT  who reads the comment;
 * UNIT     the MANAGERs of the unit (R3), admins and bosses;
 * PERSON   the person, whoever did it, admins and bosses;
 * COMPANY  admins and bosses.
 */
export const AUDIENCES = ["ISSUE", "REQUEST", "COMMENT", "UNIT", "PERSON", "COMPANY"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A kind of event enters the log with its audience: the compiler asks for it. */
export const EVENT_AUDIENCE: Readonly<Record<EventKind, Audience>> = {
  COMPANY_SET_UP: "COMPANY",
  USER_CREATED: "PERSON",
  INVITED: "PERSON",
  USER_DEACTIVATED: "PERSON",
  PASSWORD_CHANGED: "PERSON",
  TOKEN_CREATED: "PERSON",
  TOKEN_REVOKED: "PERSON",
  UNIT_CREATED: "UNIT",
  UNIT_MOVED: "UNIT",
  UNIT_ARCHIVED: "UNIT",
  MEMBER_ADDED: "UNIT",
  MEMBER_REMOVED: "UNIT",
  LABEL_CREATED: "UNIT",
  UNIT_HANDOFF_SET: "UNIT",
  COMPANY_HANDOFF_SET: "COMPANY",
  ROLE_CREATED: "COMPANY",
  ROLE_EDITED: "COMPANY",
  ROLE_ARCHIVED: "COMPANY",
  DEPUTY_NAMED: "PERSON",
  DEPUTY_ENDED: "PERSON",
  ISSUE_CREATED: "ISSUE",
  ISSUE_EDITED: "ISSUE",
  ISSUE_MOVED: "ISSUE",
  ISSUE_ASSIGNED: "ISSUE",
  ISSUE_TAKEN: "ISSUE",
  ISSUE_RANKED: "ISSUE",
  HANDOFF_STARTED: "ISSUE",
  HANDOFF_STEP_ACCEPTED: "ISSUE",
  HANDOFF_ACCEPTED: "ISSUE",
  HANDOFF_REFUSED: "ISSUE",
  HANDOFF_WITHDRAWN: "ISSUE",
  HANDOFF_REMINDED: "ISSUE",
  ISSUE_HANDED_OFF: "ISSUE",
  REQUEST_MADE: "REQUEST",
  REQUEST_ACCEPTED: "REQUEST",
  REQUEST_REFUSED: "REQUEST",
  REQUEST_WITHDRAWN: "REQUEST",
  ISSUE_CLOSED: "ISSUE",
  ISSUE_RETURNED: "ISSUE",
  ISSUE_REOPENED: "ISSUE",
  ISSUE_CANCELLED: "ISSUE",
  ISSUE_MERGED: "ISSUE",
  ISSUE_ARCHIVED: "ISSUE",
  ISSUE_RELATED: "ISSUE",
  ISSUE_UNDONE: "ISSUE",
  COMMENT_ADDED: "COMMENT",
  COMMENT_EDITED: "COMMENT",
};

export function kindsFor(audience: Audience): EventKind[] {
  return EVENT_KINDS.filter((kind) => EVENT_AUDIENCE[kind] === audience);
}

/** Which events of units, people and the company a viewer reads, as SQL needs it; beside them, those about themselves. */
export interface EventSight {
  /** Admins and bosses read the whole log of the organisation. */
  readonly all: boolean;
  readonly managedUnits: readonly UnitId[];
}

export function eventSight(viewer: Viewer): EventSight {
  const managed = [...viewer.unitHats].filter(([, hats]) => (hats & HAT_BITS.MANAGER) !== 0);
  return { all: viewer.isAdmin || viewer.isBoss, managedUnits: managed.map(([unitId]) => unitId) };
}

/** The facts of an event that is about no issue. */
export interface OrganisationEvent {
  readonly kind: EventKind;
  readonly unitId: UnitId | null;
  readonly personId: UserId | null;
  readonly actorId: UserId | null;
}

/** R10, for one event; an event of an issue is decided by the issue's own fields. */
export function readsOrganisationEvent(viewer: Viewer, event: OrganisationEvent): boolean {
  const audience = EVENT_AUDIENCE[event.kind];
  if (audience === "ISSUE" || audience === "REQUEST" || audience === "COMMENT") return false;
  const { all, managedUnits } = eventSight(viewer);
  if (all) return true;
  if (audience === "UNIT") return event.unitId !== null && managedUnits.includes(event.unitId);
  return audience === "PERSON" && [event.personId, event.actorId].includes(viewer.userId);
}
