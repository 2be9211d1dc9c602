import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** What may wait for a client that does not read: beyond it the socket is dropped, and comes back with `since`. */
export const MAX_BUFFERED_BYTES = 4_000_000;
const LEAVE_MS = 2_000;
const TRY_AGAIN_LATER = 1013;

/** One client's line. What is written within one turn of the loop leaves in one go. */
export class LiveSocket {
  private readonly ws: WebSocket;
  private readonly line: Duplex;
  private isCorked = false;
  private isClosing = false;

  constructor(ws: WebSocket, line: Duplex) {
    this.ws = ws;
    this.line = line;
  }

  get protocol(): string {
    return this.ws.protocol;
  }

  /** False as soon as it was told to close: nothing is sent after that, though the goodbye takes its time. */
  get isOpen(): boolean {
    return !this.isClosing && this.ws.readyState === this.ws.OPEN;
  }

  send(text: string): void {
    if (!this.isOpen) return;
    if (this.ws.bufferedAmount > MAX_BUFFERED_BYTES) {
      this.close(TRY_AGAIN_LATER, "Too slow");
      return;
    }
    this.cork();
    this.ws.send(text);
  }

  /** Says goodbye, and hangs up on who does not answer. */
  close(code: number, reason: string): void {
    if (this.isClosing) return;
    this.isClosing = true;
    this.ws.close(code, reason);
    setTimeout(() => {
      this.ws.terminate();
    }, LEAVE_MS).unref();
  }

  private cork(): void {
    if (this.isCorked) return;
    this.isCorked = true;
    this.line.cork();
    process.nextTick(() => {
      this.isCorked = false;
      this.line.uncork();
    });
  }
}
