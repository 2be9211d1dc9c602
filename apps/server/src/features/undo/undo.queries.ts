import type { FieldChange } from "@stafeta/domain/events/changes";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import type { IssueId, UserId } from "@stafeta/domain/shared/ids";
import { grouped, type LoggedEvent } from "@stafeta/domain/undo/logged-event";
import type { Reader, Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import { readableEvents, type EventScope } from "../events/event-readers.js";

/** Of the event `e`. */
export const LOGGED_COLUMNS =
  "e.id, e.operation, e.actor_id, e.kind, e.entity, e.entity_id, e.issue_id, e.undoes";

/** @param row as `LOGGED_COLUMNS` and the changes have it */
export function loggedFrom(row: Row): LoggedEvent {
  const [id, operation, actorId, kind, entity, entityId, issueId, undoes, changes] = row as [
    string,
    string,
    UserId | null,
    EventKind,
    string,
    string,
    IssueId | null,
    string | null,
    FieldChange[],
  ];
  return { id, operation, actorId, kind, entity, entityId, issueId, undoes, changes };
}

/** The ids of all that these actions changed, as `x(id)`. */
export function eventsOfOperations(operations: string): string {
  return `(select id from event where id = any(${operations}) union all
    select id from event where operation = any(${operations}) and operation <> id) x`;
}

/** Null: there is none that the viewer reads anything of (I9, R10). */
export async function readableEvent(tx: Reader, scope: EventScope, id: string): Promise<LoggedEvent | null> {
  const sql = new Sql();
  const { among, value } = readableEvents(scope, sql, "exists");
  const text = `/* readableEvent */ select ${LOGGED_COLUMNS}, e.changes from event e
    where e.id = ${sql.id(id)} and ${among} and ${value}`;
  const [row] = await tx.rows(text, sql.values);
  return row ? loggedFrom(row) : null;
}

/** I6: all that one action changed, oldest first. */
export async function operationEvents(tx: Reader, operation: string): Promise<LoggedEvent[]> {
  const text = `/* operationEvents */ select ${LOGGED_COLUMNS}, e.changes from ${eventsOfOperations("$1::bigint[]")}
    join event e on e.id = x.id order by e.id`;
  return (await tx.rows(text, [[operation]])).map(loggedFrom);
}

/** What happened to each of these issues since, by issue. */
export async function eventsSince(
  tx: Reader,
  since: ReadonlyMap<IssueId, string>,
): Promise<ReadonlyMap<string, readonly LoggedEvent[]>> {
  const text = `/* eventsSince */ select ${LOGGED_COLUMNS}, e.changes
    from unnest($1::bigint[], $2::bigint[]) o(issue_id, since) join event e on e.issue_id = o.issue_id and e.id > o.since`;
  const rows = await tx.rows(text, [[...since.keys()], [...since.values()]]);
  return grouped(rows.map(loggedFrom), ({ issueId }) => String(issueId));
}

/** Of each event, the kind of the one that was first done: through all that took back, and brought back. */
export async function rootKinds(tx: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, EventKind>> {
  const text = `/* rootKinds */ with recursive up(id, kind, undoes) as (
      select id, kind, undoes from event where id = any($1::bigint[])
      union all select up.id, e.kind, e.undoes from up join event e on e.id = up.undoes)
    select id, kind from up where undoes is null`;
  const rows = await tx.rows(text, [ids]);
  return new Map(rows.map((row) => row as [string, EventKind]));
}

/** What of an event that stands in the way the viewer reads. */
export interface ReadObstacle {
  readonly id: string;
  readonly at: string;
  readonly changes: readonly FieldChange[];
}

export async function readObstacle(tx: Reader, scope: EventScope, id: string): Promise<ReadObstacle | null> {
  const sql = new Sql();
  const { among, value } = readableEvents(scope, sql, "changes");
  const text = `/* readObstacle */ select e.id, e.at, m.changes from event e cross join lateral (select ${value} as changes) m
    where e.id = ${sql.id(id)} and ${among} and m.changes is not null`;
  const [row] = await tx.rows(text, sql.values);
  if (!row) return null;
  const [, at, changes] = row as [string, string, FieldChange[]];
  return { id, at, changes };
}

/** I4: whether no other card has this place. */
export async function isRankFree(tx: Reader, rank: string, exceptId: string): Promise<boolean> {
  const text = "/* isRankFree */ select not exists (select from issue where rank = $1 and id <> $2)";
  const [row] = await tx.rows(text, [rank, exceptId]);
  return row?.[0] === true;
}
