import { STAMP, type ReadScope } from "../../access/read-scope.js";
import type { Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import { readableEvents } from "./event-readers.js";

/** Which part of the log: of one issue, of one person's acts; both null: everything that the viewer may read. */
export interface EventQuestion {
  readonly issueId: string | null;
  readonly actorId: string | null;
}

/** The events that exist for the viewer (I9): those of which they read something, with that as `m.changes`. */
function readable(scope: ReadScope, sql: Sql, conditions: readonly string[]): string {
  const { among, value } = readableEvents(scope, sql, "changes");
  return `event e cross join lateral (select ${value} as changes) m
    where ${[...conditions, among, "m.changes is not null"].join(" and ")}`;
}

function asked(sql: Sql, question: EventQuestion): string[] {
  return [
    ...(question.issueId === null ? [] : [`e.issue_id = ${sql.id(question.issueId)}`]),
    ...(question.actorId === null ? [] : [`e.actor_id = ${sql.id(question.actorId)}`]),
  ];
}

interface Columns {
  readonly sql: Sql;
  readonly columns: string;
}

/** Newest first: ids grow in the order in which changes became visible. */
export function eventPage(
  scope: ReadScope,
  { sql, columns }: Columns,
  question: EventQuestion,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Row[]> {
  const after = page.after === null ? [] : [`e.id < ${sql.id(page.after)}`];
  const from = readable(scope, sql, [...asked(sql, question), ...after]);
  return scope.rows(
    `/* eventPage */ select ${STAMP}, ${columns} from ${from} order by e.id desc limit ${sql.param(page.limit)}::int`,
    sql,
  );
}

/** One, through the same gate; no row where the viewer reads nothing of it. */
export function eventRow(scope: ReadScope, { sql, columns }: Columns, id: string): Promise<Row[]> {
  const from = readable(scope, sql, [`e.id = ${sql.id(id)}`]);
  return scope.rows(`/* eventById */ select ${STAMP}, ${columns} from ${from}`, sql);
}

/** Through the same gate as the page. */
export async function countEvents(scope: ReadScope, question: EventQuestion): Promise<number> {
  const sql = new Sql();
  const { among, value } = readableEvents(scope, sql, "exists");
  const where = [...asked(sql, question), among, value].join(" and ");
  const text = `/* countEvents */ select ${STAMP}, count(*)::int from event e where ${where}`;
  const [row] = await scope.rows(text, sql);
  return row?.[1] as number;
}
