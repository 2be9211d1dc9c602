import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type {
  ExecutionArgs,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLError,
  GraphQLFormattedError,
} from "graphql";
import {
  CloseCode,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  handleProtocols,
  makeServer,
  type Context,
  type SubscribePayload,
} from "graphql-ws";
import { WebSocketServer, type WebSocket } from "ws";
import { LiveSocket } from "./live-socket.js";

export const MAX_MESSAGE_BYTES = 1_000_000;
const INIT_MS = 3_000;
const PING_MS = 15_000;
const GOING_AWAY = 1001;
const STOP_MS = 1_000;

/** What a socket carries through all that happens on it; `session` is there once it was let in. */
export interface SocketExtra<Session> {
  readonly socket: LiveSocket;
  readonly request: IncomingMessage;
  session: Session | null;
}

export type SocketContext<Session> = Context<Record<string, unknown>, SocketExtra<Session>>;

/** The parts that know who asks and what may run. */
export interface SocketHost<Session> {
  /** 101, or the status that a handshake is refused with. */
  admit(request: IncomingMessage): number;
  /** Null: forbidden. */
  connect(
    extra: SocketExtra<Session>,
    params: Readonly<Record<string, unknown>> | undefined,
  ): Promise<Session | null>;
  disconnect(session: Session): void;
  /** Everything before execution: errors, or what is to run. */
  prepare(
    context: SocketContext<Session>,
    id: string,
    payload: SubscribePayload,
  ): Promise<readonly GraphQLError[] | ExecutionArgs>;
  execute(args: ExecutionArgs): Promise<FormattedExecutionResult>;
  subscribe(args: ExecutionArgs): AsyncIterable<never>;
  format(errors: readonly GraphQLError[]): readonly GraphQLFormattedError[];
  onBug(error: unknown): void;
}

type Protocol<Session> = ReturnType<typeof makeServer<Record<string, unknown>, SocketExtra<Session>>>;

/** The protocol itself is graphql-ws's; results come formatted, so they pass it as they are. */
function makeProtocol<Session>(host: SocketHost<Session>): Protocol<Session> {
  return makeServer<Record<string, unknown>, SocketExtra<Session>>({
    connectionInitWaitTimeout: INIT_MS,
    onConnect: async ({ extra, connectionParams }) => {
      extra.session = await host.connect(extra, connectionParams);
      return extra.session !== null;
    },
    onClose: ({ extra }) => {
      if (extra.session !== null) host.disconnect(extra.session);
    },
    onSubscribe: (context, id, payload) => host.prepare(context, id, payload),
    execute: (args) => host.execute(args) as Promise<ExecutionResult>,
    subscribe: (args) => host.subscribe(args),
    onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult,
    onError: (_context, _id, _payload, errors) => host.format(errors),
  });
}

function refuse(line: Duplex, status: number): void {
  line.on("error", () => undefined);
  line.end(
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ""}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/** WebSockets on the port of the API: graphql-transport-ws and no other protocol. */
export class SocketServer<Session> {
  private readonly host: SocketHost<Session>;
  private readonly protocol: Protocol<Session>;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  });
  /** Those that have not answered the last ping yet. */
  private readonly silent = new Set<WebSocket>();
  private readonly pings: NodeJS.Timeout;

  constructor(host: SocketHost<Session>) {
    this.host = host;
    this.protocol = makeProtocol(host);
    this.pings = setInterval(() => {
      this.pingAll();
    }, PING_MS);
    this.pings.unref();
  }

  get count(): number {
    return this.sockets.clients.size;
  }

  /** For the `upgrade` event of the HTTP server. */
  readonly upgrade = (request: IncomingMessage, line: Duplex, head: Buffer): void => {
    const status = this.host.admit(request);
    if (status !== 101) {
      refuse(line, status);
      return;
    }
    this.sockets.handleUpgrade(request, line, head, (ws) => {
      this.open(ws, line, request);
    });
  };

  /** Everybody is told to come back, and after a second the lines are cut. */
  async stop(): Promise<void> {
    clearInterval(this.pings);
    const closed = [...this.sockets.clients].map(
      (ws) =>
        new Promise<void>((resolve) => {
          ws.once("close", () => {
            resolve();
          });
          ws.close(GOING_AWAY, "Going away");
        }),
    );
    const timer = setTimeout(() => {
      for (const ws of this.sockets.clients) ws.terminate();
    }, STOP_MS);
    await Promise.all(closed);
    clearTimeout(timer);
  }

  private open(ws: WebSocket, line: Duplex, request: IncomingMessage): void {
    const socket = new LiveSocket(ws, line);
    // What is wrong with a line (too large a message, a reset) closes that line and is nobody else's matter.
    ws.on("error", () => undefined);
    ws.on("pong", () => this.silent.delete(ws));
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => {
          socket.send(text);
        },
        close: (code = CloseCode.InternalServerError, reason = "") => {
          socket.close(code, reason);
        },
        onMessage: (handle) => {
          ws.on("message", (data) => {
            // eslint-disable-next-line @typescript-eslint/no-base-to-string -- a Buffer, as `binaryType` has it
            const text = String(data);
            if (!socket.isOpen) return;
            handle(text).catch((error: unknown) => {
              this.fail(socket, error);
            });
          });
        },
      },
      { socket, request, session: null },
    );
    ws.once("close", (code, reason) => {
      this.silent.delete(ws);
      closed(code, String(reason)).catch((error: unknown) => {
        this.host.onBug(error);
      });
    });
  }

  private fail(socket: LiveSocket, error: unknown): void {
    // A type of message that only a server sends.
    if (error instanceof Error && error.message.startsWith("Unexpected message of type")) {
      socket.close(CloseCode.BadRequest, "Invalid message received");
      return;
    }
    this.host.onBug(error);
    socket.close(CloseCode.InternalServerError, "Internal server error");
  }

  private pingAll(): void {
    for (const ws of this.sockets.clients) {
      if (this.silent.has(ws)) ws.terminate();
      else {
        this.silent.add(ws);
        ws.ping();
      }
    }
  }
}

export { GRAPHQL_TRANSPORT_WS_PROTOCOL, CloseCode };
