import { changesBetween } from "@stafeta/domain/events/changes";
import { canComment } from "@stafeta/domain/issues/comment";
import { concernedByComment } from "@stafeta/domain/issues/concerned";
import { cleanRequiredText } from "@stafeta/domain/shared/text";
import type { ViewerChange } from "../../../access/change.js";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce } from "../../../platform/graphql/refused.js";
import { changeOnce } from "../../../access/change-once.js";
import { insertComment } from "./comment-write.queries.js";
import { issueIdOf } from "../issue-input.js";
import { lockIssue, type LockedIssue } from "../locked-issue.js";
import { saveBelowIssue } from "../save-issue.js";

export interface AddCommentArgs {
  readonly issue: string;
  readonly body: string;
  /** Read by MANAGER and ANALYST of the unit in which it is written (section 2). */
  readonly internal?: boolean | null | undefined;
}

/**
 * Section 2: a comment and its event.
 *
 * @param comment its text as cleaned
 * @returns its id
 * @throws RefusedError with code and rule
 */
export async function writeComment(
  { change, company, viewer }: ViewerChange,
  issue: LockedIssue,
  { body, internal }: { readonly body: string; readonly internal: boolean },
): Promise<string> {
  enforce(canComment(issue.hats, internal));
  const { id: issueId, unitId } = issue.facts;
  const comment = { issueId, authorId: viewer.userId, body, internal, unitId, at: change.now };
  const id = await insertComment(change, comment);
  await saveBelowIssue(change, issue, {
    kind: "COMMENT_ADDED",
    entity: "comment",
    entityId: id,
    changes: changesBetween(null, { body, internal }, ["body", "internal"]),
    internalUnitId: internal ? unitId : null,
    concerned: concernedByComment(company, issue.facts, body),
  });
  return id;
}

/**
 * Section 2, R6: says something on an issue; an internal comment is the MANAGER's.
 *
 * @returns the comment's id
 * @throws RefusedError with code and rule
 */
export function addComment(
  context: RequestContext,
  args: AddCommentArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const issueId = issueIdOf(args.issue);
  const body = enforce(cleanRequiredText(args.body, "body"));
  const internal = args.internal ?? false;
  return changeOnce(context, { operation: "addComment", input: args, clientMutationId }, async (tx) => {
    const issue = await lockIssue(tx, issueId);
    return writeComment(tx, issue, { body, internal });
  });
}
