import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { fetchNotices } from "./fetch-notices.js";
import { markAllNoticesRead, markNoticesRead } from "./mark-notices-read.js";
import { Notice } from "./notice.types.js";
import { countUnread } from "./notice.queries.js";

type Optional<T> = T | null | undefined;

@Resolver()
export class NoticeResolver {
  @Allowed("STAFF")
  @Query(() => [Notice], {
    description: "The viewer's own, newest first. `after`: the last one of the page before.",
  })
  notices(
    @Arg("unreadOnly", () => Boolean, { nullable: true, defaultValue: false }) unreadOnly: boolean | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Arg("after", () => ID, { nullable: true }) after: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    const selection = selectionOfInfo(info);
    return context.read((scope) =>
      fetchNotices(scope, { unreadOnly, first, after }, selection, info.variableValues),
    );
  }

  @Allowed("STAFF")
  @Query(() => Int, { description: "How many of the viewer's notices are unread." })
  unreadNotices(@Ctx() context: RequestContext): Promise<number> {
    return context.read((scope) => countUnread(scope));
  }

  @Allowed("STAFF")
  @Mutation(() => Int, {
    description:
      "All or none, at most 500. Answers how many are unread then. Read marks are the reader's own and no records (L4).",
  })
  markNoticesRead(
    @Arg("ids", () => [ID]) ids: string[],
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return markNoticesRead(context, { ids }, clientMutationId);
  }

  @Allowed("STAFF")
  @Mutation(() => Int, {
    description: "All that the viewer can see up to this notice or event. Answers how many are unread then.",
  })
  markAllNoticesRead(
    @Arg("upTo", () => ID) upTo: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return markAllNoticesRead(context, { upTo }, clientMutationId);
  }
}
