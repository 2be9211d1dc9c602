import type { Reader } from "../../../platform/db/database.js";

export interface NewComment {
  readonly issueId: string;
  readonly authorId: string;
  readonly body: string;
  readonly internal: boolean;
  /** Where the issue is when it is written. */
  readonly unitId: string;
  readonly at: string;
}

export async function insertComment(tx: Reader, comment: NewComment): Promise<string> {
  const { issueId, authorId, body, internal, unitId, at } = comment;
  const text = `/* insertComment */ insert into comment (issue_id, author_id, body, internal, unit_id, created_at)
    values ($1, $2, $3, $4, $5, $6) returning id`;
  const [row] = await tx.rows(text, [issueId, authorId, body, internal, unitId, at]);
  return row?.[0] as string;
}

export interface CommentRow {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly internal: boolean;
  readonly unitId: string;
  readonly body: string;
}

export async function commentRow(tx: Reader, id: string): Promise<CommentRow | null> {
  const text =
    "/* commentRow */ select issue_id, author_id, internal, unit_id, body from comment where id = $1";
  const [row] = await tx.rows(text, [id]);
  if (!row) return null;
  const [issueId, authorId, internal, unitId, body] = row as [string, string, boolean, string, string];
  return { id, issueId, authorId, internal, unitId, body };
}

export async function updateCommentBody(tx: Reader, id: string, body: string, at: string): Promise<void> {
  const text =
    "/* updateComment */ update comment set body = $2, edited_at = $3, revision = revision + 1 where id = $1";
  await tx.rows(text, [id, body, at]);
}
