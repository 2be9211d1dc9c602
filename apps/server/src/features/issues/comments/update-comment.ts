import { changesBetween } from "@stafeta/domain/events/changes";
import { canEditComment } from "@stafeta/domain/issues/comment";
import { concernedByEdit } from "@stafeta/domain/issues/concerned";
import type { Decision } from "@stafeta/domain/shared/decision";
import { isId, type IssueId, type UnitId, type UserId } from "@stafeta/domain/shared/ids";
import { cleanRequiredText } from "@stafeta/domain/shared/text";
import type { ViewerChange } from "../../../access/change.js";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce, notFound } from "../../../platform/graphql/refused.js";
import { changeOnce } from "../../../access/change-once.js";
import { commentRow, updateCommentBody, type CommentRow } from "./comment-write.queries.js";
import { lockIssue, type LockedIssue } from "../locked-issue.js";
import { saveBelowIssue } from "../save-issue.js";

export interface UpdateCommentArgs {
  readonly id: string;
  readonly body: string;
}

/** Section 2, of the comment of an issue that is held already. */
export function mayReword({ viewer }: ViewerChange, issue: LockedIssue, comment: CommentRow): Decision {
  const { authorId, internal, unitId } = comment;
  const facts = { authorId: authorId as UserId, internal, unitId: unitId as UnitId };
  return canEditComment(viewer, facts, issue.hats);
}

/**
 * L4: other words, by whoever the change is made by.
 *
 * @param undoes the event that it takes back (I6)
 * @returns the id of its event; null: they are the same
 */
export async function rewordComment(
  { change, company }: ViewerChange,
  issue: LockedIssue,
  comment: CommentRow,
  body: string,
  undoes: string | null = null,
): Promise<string | null> {
  const { id } = comment;
  const changes = changesBetween({ body: comment.body }, { body }, ["body"]);
  if (changes.length === 0) return null;
  await updateCommentBody(change, id, body, change.now);
  return saveBelowIssue(change, issue, {
    kind: "COMMENT_EDITED",
    entity: "comment",
    entityId: id,
    changes,
    internalUnitId: comment.internal ? comment.unitId : null,
    concerned: concernedByEdit(company, comment.body, body),
    ...(undoes !== null && { undoes }),
  });
}

/**
 * Section 2: whoever wrote it puts it otherwise. The same words again change nothing.
 *
 * @returns the comment's id
 * @throws RefusedError with code and rule
 */
export function updateComment(
  context: RequestContext,
  args: UpdateCommentArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const { id } = args;
  if (!isId(id)) throw notFound();
  const body = enforce(cleanRequiredText(args.body, "body"));
  return changeOnce(context, { operation: "updateComment", input: args, clientMutationId }, async (tx) => {
    const comment = await commentRow(tx.change, id);
    if (!comment) throw notFound();
    const issue = await lockIssue(tx, comment.issueId as IssueId);
    enforce(mayReword(tx, issue, comment));
    await rewordComment(tx, issue, comment, body);
    return id;
  });
}
