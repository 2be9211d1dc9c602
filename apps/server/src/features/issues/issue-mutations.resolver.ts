import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { assignIssue } from "./holders/assign-issue.js";
import { createIssue } from "./create-issue.js";
import { answerIssue, answerOutcomes } from "./issue-answers.js";
import { CreateIssueInput, UpdateIssueInput } from "./issue-inputs.types.js";
import { Issue } from "./issue.types.js";
import { moveIssue } from "./moves/move-issue.js";
import { moveIssues } from "./moves/move-issues.js";
import { MoveOutcome } from "./moves/move-outcome.types.js";
import { takeIssue } from "./holders/take-issue.js";
import { updateIssue } from "./edits/update-issue.js";

type Optional<T> = T | null | undefined;

@Resolver()
export class IssueMutationsResolver {
  @Allowed("STAFF")
  @Mutation(() => Issue)
  async createIssue(
    @Arg("input", () => CreateIssueInput) input: CreateIssueInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerIssue(context, info, await createIssue(context, input));
  }

  @Allowed("STAFF")
  @Mutation(() => Issue)
  async updateIssue(
    @Arg("id", () => ID) id: string,
    @Arg("revision", () => Int) revision: number,
    @Arg("input", () => UpdateIssueInput) input: UpdateIssueInput,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerIssue(context, info, await updateIssue(context, { id, revision, input }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Issue, {
    description:
      "Between two neighbours of the target column; both null = its top. `status` left out = the present one.",
  })
  async moveIssue(
    @Arg("id", () => ID) id: string,
    @Arg("status", () => ID, { nullable: true }) status: Optional<string>,
    @Arg("after", () => ID, { nullable: true }) after: Optional<string>,
    @Arg("before", () => ID, { nullable: true }) before: Optional<string>,
    @Arg("revision", () => Int, { nullable: true }) revision: Optional<number>,
    @Arg("fields", () => UpdateIssueInput, {
      nullable: true,
      description: "What the transition asks for (`extensions.needs` of the refusal names it).",
    })
    fields: Optional<UpdateIssueInput>,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const args = { id, status, after, before, revision, fields };
    return answerIssue(context, info, await moveIssue(context, args, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => [MoveOutcome], {
    description:
      "One transaction; those that may not go stay, each with its reason. Those that go stand together, in the order given.",
  })
  async moveIssues(
    @Arg("ids", () => [ID]) ids: string[],
    @Arg("status", () => ID, { nullable: true }) status: Optional<string>,
    @Arg("after", () => ID, { nullable: true }) after: Optional<string>,
    @Arg("before", () => ID, { nullable: true }) before: Optional<string>,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    const args = { ids, status, after, before };
    return answerOutcomes(context, info, await moveIssues(context, args, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Issue)
  async assignIssue(
    @Arg("id", () => ID) id: string,
    @Arg("assignee", () => ID, { nullable: true }) assignee: Optional<string>,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerIssue(context, info, await assignIssue(context, { id, assignee }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Issue)
  async takeIssue(
    @Arg("id", () => ID) id: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerIssue(context, info, await takeIssue(context, { id }, clientMutationId));
  }
}
