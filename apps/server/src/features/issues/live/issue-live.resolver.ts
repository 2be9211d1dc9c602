import type { GraphQLResolveInfo } from "graphql";
import type { IssueId } from "@stafeta/domain/shared/ids";
import { Arg, Ctx, ID, Info, Resolver, Root, Subscription } from "type-graphql";
import type { SubscriptionContext } from "../../../access/subscription-context.js";
import { Allowed } from "../../../platform/graphql/allowed.js";
import { selectionOfInfo } from "../../../platform/graphql/selection.js";
import { BoardEvent } from "./board-event.types.js";
import { followIssues } from "./follow-issues.js";
import type { LiveMessage } from "./live-event.js";
import type { LiveReading } from "./live-reading.js";

interface IssueChangedArguments {
  readonly id: string;
  readonly since?: string | null;
}

@Resolver()
export class IssueLiveResolver {
  @Allowed("STAFF")
  @Subscription(() => BoardEvent, {
    subscribe: ({ args, context }: { args: IssueChangedArguments; context: SubscriptionContext }) =>
      followIssues(context, { kind: "ISSUE", issueId: args.id as IssueId }, args.since),
  })
  issueChanged(
    @Arg("id", () => ID) _id: string,
    @Arg("since", () => ID, { nullable: true }) _since: string | null | undefined,
    @Root() message: LiveMessage,
    @Ctx() reading: LiveReading,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return reading.answer(message, selectionOfInfo(info), info.variableValues);
  }
}
