import type { Reader } from "../../platform/db/database.js";
import type { LockedHandoff } from "./handoff-write.queries.js";

/** In the form that the log keeps (I8): a sorted list of ids. */
export async function labelsOfIssue(tx: Reader, id: string): Promise<string[]> {
  const [row] = await tx.rows("/* labelsOfIssue */ select label_ids from issue where id = $1", [id]);
  return (row?.[0] as string[]).toSorted();
}

/** I1: all sub-issues, at any depth; `union` ends the walk even where a loop was made by hand. */
export async function subIssuesBelow(tx: Reader, id: string): Promise<string[]> {
  const text = `/* subIssuesBelow */ with recursive below(id) as (
      select id from issue where parent_id = $1 union select i.id from below b join issue i on i.parent_id = b.id)
    select id from below where id <> $1`;
  const rows = await tx.rows(text, [id]);
  return rows.map(([below]) => below as string);
}

/** H4: a sub-issue's own record of the passage. @returns its id */
export async function carryHandoff(
  tx: Reader,
  { id, fromUnitId, toUnitId, startedBy, startedAt }: LockedHandoff,
  issueId: string,
  at: string,
  event: string,
): Promise<string> {
  const text = `/* carryHandoff */ insert into handoff (issue_id, from_unit_id, to_unit_id, state, started_by, started_at,
    ended_at, carried_by, last_event) values ($1, $2, $3, 'ACCEPTED', $4, $5, $6, $7, $8) returning id`;
  const [row] = await tx.rows(text, [issueId, fromUnitId, toUnitId, startedBy, startedAt, at, id, event]);
  return row?.[0] as string;
}

/** What an arrival changes (H4). */
export interface Arrival {
  readonly unit: string;
  readonly status: string;
  readonly assignee: string;
  readonly labels: readonly string[];
  readonly rank: string;
}

/** L3: the database lets it through because the hand-off was completed in this transaction. */
export async function moveIssueToUnit(
  tx: Reader,
  id: string,
  { unit, status, assignee, labels, rank }: Arrival,
  event: { readonly id: string; readonly at: string },
): Promise<void> {
  const text = `/* moveIssueToUnit */ update issue set unit_id = $2, status_id = $3, assignee_id = $4, label_ids = $5,
    rank = $6, revision = revision + 1, last_event = $7, updated_at = $8 where id = $1`;
  await tx.rows(text, [id, unit, status, assignee, labels, rank, event.id, event.at]);
}
