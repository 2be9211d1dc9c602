import type { GraphQLResolveInfo } from "graphql";
import { isId } from "@stafeta/domain/shared/ids";
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { badInputError } from "../../platform/graphql/refused.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { issueByIdOrKey } from "./issue.fetch.js";
import { IssueFilter, IssueOrder } from "./lists/issue-filter.types.js";
import { Issue, IssueConnection } from "./issue.types.js";
import { listIssues } from "./lists/list-issues.js";

@Resolver()
export class IssueResolver {
  @Allowed("STAFF")
  @Query(() => Issue, { nullable: true })
  issue(
    @Arg("id", () => ID, { nullable: true }) id: string | null | undefined,
    @Arg("key", () => String, { nullable: true }) key: string | null | undefined,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    if ((id == null) === (key == null)) {
      throw badInputError("id", "Give either an id or a key", "id.eitherIdOrKey");
    }
    if (id != null && !isId(id)) return Promise.resolve(null);
    const selection = selectionOfInfo(info);
    return context.read((scope) => issueByIdOrKey(scope, { id, key }, selection, info.variableValues));
  }

  @Allowed("STAFF")
  @Query(() => IssueConnection)
  issues(
    @Arg("filter", () => IssueFilter, { nullable: true }) filter: IssueFilter | null | undefined,
    @Arg("orderBy", () => [IssueOrder], { nullable: true }) orderBy: IssueOrder[] | null | undefined,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const question = { filter: filter ?? null, orderBy, first, after };
    const selection = selectionOfInfo(info);
    return context.read((scope) => listIssues(scope, question, selection, info.variableValues));
  }
}
