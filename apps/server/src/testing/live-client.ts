import { WebSocket } from "ws";
import { SESSION_COOKIE } from "../access/session-cookie.js";
import type { GraphqlError } from "./test-server.js";

export interface LiveMessage {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

export interface LiveEventData {
  readonly issueId: string;
  readonly event: {
    readonly id: string;
    readonly kind: string;
    readonly changes?: readonly {
      readonly field: string;
      readonly before?: unknown;
      readonly after?: unknown;
    }[];
  } & Record<string, unknown>;
  readonly issue?: Record<string, unknown> | null;
}

export interface Handshake {
  /** A session's secret, sent as the browser does. */
  readonly session?: string | undefined;
  readonly origin?: string;
  readonly protocols?: string | readonly string[];
  readonly path?: string;
}

const PATIENCE_MS = 5_000;

/** A client that speaks the protocol by hand, so that a test sees every message and can say wrong things. */
export class LiveClient {
  readonly received: LiveMessage[] = [];
  /** Every message as it came. */
  readonly texts: string[] = [];
  closed: { readonly code: number; readonly reason: string } | null = null;
  private readonly ws: WebSocket;
  private readonly waiting = new Set<() => void>();

  private constructor(ws: WebSocket) {
    this.ws = ws;
    ws.on("error", () => undefined);
    ws.on("message", (data: Buffer) => {
      const text = data.toString("utf8");
      this.texts.push(text);
      this.received.push(JSON.parse(text) as LiveMessage);
      this.look();
    });
    ws.on("close", (code, reason) => {
      this.closed = { code, reason: reason.toString("utf8") };
      this.look();
    });
  }

  /** @throws Error with the status, when the handshake is refused */
  static async open(url: string, handshake: Handshake = {}): Promise<LiveClient> {
    const { session, origin, protocols = "graphql-transport-ws", path = "/graphql" } = handshake;
    const list = typeof protocols === "string" ? [protocols] : [...protocols];
    const ws = new WebSocket(`${url.replace(/^http/, "ws")}${path}`, list, {
      ...(origin !== undefined && { origin }),
      headers: session === undefined ? {} : { cookie: `${SESSION_COOKIE}=${session}` },
    });
    const client = new LiveClient(ws);
    await new Promise<void>((resolve, reject) => {
      ws.once("open", resolve);
      ws.once("error", reject);
    });
    return client;
  }

  /** Opened and let in. @throws Error with the code that it was closed with */
  static async connect(url: string, session: string | undefined): Promise<LiveClient> {
    const client = await LiveClient.open(url, { session });
    client.say({ type: "connection_init" });
    const isLetIn = () => client.received.some(({ type }) => type === "connection_ack");
    await client.until(() => isLetIn() || client.closed !== null);
    if (!isLetIn()) throw new Error(`closed with ${String(client.closed?.code)}`);
    return client;
  }

  say(message: unknown): void {
    this.ws.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}): void {
    this.say({ id, type: "subscribe", payload: { query, variables } });
  }

  complete(id: string): void {
    this.say({ id, type: "complete" });
  }

  /** Resolves when the condition holds; it is asked at every message. @throws Error when it takes too long */
  async until(holds: () => boolean, patienceMs = PATIENCE_MS): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!holds()) return;
        this.waiting.delete(look);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(look);
        const last = JSON.stringify(this.received.slice(-3));
        reject(new Error(`nothing of the kind came; closed: ${JSON.stringify(this.closed)}; last: ${last}`));
      }, patienceMs);
      this.waiting.add(look);
    });
  }

  /** What came under an id. */
  of(id: string, type?: string): LiveMessage[] {
    return this.received.filter(
      (message) => message.id === id && (type === undefined || message.type === type),
    );
  }

  /** The events that came under an id, in order. */
  events(id: string, field = "boardChanged"): LiveEventData[] {
    return this.of(id, "next").map(({ payload }) => {
      const { data } = payload as { data: Record<string, LiveEventData> };
      const event = data[field];
      if (!event) throw new Error(`a message without ${field}: ${JSON.stringify(payload)}`);
      return event;
    });
  }

  errors(id: string): readonly GraphqlError[] {
    return this.of(id, "error").flatMap(({ payload }) => payload as GraphqlError[]);
  }

  /** Asks a query and waits for its answer: everything that was sent before it has arrived then. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
    const id = `ask${String(this.received.length)}-${String(Math.random())}`;
    this.subscribe(id, query, variables);
    await this.until(() => this.of(id).some(({ type }) => type === "complete" || type === "error"));
    return this.of(id)[0]?.payload;
  }

  async close(): Promise<void> {
    this.ws.close();
    await this.until(() => this.closed !== null);
  }

  /** Hangs up without a word, as a lost line does. */
  terminate(): void {
    this.ws.terminate();
  }

  private look(): void {
    for (const look of [...this.waiting]) look();
  }
}
