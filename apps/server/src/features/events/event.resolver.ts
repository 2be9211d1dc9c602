import type { GraphQLResolveInfo } from "graphql";
import { isId } from "@stafeta/domain/shared/ids";
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { fetchEvents } from "./event.fetch.js";
import { EventConnection } from "./event.types.js";

@Resolver()
export class EventResolver {
  @Allowed("STAFF")
  @Query(() => EventConnection, {
    description: "Newest first. What the viewer reads nothing of is not there, and not counted.",
  })
  events(
    @Arg("issue", () => ID, { nullable: true }) issue: string | null | undefined,
    @Arg("actor", () => ID, { nullable: true }) actor: string | null | undefined,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const ids = [issue, actor].filter((id) => id != null);
    const question = ids.every(isId) ? { issueId: issue ?? null, actorId: actor ?? null } : null;
    const selection = selectionOfInfo(info);
    return context.read((scope) =>
      fetchEvents(scope, question, { first, after }, selection, info.variableValues),
    );
  }
}
