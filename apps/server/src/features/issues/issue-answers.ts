import type { GraphQLResolveInfo } from "graphql";
import { isId } from "@stafeta/domain/shared/ids";
import type { RequestContext } from "../../access/request-context.js";
import { notFound } from "../../platform/graphql/refused.js";
import { below, selectionOfInfo } from "../../platform/graphql/selection.js";
import { commentById } from "./comments/comment.fetch.js";
import { issueByIdOrKey, issuesByIds } from "./issue.fetch.js";

/** What a mutation answers with: the record as it is now, under the rights of now, and only what is asked for. */

/** @throws RefusedError NOT_FOUND when the viewer no longer sees it */
export async function answerIssue(
  context: RequestContext,
  info: GraphQLResolveInfo,
  id: string,
): Promise<object> {
  const selection = selectionOfInfo(info);
  const issue = await context.read((scope) => issueByIdOrKey(scope, { id }, selection, info.variableValues));
  if (!issue) throw notFound();
  return issue;
}

/** In the order asked for. @throws RefusedError NOT_FOUND when the viewer no longer sees all of them */
export async function answerIssues(
  context: RequestContext,
  info: GraphQLResolveInfo,
  ids: readonly string[],
): Promise<object[]> {
  const selection = selectionOfInfo(info);
  const issues = await context.read((scope) => issuesByIds(scope, ids, selection, info.variableValues));
  return ids.map((id) => {
    const issue = issues.get(id);
    if (!issue) throw notFound();
    return issue;
  });
}

/** What became of each of many; `issue` is null where the viewer does not see it (now). */
export async function answerOutcomes(
  context: RequestContext,
  info: GraphQLResolveInfo,
  outcomes: readonly { readonly id: string }[],
): Promise<object[]> {
  const selection = below(selectionOfInfo(info), "issue");
  const ids = outcomes.map(({ id }) => id).filter(isId);
  const issues = await context.read((scope) => issuesByIds(scope, ids, selection, info.variableValues));
  return outcomes.map((outcome) => ({ ...outcome, issue: issues.get(outcome.id) ?? null }));
}

/** @throws RefusedError NOT_FOUND when the viewer no longer reads it */
export async function answerComment(
  context: RequestContext,
  info: GraphQLResolveInfo,
  id: string,
): Promise<object> {
  const selection = selectionOfInfo(info);
  const comment = await context.read((scope) => commentById(scope, id, selection, info.variableValues));
  if (!comment) throw notFound();
  return comment;
}
