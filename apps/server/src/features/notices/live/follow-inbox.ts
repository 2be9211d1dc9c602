import type { SubscriptionContext } from "../../../access/subscription-context.js";
import type { OpenStream } from "../../../platform/live/open-stream.js";
import { inboxHubOf } from "./inbox-hub.js";
import { InboxStream } from "./inbox-stream.js";

/**
 * Opens the stream of the caller's own notices: what happens from here on, each once and in order (B4, I9).
 *
 * @throws RefusedError UNAUTHENTICATED when the session has ended by then
 */
export async function followInbox(context: SubscriptionContext): Promise<OpenStream> {
  const hub = inboxHubOf(context.access);
  const stream = new InboxStream(context.live, (left) => {
    hub.leave(left);
  });
  try {
    await hub.join(stream);
    await context.requireIdentity();
  } catch (error) {
    stream.end();
    throw error;
  }
  return stream.open;
}
