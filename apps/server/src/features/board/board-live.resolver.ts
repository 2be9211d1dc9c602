import type { GraphQLResolveInfo } from "graphql";
import type { UnitId } from "@stafeta/domain/shared/ids";
import { Arg, Ctx, ID, Info, Resolver, Root, Subscription } from "type-graphql";
import type { SubscriptionContext } from "../../access/subscription-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { BoardEvent } from "../issues/live/board-event.types.js";
import { followIssues } from "../issues/live/follow-issues.js";
import type { LiveMessage } from "../issues/live/live-event.js";
import type { LiveReading } from "../issues/live/live-reading.js";

interface BoardChangedArguments {
  readonly unit: string;
  readonly under?: boolean | null;
  readonly since?: string | null;
}

@Resolver()
export class BoardLiveResolver {
  @Allowed("STAFF")
  @Subscription(() => BoardEvent, {
    description: "`since`: replay what came after that event first, so that a reconnect misses nothing.",
    subscribe: ({ args, context }: { args: BoardChangedArguments; context: SubscriptionContext }) =>
      followIssues(
        context,
        { kind: "BOARD", unitId: args.unit as UnitId, under: args.under ?? false },
        args.since,
      ),
  })
  boardChanged(
    @Arg("unit", () => ID) _unit: string,
    @Arg("under", () => Boolean, { nullable: true, defaultValue: false }) _under: boolean | null,
    @Arg("since", () => ID, { nullable: true }) _since: string | null | undefined,
    @Root() message: LiveMessage,
    @Ctx() reading: LiveReading,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return reading.answer(message, selectionOfInfo(info), info.variableValues);
  }
}
