import type { RequestedAct } from "@stafeta/domain/requests/requested-act";
import type { RequestFacts, RequestState } from "@stafeta/domain/requests/request";
import type { IssueId, RequestId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { Reader } from "../../platform/db/database.js";

/** A request as it stands while the change holds the clock. */
export interface LockedRequest extends RequestFacts {
  readonly id: RequestId;
  readonly act: RequestedAct;
  readonly revision: number;
  readonly comment: string | null;
  readonly decidedBy: UserId | null;
  readonly decidedAt: string | null;
}

/** All changes hold the clock's row, so that nobody else can decide meanwhile (H6). */
export async function lockedRequest(tx: Reader, id: string): Promise<LockedRequest | null> {
  const text = `/* lockRequest */ select q.id, q.issue_id, q.unit_id, q.asked_by, q.state, q.act, q.revision, q.comment,
    q.decided_by, q.decided_at from issue_request q where q.id = $1 for no key update`;
  const [row] = await tx.rows(text, [id]);
  if (!row) return null;
  const [requestId, issueId, unitId, askedBy, state] = row as [
    RequestId,
    IssueId,
    UnitId,
    UserId,
    RequestState,
  ];
  const [act, revision, comment, decidedBy, decidedAt] = row.slice(5) as [
    RequestedAct,
    number,
    string | null,
    UserId | null,
    string | null,
  ];
  return { id: requestId, issueId, unitId, askedBy, state, act, revision, comment, decidedBy, decidedAt };
}

export interface NewRequest {
  readonly issueId: string;
  readonly unitId: string;
  readonly askedBy: string;
  readonly at: string;
  readonly act: RequestedAct;
  readonly revision: number;
  readonly comment: string | null;
  readonly event: string;
}

/** @returns its id */
export async function insertRequest(tx: Reader, request: NewRequest): Promise<string> {
  const { issueId, unitId, askedBy, at, act, revision, comment, event } = request;
  const text = `/* insertRequest */ insert into issue_request (issue_id, unit_id, asked_by, asked_at, kind, act, revision,
    comment, last_event) values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9) returning id`;
  const values = [issueId, unitId, askedBy, at, act.kind, JSON.stringify(act), revision, comment, event];
  const [row] = await tx.rows(text, values);
  return row?.[0] as string;
}

export interface Pending {
  /** How many requests of the asker wait on the issue. */
  readonly count: number;
  /** Whether one of them asks for the same. */
  readonly isSame: boolean;
}

export async function pendingOfAsker(
  tx: Reader,
  issueId: string,
  askedBy: string,
  act: RequestedAct,
): Promise<Pending> {
  const text = `/* pendingOfAsker */ select count(*)::int, coalesce(bool_or(q.act = $3::jsonb), false)
    from issue_request q where q.issue_id = $1 and q.asked_by = $2 and q.state = 'PENDING'`;
  const [row] = await tx.rows(text, [issueId, askedBy, JSON.stringify(act)]);
  const [count, isSame] = row as [number, boolean];
  return { count, isSame };
}

export interface RequestEnd {
  readonly state: "ACCEPTED" | "REFUSED" | "WITHDRAWN";
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
}

/** L4: an end has its event, whose id the request keeps. */
export async function endRequest(tx: Reader, id: string, end: RequestEnd, event: string): Promise<void> {
  const text = `/* endRequest */ update issue_request set state = $2, decided_by = $3, decided_at = $4, reason = $5,
    last_event = $6 where id = $1`;
  await tx.rows(text, [id, end.state, end.by, end.at, end.reason, event]);
}
