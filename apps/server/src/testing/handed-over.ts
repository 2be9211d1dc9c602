import type { Change } from "../access/change.js";

/**
 * L3: a hand-off that is completed in this change, so that the database lets the issue change its unit. What streams are told
 * of it is left to the test: the hand-off's own event names no issue.
 */
export async function completeHandoff(
  change: Change,
  issueId: string,
  fromUnitId: string,
  toUnitId: string,
): Promise<void> {
  const begin = `insert into handoff (issue_id, from_unit_id, to_unit_id, started_by, started_at, last_event)
    select id, $2, $3, author_id, $4, $5 from issue where id = $1 returning id, started_by`;
  const [row] = await change.rows(begin, [issueId, fromUnitId, toUnitId, change.now, change.nextEvent]);
  const [id, by] = row as [string, string];
  const about = { entity: "handoff", entityId: id };
  change.record({ kind: "HANDOFF_STARTED", ...about, changes: [] });
  const step =
    "insert into handoff_step (handoff_id, position, unit_id, current, turn_at) values ($1, 1, $2, true, $3)";
  await change.rows(step, [id, toUnitId, change.now]);
  const answer =
    "update handoff_step set state = 'ACCEPTED', current = false, acted_by = $2, acted_at = $3 where handoff_id = $1";
  await change.rows(answer, [id, by, change.now]);
  const event = change.record({ kind: "HANDOFF_ACCEPTED", ...about, changes: [] });
  const end = "update handoff set state = 'ACCEPTED', ended_at = $2, last_event = $3 where id = $1";
  await change.rows(end, [id, change.now, event]);
}
