import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../../access/request-context.js";
import { Allowed } from "../../../platform/graphql/allowed.js";
import { selectionOfInfo } from "../../../platform/graphql/selection.js";
import { IssueFilter } from "../lists/issue-filter.types.js";
import { issueStats } from "./issue-stats.js";
import { IssueDimensionEnum, IssueStat, type IssueDimension } from "./issue-stats.types.js";

/** R10: figures over issues pass through the same gate as the issues themselves. */
@Resolver()
export class IssueStatsResolver {
  @Allowed("STAFF")
  @Query(() => [IssueStat])
  issueStats(
    @Arg("filter", () => IssueFilter, { nullable: true }) filter: IssueFilter | null | undefined,
    @Arg("groupBy", () => [IssueDimensionEnum]) groupBy: IssueDimension[],
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    const selection = selectionOfInfo(info);
    return context.read((scope) => issueStats(scope, { filter: filter ?? null, groupBy }, selection));
  }
}
