import type { GraphQLResolveInfo } from "graphql";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import type { RelationType } from "@stafeta/domain/issues/relations";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../access/request-context.js";
import { Allowed } from "../../../platform/graphql/allowed.js";
import { Guarded } from "../../../platform/graphql/guarded.js";
import { answerIssue } from "../issue-answers.js";
import { Issue } from "../issue.types.js";
import { mergeIssues } from "./merge-issues.js";
import { relateIssues, unrelateIssues } from "./relate-issues.js";
import { Relation, RelationTypeEnum } from "./relation.types.js";

type Optional<T> = T | null | undefined;

/** What an issue's relations are: fetched with it (`relations-below.ts`), here only picked. */
@Resolver(() => Issue)
export class IssueRelationsResolver {
  @Guarded(ISSUE_FIELDS.relations, "Issue")
  @FieldResolver(() => [Relation], { nullable: true })
  relations(@Root() issue: { readonly relations: readonly object[] | null }): readonly object[] | null {
    return issue.relations;
  }
}

/** I2, L5: relations are written, ended, and made by merging. */
@Resolver()
export class RelationMutationsResolver {
  @Allowed("STAFF")
  @Mutation(() => Issue)
  async relateIssues(
    @Arg("from", () => ID) from: string,
    @Arg("to", () => ID) to: string,
    @Arg("type", () => RelationTypeEnum) type: RelationType,
    @Arg("delayDays", () => Int, { nullable: true }) delayDays: Optional<number>,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const args = { from, to, type, delayDays };
    return answerIssue(context, info, await relateIssues(context, args, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Issue)
  async unrelateIssues(
    @Arg("relation", () => ID) relation: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerIssue(context, info, await unrelateIssues(context, { relation }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Issue, {
    description: "`from` becomes RESOLVED as a duplicate of `into`; both show the relation (L5).",
  })
  async mergeIssues(
    @Arg("from", () => ID) from: string,
    @Arg("into", () => ID) into: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerIssue(context, info, await mergeIssues(context, { from, into }, clientMutationId));
  }
}
