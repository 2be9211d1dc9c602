import { changesBetween } from "@stafeta/domain/events/changes";
import { canEditComment } from "@stafeta/domain/issues/comment";
import { concernedByEdit } from "@stafeta/domain/issues/concerned";
import { isId, type IssueId, type UnitId, type UserId } from "@stafeta/domain/shared/ids";
import { cleanRequiredText } from "@stafeta/domain/shared/text";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce, notFound } from "../../../platform/graphql/refused.js";
import { changeOnce } from "../../../access/change-once.js";
import { commentRow, updateCommentBody } from "./comment-write.queries.js";
import { lockIssue } from "../locked-issue.js";
import { saveBelowIssue } from "../save-issue.js";

export interface UpdateCommentArgs {
  readonly id: string;
  readonly body: string;
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
    const { change, company, viewer } = tx;
    const comment = await commentRow(change, id);
    if (!comment) throw notFound();
    const issue = await lockIssue(tx, comment.issueId as IssueId);
    const { internal } = comment;
    const facts = { authorId: comment.authorId as UserId, internal, unitId: comment.unitId as UnitId };
    enforce(canEditComment(viewer, facts, issue.hats));
    const changes = changesBetween({ body: comment.body }, { body }, ["body"]);
    if (changes.length === 0) return id;
    await updateCommentBody(change, id, body, change.now);
    const internalUnitId = internal ? comment.unitId : null;
    await saveBelowIssue(change, issue, {
      kind: "COMMENT_EDITED",
      entity: "comment",
      entityId: id,
      changes,
      internalUnitId,
      concerned: concernedByEdit(company, comment.body, body),
    });
    return id;
  });
}
