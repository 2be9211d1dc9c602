import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../../access/request-context.js";
import { Allowed } from "../../../platform/graphql/allowed.js";
import { selectionOfInfo } from "../../../platform/graphql/selection.js";
import { answerIssue, answerIssues } from "../issue-answers.js";
import { Issue, IssueConnection } from "../issue.types.js";
import { IssueFilter, IssueOrder } from "../lists/issue-filter.types.js";
import { awaitingClosure } from "./awaiting-closure.js";
import { archiveIssue, cancelIssue } from "./cancel-issue.js";
import { closeIssues } from "./close-issues.js";
import { reopenIssue, returnIssues } from "./return-issues.js";

type Optional<T> = T | null | undefined;

/** How work ends and comes back (L2, L5). */
@Resolver()
export class ClosingResolver {
  @Allowed("BOSS")
  @Query(() => IssueConnection, {
    description:
      "What is resolved and waits for the boss, the longest untouched first (L2). FORBIDDEN to whoever closes nothing.",
  })
  awaitingClosure(
    @Arg("filter", () => IssueFilter, { nullable: true }) filter: Optional<IssueFilter>,
    @Arg("orderBy", () => [IssueOrder], { nullable: true }) orderBy: Optional<IssueOrder[]>,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const question = { filter: filter ?? null, orderBy, first, after };
    const selection = selectionOfInfo(info);
    return context.read((scope) => awaitingClosure(scope, question, selection, info.variableValues));
  }

  @Allowed("STAFF")
  @Mutation(() => [Issue], {
    description:
      "All or nothing; the error's `extensions.issues` lists which stood in the way, `refusals` why.",
  })
  async closeIssues(
    @Arg("ids", () => [ID]) ids: string[],
    @Arg("comment", () => String, { nullable: true }) comment: Optional<string>,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    return answerIssues(context, info, await closeIssues(context, { ids, comment }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => [Issue], { description: "All or nothing, as `closeIssues`." })
  async returnIssues(
    @Arg("ids", () => [ID]) ids: string[],
    @Arg("reason", () => String) reason: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    return answerIssues(context, info, await returnIssues(context, { ids, reason }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Issue)
  async reopenIssue(
    @Arg("id", () => ID) id: string,
    @Arg("reason", () => String) reason: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerIssue(context, info, await reopenIssue(context, { id, reason }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Issue)
  async cancelIssue(
    @Arg("id", () => ID) id: string,
    @Arg("reason", () => String) reason: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerIssue(context, info, await cancelIssue(context, { id, reason }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Issue)
  async archiveIssue(
    @Arg("id", () => ID) id: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerIssue(context, info, await archiveIssue(context, { id }, clientMutationId));
  }
}
