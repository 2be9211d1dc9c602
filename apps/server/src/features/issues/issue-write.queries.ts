import type { IssueId } from "@stafeta/domain/shared/ids";
import type { Reader, Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import { seesIssue, type Sighting } from "./issue-sight.sql.js";

/**
 * I1, R10: what decides on an issue, read under the lock. The seen ones of its unfinished sub-issues are counted where there
 * are any: a refusal tells their number only where it is the whole one.
 */
export function lockIssueRows(tx: Reader, sight: Sighting, ids: readonly string[]): Promise<Row[]> {
  const sql = new Sql();
  const me = sql.id(sight.viewer.userId);
  const followed = `exists (select from issue_holder h where h.issue_id = i.id and h.user_id = ${me})
      or exists (select from issue_follower f where f.issue_id = i.id and f.user_id = ${me})`;
  const text = `/* lockIssues */ select i.id, i.unit_id, i.assignee_id, i.author_id, i.status_id, i.archived, i.revision,
      i.rank, i.resolution, i.closed_at, ${followed}, i.unfinished_child_count,
      case when i.unfinished_child_count = 0 then 0 else (select count(*)::int from issue c
        where c.parent_id = i.id and is_unfinished(c.status_id) and ${seesIssue(sight, sql, "c")}) end, i.step_unit_id
    from issue i where i.id = any(${sql.ids(ids)}) order by i.id for no key update of i`;
  return tx.rows(text, sql.values);
}

/** What an edit can change; titles and texts are not read where nobody edits them. */
export async function editableRow(tx: Reader, id: string): Promise<Row | undefined> {
  const text = `/* editableValues */ select title, description, type, priority, parent_id, label_ids, estimate, value,
    start_date, due_date from issue where id = $1`;
  const [row] = await tx.rows(text, [id]);
  return row;
}

/** I5: the changes of the newest so many events of an issue, newest first, each event's own in their order. */
export async function newestChanges(tx: Reader, id: string, count: number): Promise<unknown[]> {
  const text = `/* newestChanges */ select case when entity = 'issue' then changes else '[]' end from event
    where issue_id = $1 order by id desc limit $2`;
  const rows = await tx.rows(text, [id, count]);
  return rows.map(([changes]) => changes);
}

/** Which of these issues the viewer sees (R10). */
export async function seenIssues(tx: Reader, sight: Sighting, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const sql = new Sql();
  const text = `/* seenIssues */ select i.id from issue i
    where i.id = any(${sql.ids(ids)}) and ${seesIssue(sight, sql, "i")}`;
  const rows = await tx.rows(text, sql.values);
  return new Set(rows.map(([id]) => id as string));
}

/** I1: all issues above one, nearest first. `union` ends the walk even where a loop was made by hand. */
export async function ancestorsOf(tx: Reader, id: string): Promise<IssueId[]> {
  const text = `/* ancestorsOf */ with recursive up(id) as (
      select parent_id from issue where id = $1 and parent_id is not null
      union select i.parent_id from up join issue i on i.id = up.id where i.parent_id is not null)
    select id from up`;
  const rows = await tx.rows(text, [id]);
  return rows.map(([ancestor]) => ancestor as IssueId);
}

/** The columns of an issue that changes write, by the names of their fields. Values have the form that the table keeps. */
export const WRITTEN_COLUMNS = {
  title: "title",
  description: "description",
  type: "type",
  priority: "priority",
  status: "status_id",
  assignee: "assignee_id",
  parent: "parent_id",
  labels: "label_ids",
  estimate: "estimate",
  value: "value",
  startDate: "start_date",
  dueDate: "due_date",
  rank: "rank",
  resolution: "resolution",
  closedAt: "closed_at",
  archived: "archived",
} as const;
export type WrittenField = keyof typeof WRITTEN_COLUMNS;

/** L4, I5: every event of an issue raises its revision, in the same statement as what it changes. */
export async function updateIssueRow(
  tx: Reader,
  id: string,
  values: ReadonlyMap<WrittenField, unknown>,
  event: { readonly id: string; readonly at: string },
): Promise<void> {
  const sql = new Sql();
  const sets = [...values].map(([field, value]) => `${WRITTEN_COLUMNS[field]} = ${sql.param(value)}, `);
  const stamps = `revision = revision + 1, last_event = ${sql.param(event.id)}, updated_at = ${sql.param(event.at)}`;
  await tx.rows(
    `/* updateIssue */ update issue set ${sets.join("")}${stamps} where id = ${sql.id(id)}`,
    sql.values,
  );
}

export interface NewIssueRow {
  readonly unitId: string;
  readonly unitKey: string;
  readonly authorId: string;
  readonly at: string;
  readonly event: string;
  readonly values: ReadonlyMap<WrittenField, unknown>;
}

const TYPES: Readonly<Record<WrittenField, string>> = {
  title: "text",
  description: "text",
  type: "text",
  priority: "smallint",
  status: "bigint",
  assignee: "bigint",
  parent: "bigint",
  labels: "bigint[]",
  estimate: "numeric",
  value: "numeric",
  startDate: "date",
  dueDate: "date",
  rank: "text",
  resolution: "text",
  closedAt: "timestamptz",
  archived: "boolean",
};

/** Section 1: the running number is the unit's next; a key is given once. @returns id and key */
export async function insertIssueRow(tx: Reader, row: NewIssueRow): Promise<{ id: string; key: string }> {
  const sql = new Sql();
  const unit = sql.id(row.unitId);
  const prefix = `${sql.param(row.unitKey)}::text`;
  const at = `${sql.param(row.at)}::timestamptz`;
  const fields = [...row.values].map(([field, value]) => ({
    column: WRITTEN_COLUMNS[field],
    value: `${sql.param(value)}::${TYPES[field]}`,
  }));
  const text = `/* insertIssue */ with numbered as (
      update unit_counter set last_number = last_number + 1 where unit_id = ${unit} returning last_number)
    insert into issue (key, key_prefix, key_number, unit_id, author_id, created_at, updated_at, last_event,
      ${fields.map(({ column }) => column).join(", ")})
    select ${prefix} || '-' || last_number, ${prefix}, last_number, ${unit}, ${sql.id(row.authorId)}, ${at}, ${at},
      ${sql.id(row.event)}, ${fields.map(({ value }) => value).join(", ")} from numbered returning id, key`;
  const [made] = await tx.rows(text, sql.values);
  if (!made) throw new Error(`unit ${row.unitKey} has no counter`);
  const [id, key] = made as [string, string];
  return { id, key };
}

/** R8: the present stretch of holding ends, and one of the next holder begins. */
export async function changeHolderRow(
  tx: Reader,
  id: string,
  userId: string | null,
  at: string,
): Promise<void> {
  const end = "/* endHolding */ update issue_holder set until = $2 where issue_id = $1 and until is null";
  await tx.rows(end, [id, at]);
  if (userId === null) return;
  const begin = "/* beginHolding */ insert into issue_holder (issue_id, user_id, since) values ($1, $2, $3)";
  await tx.rows(begin, [id, userId, at]);
}
