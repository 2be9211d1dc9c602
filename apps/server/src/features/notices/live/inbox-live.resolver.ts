import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root, Subscription } from "type-graphql";
import type { SubscriptionContext } from "../../../access/subscription-context.js";
import { Allowed } from "../../../platform/graphql/allowed.js";
import { selectionOfInfo } from "../../../platform/graphql/selection.js";
import { InboxEvent } from "../notice.types.js";
import { followInbox } from "./follow-inbox.js";
import type { InboxMessage, InboxReading } from "./inbox-reading.js";

@Resolver()
export class InboxLiveResolver {
  @Allowed("STAFF")
  @Subscription(() => InboxEvent, {
    subscribe: ({ context }: { context: SubscriptionContext }) => followInbox(context),
  })
  inboxChanged(
    @Root() message: InboxMessage,
    @Ctx() reading: InboxReading,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return reading.answer(message, selectionOfInfo(info), info.variableValues);
  }
}
