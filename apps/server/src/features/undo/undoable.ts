import { isUndoable } from "@stafeta/domain/undo/can-undo";
import { grouped, type LoggedEvent } from "@stafeta/domain/undo/logged-event";
import { STAMP } from "../../access/read-scope.js";
import { Sql } from "../../platform/db/sql.js";
import type { Row } from "../../platform/db/database.js";
import type { Lookup } from "../../platform/graphql/record-plan.js";
import type { FieldUse } from "../../platform/graphql/selection.js";
import { EVENT_TYPE, type EventReading } from "../events/event.plan.js";
import { seesIssue } from "../issues/issue-sight.sql.js";
import { eventsOfOperations, LOGGED_COLUMNS, loggedFrom } from "./undo.queries.js";

/** Of changes, as much as what builds on what asks for: no texts. */
const OUTLINE = `(select coalesce(jsonb_agg(case when c.change->>'field' in ('labels', 'relations', 'closedAt') then c.change
    else jsonb_build_object('field', c.change->'field', 'before', null, 'after', null) end), '[]')
  from jsonb_array_elements(e.changes) c(change))`;

interface Seen {
  readonly event: LoggedEvent;
  /** Whether the viewer sees its issue now. */
  readonly isSeen: boolean;
}

/** The viewer's own of these events, with the actions that they belong to and all that happened to their issues since. */
async function actionsOf({ scope }: EventReading, ids: readonly string[]): Promise<Seen[]> {
  const sql = new Sql();
  const own = `select distinct operation from event where id = any(${sql.ids(ids)}) and actor_id = ${sql.id(scope.viewer.userId)}`;
  const rows = await scope.rows(
    `/* undoable */ with own as materialized (select coalesce(array_agg(o.operation), '{}') as ids from (${own}) o),
       acted as materialized (select x.id, a.issue_id from ${eventsOfOperations("(select ids from own)::bigint[]")} join event a on a.id = x.id),
       since as (select issue_id, min(id) as id from acted where issue_id is not null group by issue_id),
       asked as (select id from acted
         union select l.id from since s join event l on l.issue_id = s.issue_id and l.id > s.id)
     select ${STAMP}, coalesce(${seesIssue(scope, sql, "i")}, false), ${LOGGED_COLUMNS}, ${OUTLINE}
     from asked join event e on e.id = asked.id left join issue i on i.id = e.issue_id`,
    sql,
  );
  return rows.map((row) => ({ isSeen: row[1] === true, event: loggedFrom(row.slice(2)) }));
}

async function loadUndoable(
  reading: EventReading,
  _uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  const { viewer } = reading.scope;
  const seen = await actionsOf(
    reading,
    rows.map((row) => row[1] as string),
  );
  const operations = grouped(seen, ({ event }) => event.operation);
  const histories = grouped(
    seen.map(({ event }) => event),
    ({ issueId }) => String(issueId),
  );
  const byOperation = new Map<string, boolean>();
  const decide = (operation: string): boolean => {
    const all = operations.get(operation) ?? [];
    const events = all.map(({ event }) => event);
    const isWithinSight = all.every(({ event, isSeen }) => isSeen || event.kind === "ISSUE_RANKED");
    return isWithinSight && isUndoable(viewer, events, (issueId) => histories.get(issueId) ?? []);
  };
  const operationOf = new Map(seen.map(({ event }) => [event.id, event.operation]));
  return (row) => {
    const operation = operationOf.get(String(row[1]));
    if (operation === undefined) return false;
    let decided = byOperation.get(operation);
    if (decided === undefined) byOperation.set(operation, (decided = decide(operation)));
    return decided;
  };
}

/** Called once: what undo adds to events, which come before it and know nothing of it. */
export function registerUndo(): void {
  EVENT_TYPE.fields["undoable"] = { value: "n(r)", load: loadUndoable, isPersonal: true };
}
