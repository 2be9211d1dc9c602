import { STAMP, type ReadScope } from "../../access/read-scope.js";
import type { Reader, Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import type { EventScope } from "../events/event-readers.js";
import { ownNotices } from "./notice-sight.sql.js";

interface Columns {
  readonly sql: Sql;
  /** After the stamp. */
  readonly columns: string;
}

export interface NoticePage {
  readonly unreadOnly: boolean;
  /** Those older than this one; null: the newest. */
  readonly after: string | null;
  readonly limit: number;
}

/** Newest first, from the index of one person's notices. */
export function noticePage(scope: ReadScope, { sql, columns }: Columns, page: NoticePage): Promise<Row[]> {
  const from = ownNotices(scope, sql);
  const after = page.after === null ? "" : `and n.event_id < ${sql.id(page.after)}`;
  const unread = page.unreadOnly ? "and n.read_at is null" : "";
  const text = `/* noticePage */ select ${STAMP}, ${columns}
    from ${from} ${unread} ${after} order by n.event_id desc limit ${sql.param(page.limit)}::int`;
  return scope.rows(text, sql);
}

/** One notice of the viewer. */
export async function noticeRow(
  scope: ReadScope,
  { sql, columns }: Columns,
  eventId: string,
): Promise<Row[]> {
  const from = `${ownNotices(scope, sql)} and n.event_id = ${sql.id(eventId)}`;
  return scope.rows(`/* noticeRow */ select ${STAMP}, ${columns} from ${from}`, sql);
}

export async function countUnread(scope: ReadScope): Promise<number> {
  const sql = new Sql();
  const text = `/* countUnread */ select ${STAMP}, count(*)::int from ${ownNotices(scope, sql)} and n.read_at is null`;
  const [row] = await scope.rows(text, sql);
  return row?.[1] as number;
}

/** Whether the viewer is told of an event, and how many notices are unread up to it. */
export async function noticeNews(
  scope: ReadScope,
  eventId: string,
): Promise<{ readonly isThere: boolean; readonly unread: number }> {
  const sql = new Sql();
  const from = ownNotices(scope, sql);
  const id = sql.id(eventId);
  const text = `/* noticeNews */ select ${STAMP}, count(*) filter (where n.read_at is null)::int,
      coalesce(bool_or(n.event_id = ${id}), false)
    from ${from} and n.event_id <= ${id} and (n.read_at is null or n.event_id = ${id})`;
  const [row] = await scope.rows(text, sql);
  return { unread: row?.[1] as number, isThere: row?.[2] === true };
}

/** How many of these are notices of the viewer's that they may read. */
export async function countVisible(tx: Reader, scope: EventScope, ids: readonly string[]): Promise<number> {
  const sql = new Sql();
  const from = `${ownNotices(scope, sql)} and n.event_id = any(${sql.ids(ids)})`;
  const [row] = await tx.rows(`/* countVisible */ select count(*)::int from ${from}`, sql.values);
  return row?.[0] as number;
}

/** @param which the notices: these, or all up to an event */
export async function markRead(
  tx: Reader,
  scope: EventScope,
  which: { readonly ids: readonly string[] } | { readonly upTo: string },
): Promise<void> {
  const sql = new Sql();
  const from = ownNotices(scope, sql);
  const named =
    "ids" in which ? `n.event_id = any(${sql.ids(which.ids)})` : `n.event_id <= ${sql.id(which.upTo)}`;
  const text = `/* markRead */ update notice set read_at = now() where user_id = ${sql.id(scope.viewer.userId)}
    and event_id in (select n.event_id from ${from} and ${named} and n.read_at is null)`;
  await tx.rows(text, sql.values);
}
