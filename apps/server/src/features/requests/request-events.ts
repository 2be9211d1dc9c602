import type { FieldChange } from "@stafeta/domain/events/changes";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import type { RequestState } from "@stafeta/domain/requests/request";
import type { UserId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../access/change.js";
import type { LockedIssue } from "../issues/locked-issue.js";
import { saveBelowIssue } from "../issues/save-issue.js";
import { endRequest, type LockedRequest, type RequestEnd } from "./request-write.queries.js";

export interface RequestNews {
  readonly kind: EventKind;
  readonly requestId: string;
  readonly state: readonly [before: RequestState | null, after: RequestState];
  readonly also: readonly FieldChange[];
  /** What is said in it; read like what is said in hand-offs. */
  readonly words: string | null;
  readonly concerned: readonly UserId[];
}

/** L4, I5: an event of a request is one of its issue too, and raises its revision. */
export async function tellOfRequest(
  { change }: ViewerChange,
  issue: LockedIssue,
  { kind, requestId, state: [before, after], also, words, concerned }: RequestNews,
): Promise<void> {
  const said = words === null ? [] : [{ field: "handoffWords", before: null, after: words }];
  const changes = [{ field: "request", before, after }, ...also, ...said];
  const below = { kind, entity: "request", entityId: requestId, changes, concerned };
  await saveBelowIssue(change, issue, below);
}

const KIND_OF = {
  ACCEPTED: "REQUEST_ACCEPTED",
  REFUSED: "REQUEST_REFUSED",
  WITHDRAWN: "REQUEST_WITHDRAWN",
} as const;

/** L4: a request ends, with the event that names who decided and who had asked. */
export async function decide(
  tx: ViewerChange,
  issue: LockedIssue,
  request: LockedRequest,
  { state, reason }: Pick<RequestEnd, "state" | "reason">,
): Promise<void> {
  const { change, viewer } = tx;
  await endRequest(
    change,
    request.id,
    { state, reason, by: viewer.userId, at: change.now },
    change.nextEvent,
  );
  const isOwn = viewer.userId === request.askedBy;
  await tellOfRequest(tx, issue, {
    kind: KIND_OF[state],
    requestId: request.id,
    state: [request.state, state],
    also: isOwn ? [] : [{ field: "requestedBy", before: null, after: request.askedBy }],
    words: reason,
    concerned: isOwn ? [] : [request.askedBy],
  });
}
