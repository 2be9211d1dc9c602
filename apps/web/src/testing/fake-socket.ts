import { vi } from "vitest";

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** A WebSocket whose other end is the test: speaks graphql-transport-ws by hand. */
export class FakeSocket extends EventTarget {
  static readonly opened: FakeSocket[] = [];
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;

  readonly protocol = "graphql-transport-ws";
  readyState = FakeSocket.CONNECTING;
  readonly sent: Message[] = [];
  onopen: ((event: Event) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;

  constructor() {
    super();
    FakeSocket.opened.push(this);
    queueMicrotask(() => {
      this.readyState = FakeSocket.OPEN;
      this.onopen?.(new Event("open"));
    });
  }

  send(text: string): void {
    const message = JSON.parse(text) as Message;
    this.sent.push(message);
    if (message.type === "connection_init") this.say({ type: "connection_ack" });
  }

  say(message: Message): void {
    this.onmessage?.(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  close(code = 1000, reason = ""): void {
    if (this.readyState === FakeSocket.CLOSED) return;
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.(new CloseEvent("close", { code, reason, wasClean: code === 1000 }));
  }
}

export function installFakeSocket(): void {
  FakeSocket.opened.length = 0;
  vi.stubGlobal("WebSocket", FakeSocket);
}

interface Subscription {
  readonly socket: FakeSocket;
  readonly id: string;
  readonly variables: unknown;
}

function subscriptions(): Subscription[] {
  return FakeSocket.opened.flatMap((socket) =>
    socket.sent
      .filter((message) => message.type === "subscribe")
      .map(({ id = "", payload }) => ({
        socket,
        id,
        variables: (payload as { variables: unknown }).variables,
      })),
  );
}

/** The stream that was asked for as the n-th since the start of the test, counted from 1. */
export async function subscription(n: number): Promise<Subscription> {
  return await vi.waitFor(
    () => {
      const found = subscriptions()[n - 1];
      if (!found) throw new Error(`stream ${n} has not been asked for yet`);
      return found;
    },
    { timeout: 3000 },
  );
}
