import type { UserId } from "@stafeta/domain/shared/ids";
import type { Operation } from "../platform/graphql/live-document.js";
import { RequestContext, type Access, type Request } from "./request-context.js";

/** One subscription of one socket, as a hub sees it. */
export interface LiveOperation {
  readonly operation: Operation;
  readonly userId: UserId;
  /** False once the client has left, or the socket was told to close. */
  isOpen(): boolean;
  /** One message; the answer is serialised already, for everybody who shares it. */
  send(answer: string): void;
}

/** What a subscription is begun with. It holds who asks; rights are asked anew for every event (R2). */
export class SubscriptionContext extends RequestContext {
  readonly live: LiveOperation;

  constructor(access: Access, from: Request, live: LiveOperation) {
    super(access, from);
    this.live = live;
  }
}
