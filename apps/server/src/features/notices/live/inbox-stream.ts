import type { LiveOperation } from "../../../access/subscription-context.js";
import { sharingKey } from "../../../platform/graphql/live-document.js";
import { OpenStream } from "../../../platform/live/open-stream.js";

/** One subscription to a person's own notices, from its opening to its end. */
export class InboxStream {
  readonly live: LiveOperation;
  /** What the protocol's side follows. */
  readonly open: OpenStream;
  /** Streams of one person with the same key are told the same. */
  readonly key: string;
  private isEnded = false;
  /** Ids only grow, so nothing comes twice (I9). */
  private told = 0n;

  constructor(live: LiveOperation, onLeave: (stream: InboxStream) => void) {
    this.live = live;
    this.key = sharingKey(live.operation);
    this.open = new OpenStream(() => {
      this.isEnded = true;
      onLeave(this);
    });
  }

  /** Whether this event is still to be told to it. */
  awaits(id: bigint): boolean {
    return !this.isEnded && this.live.isOpen() && id > this.told;
  }

  send(id: bigint, answer: string): void {
    if (!this.awaits(id)) return;
    this.told = id;
    this.live.send(answer);
  }

  /** The client is told that it is complete. */
  end(): void {
    this.open.end();
  }
}
