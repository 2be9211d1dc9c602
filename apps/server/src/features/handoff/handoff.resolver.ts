import type { GraphQLResolveInfo } from "graphql";
import { isId } from "@stafeta/domain/shared/ids";
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { badInputError, notFound } from "../../platform/graphql/refused.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { Issue } from "../issues/issue.types.js";
import { handoffInbox, handoffRoute } from "./handoff.fetch.js";
import { Handoff, HandoffStep, RouteStep } from "./handoff.types.js";

/** What hand-offs add to an issue: fetched with it (`handoff.fetch.ts`), here only picked. */
@Resolver(() => Issue)
export class IssueHandoffsResolver {
  @FieldResolver(() => [Handoff], { description: "Its passages from unit to unit, oldest first (H5)." })
  handoffs(@Root() issue: { readonly handoffs?: readonly object[] }): readonly object[] {
    return issue.handoffs ?? [];
  }
}

@Resolver()
export class HandoffResolver {
  @Allowed("STAFF")
  @Query(() => [HandoffStep], {
    description: "What waits for the viewer as a head, the longest waiting first (H5); 500 at the most.",
  })
  handoffInbox(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object[]> {
    const selection = selectionOfInfo(info);
    return context.read((scope) => handoffInbox(scope, selection, info.variableValues));
  }

  @Allowed("STAFF")
  @Query(() => [RouteStep])
  async handoffRoute(
    @Arg("issue", () => ID) issue: string,
    @Arg("toUnit", () => ID) toUnit: string,
    @Ctx() context: RequestContext,
  ): Promise<readonly object[]> {
    if (!isId(issue) || !isId(toUnit)) throw notFound();
    const { steps, isSameUnit } = await context.read((scope) => handoffRoute(scope, issue, toUnit));
    if (!steps) throw notFound();
    if (isSameUnit) throw badInputError("toUnit", "It is in this unit already", "handoff.sameUnit");
    return steps;
  }
}
