import type { GraphQLObjectType, GraphQLResolveInfo } from "graphql";
import type { UnitId } from "@stafeta/domain/shared/ids";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { pickPage, type ListsByArguments } from "../../platform/graphql/lists-below.js";
import { badInputError } from "../../platform/graphql/refused.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { IssueFilter } from "../issues/lists/issue-filter.types.js";
import { IssueConnection } from "../issues/issue.types.js";
import { fetchBoard } from "./board.fetch.js";
import { Board, BoardColumn } from "./board.types.js";

const MAX_CLOSED_DAYS = 36_500;

@Resolver(() => BoardColumn)
export class BoardResolver {
  @Allowed("STAFF")
  @Query(() => Board, {
    description:
      "Every unarchived issue of this unit alone. `under`: with all units below, one column per category.",
  })
  board(
    @Arg("unit", () => ID) unit: string,
    @Arg("under", () => Boolean, { nullable: true, defaultValue: false }) under: boolean | null,
    @Arg("filter", () => IssueFilter, { nullable: true }) filter: IssueFilter | null | undefined,
    @Arg("closedDays", () => Int, { nullable: true, defaultValue: 14 }) closedDays: number | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const days = closedDays ?? 14;
    if (days < 0 || days > MAX_CLOSED_DAYS)
      throw badInputError("closedDays", "closedDays is 0 or more", "filter.badValue");
    const question = { unitId: unit as UnitId, under: under ?? false, filter, closedDays: days };
    const columnType = info.schema.getType("BoardColumn") as GraphQLObjectType;
    const selection = selectionOfInfo(info);
    return context.read(
      (scope) => fetchBoard(scope, question, columnType, selection, info.variableValues),
      true,
    );
  }

  @FieldResolver(() => IssueConnection)
  issues(
    @Root() column: { readonly issues: ListsByArguments },
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
  ): object | null {
    return pickPage(column.issues, { first, after });
  }
}
