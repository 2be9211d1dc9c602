import { createClient, type Client } from "graphql-ws";
import { onLineChange, onRetry, reportFault, reportRepaired } from "./connection";
import { awaitSignIn, onSessionRenewed } from "./session";

/** The server closes with one of these when the session is missing or has ended (R2). */
const SIGN_IN_CODES: readonly number[] = [4401, 4403];
const MAX_WAIT_MS = 10_000;
const SPREAD_MS = 1000;
const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5000;

let client: Client | null = null;
let lastCloseCode = 0;
let wake: (() => void) | null = null;
onRetry(() => wake?.());
// The server answers again: no reason to sit out the wait. Many tabs hear of it at once, so chance spreads them.
onLineChange((isOnline) => {
  if (isOnline) setTimeout(() => wake?.(), Math.random() * SPREAD_MS);
});
// The socket that is open belongs to the session before; it reconnects by itself.
onSessionRenewed(() => client?.terminate());

export function isSignInClose(event: unknown): boolean {
  return event instanceof CloseEvent && SIGN_IN_CODES.includes(event.code);
}

/** Doubles from half a second, spread by chance so that many tabs do not come back in one instant. */
export function reconnectDelayMs(attempt: number, chance: number): number {
  const full = Math.min(MAX_WAIT_MS, 500 * 2 ** attempt);
  return full / 2 + (full / 2) * chance;
}

async function waitToReconnect(attempt: number): Promise<void> {
  if (SIGN_IN_CODES.includes(lastCloseCode)) {
    lastCloseCode = 0;
    await awaitSignIn();
    return;
  }
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, reconnectDelayMs(attempt, Math.random()));
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  wake = null;
}

function open(): Client {
  let active: WebSocket | null = null;
  let overdue: ReturnType<typeof setTimeout> | undefined;
  return createClient({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: waitToReconnect,
    keepAlive: PING_EVERY_MS,
    on: {
      opened: (socket) => {
        active = socket instanceof WebSocket ? socket : null;
      },
      connected: () => {
        reportRepaired("socket");
      },
      // A line that died without a word (sleep, a pulled cable) is only found by an answer that does not come.
      ping: (received) => {
        if (!received) overdue = setTimeout(() => active?.close(4408, "No pong"), PONG_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(overdue);
      },
      closed: (event) => {
        clearTimeout(overdue);
        active = null;
        lastCloseCode = event instanceof CloseEvent ? event.code : 0;
        // 1000: ours, because nobody listens any more.
        if (lastCloseCode !== 1000) reportFault("socket");
        else reportRepaired("socket");
      },
    },
  });
}

/** One socket for all live streams of the page, opened by the first of them. */
export function liveSocket(): Client {
  client ??= open();
  return client;
}
