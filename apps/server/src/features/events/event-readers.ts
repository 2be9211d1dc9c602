import { eventSight, kindsFor, type EventSight } from "@stafeta/domain/events/event-sight";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import type { ReadScope } from "../../access/read-scope.js";
import type { Sql } from "../../platform/db/sql.js";

/** Who asks, and of which version of the company: a reading or a change. */
export type EventScope = Pick<ReadScope, "company" | "viewer">;

/** How events of some kinds are read, as SQL over `event e` (R10, I9). */
export interface EventReader {
  readonly kinds: readonly EventKind[];
  /** What the viewer reads of the event's changes, as jsonb; null: for them there is no such event. */
  readonly changes: (scope: EventScope, sql: Sql) => string;
  /** Whether they read any of it: as `changes` is not null, for less. */
  readonly exists: (scope: EventScope, sql: Sql) => string;
  /** Holds for every event whose changes are not null, and costs less to ask; "false" where the viewer reads none. */
  readonly among: (scope: EventScope, sql: Sql) => string;
}

function inUnit(_: EventScope, sql: Sql, sight: EventSight): string {
  if (sight.all) return "true";
  if (sight.managedUnits.length === 0) return "false";
  const unit = "coalesce(e.unit_id, case when e.entity = 'unit' then e.entity_id end)";
  return `coalesce(${unit} = any(${sql.ids(sight.managedUnits)}), false)`;
}

function ofPerson(scope: EventScope, sql: Sql, sight: EventSight): string {
  if (sight.all) return "true";
  const me = sql.id(scope.viewer.userId);
  const user = (side: string) =>
    `e.changes @> jsonb_build_array(jsonb_build_object('field', 'user', '${side}', ${me}::text))`;
  const named = `e.entity = 'deputy' and (${user("after")} or ${user("before")})`;
  return `coalesce(e.actor_id = ${me} or e.entity = 'user' and e.entity_id = ${me} or ${named}, false)`;
}

function ofCompany(_: EventScope, __: Sql, sight: EventSight): string {
  return sight.all ? "true" : "false";
}

/** Whoever may read such an event reads all of it. */
function wholly(
  kinds: readonly EventKind[],
  reads: (scope: EventScope, sql: Sql, sight: EventSight) => string,
): EventReader {
  return {
    kinds,
    changes: (scope, sql) => `case when ${reads(scope, sql, eventSight(scope.viewer))} then e.changes end`,
    exists: () => "true",
    among: (scope, sql) => reads(scope, sql, eventSight(scope.viewer)),
  };
}

const readers: EventReader[] = [
  wholly(kindsFor("UNIT"), inUnit),
  wholly(kindsFor("PERSON"), ofPerson),
  wholly(kindsFor("COMPANY"), ofCompany),
];

/** A later feature says how the events of its own records are read. A kind that nobody registered is read by nobody. */
export function registerEventReader(reader: EventReader): void {
  const other = readers.findIndex((known) => known.kinds.some((kind) => reader.kinds.includes(kind)));
  if (other >= 0) readers[other] = reader;
  else readers.push(reader);
}

export interface ReadableEvents {
  /** Lets through what the viewer may read anything of, and little else. */
  readonly among: string;
  /** What they read of it, null: nothing, so that the event is left out; or whether they read any of it. */
  readonly value: string;
}

/** What the viewer reads of the log, or only whether they do, as SQL over `event e`. */
export function readableEvents(scope: EventScope, sql: Sql, ask: "changes" | "exists"): ReadableEvents {
  const among: string[] = [];
  const cases: string[] = [];
  for (const reader of readers) {
    const condition = reader.among(scope, sql);
    if (condition === "false") continue;
    const kinds = `e.kind = any(${sql.param(reader.kinds)}::text[])`;
    among.push(condition === "true" ? kinds : `${kinds} and ${condition}`);
    cases.push(`when ${kinds} then ${reader[ask](scope, sql)}`);
  }
  if (cases.length === 0) return { among: "false", value: ask === "changes" ? "null::jsonb" : "false" };
  return { among: `(${among.join(" or ")})`, value: `case ${cases.join(" ")} end` };
}

/**
 * What the viewer reads of an event that is found by something else, such as whom it concerns; null: for them there is no
 * such event. Nothing goes before it: `among` would look for many at once.
 */
export function readableEvent(scope: EventScope, sql: Sql): string {
  const cases = readers.map((reader) => {
    return `when e.kind = any(${sql.param(reader.kinds)}::text[]) then ${reader.changes(scope, sql)}`;
  });
  return `case ${cases.join(" ")} end`;
}
