import { answer, answers, type TypeReader } from "./answer.js";
import { readableChanges } from "./log.js";
import type { Change, LoggedEvent } from "./world.js";
import { rowOrNull } from "./world.js";

const EVENT: TypeReader = {
  id: (_, event: LoggedEvent) => event.id,
  at: (_, event: LoggedEvent) => event.at,
  actor: (eyes, event: LoggedEvent, { of }) =>
    answer(eyes, "User", rowOrNull(eyes.world.people, event.actorId), of ?? []),
  // Section 1: a deputy's events name both.
  onBehalfOf: (eyes, event: LoggedEvent, { of }) =>
    answer(eyes, "User", rowOrNull(eyes.world.people, event.onBehalfOf), of ?? []),
  kind: (_, event: LoggedEvent) => event.kind,
  entity: (_, event: LoggedEvent) => event.entity,
  entityId: (_, event: LoggedEvent) => event.entityId,
  operation: (_, event: LoggedEvent) => event.operation,
  clientMutationId: (_, event: LoggedEvent) => event.clientMutationId,
  issue: (eyes, event: LoggedEvent, { of }) => answer(eyes, "Issue", eyes.issue(event.issueId), of ?? []),
  changes: (eyes, event: LoggedEvent, { of }) =>
    answers(eyes, "Change", readableChanges(eyes, event) ?? [], of ?? []),
};

const CHANGE: TypeReader = {
  field: (_, change: Change) => change.field,
  before: (_, change: Change) => change.before,
  after: (_, change: Change) => change.after,
};

/** What a stream says of an event (I9). Without sight: nobody and nothing is in it. */
export interface StreamedEvent {
  readonly event: LoggedEvent;
  readonly isGone: boolean;
}

/** `GONE`: an event by nobody, of no change. */
export function goneEvent(event: LoggedEvent): LoggedEvent {
  const nothing = { actorId: null, onBehalfOf: null, clientMutationId: null, changes: [] };
  const issueId = event.issueId ?? "";
  return { ...event, ...nothing, kind: "GONE", entity: "issue", entityId: issueId, operation: event.id };
}

const BOARD_EVENT: TypeReader = {
  event: (eyes, told: StreamedEvent, { of }) =>
    answer(eyes, "Event", told.isGone ? goneEvent(told.event) : told.event, of ?? []),
  issueId: (_, told: StreamedEvent) => told.event.issueId,
  issue: (eyes, told: StreamedEvent, { of }) =>
    answer(eyes, "Issue", told.isGone ? null : eyes.issue(told.event.issueId), of ?? []),
};

export const LOG = { Event: EVENT, Change: CHANGE, BoardEvent: BOARD_EVENT } satisfies Record<
  string,
  TypeReader
>;
