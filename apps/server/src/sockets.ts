import { GraphQLError, type ExecutionArgs } from "graphql";
import { CloseCode, type SubscribePayload } from "graphql-ws";
import type { Identity } from "./access/identity.js";
import type { SocketSession, SocketSessions } from "./access/socket-sessions.js";
import type { LiveOperation } from "./access/subscription-context.js";
import { bearerOf, isGraphqlPath, secretOf, type Doors } from "./doors.js";
import { overLimit } from "./platform/graphql/limits/over-limit.js";
import type { Operation } from "./platform/graphql/live-document.js";
import { OpenStream } from "./platform/live/open-stream.js";
import type { SocketContext, SocketExtra, SocketHost } from "./platform/live/socket-server.js";
import {
  prepareForSocket,
  runQuery,
  type OperationParts,
  type Prepared,
  type ReadyOperation,
} from "./socket-operations.js";

export interface SocketParts extends OperationParts {
  readonly doors: Doors;
  readonly sessions: SocketSessions;
}

/** What is open at once on one socket. A page needs a handful, a program that asks a hundred things at once has room. */
export const MAX_OPERATIONS = 200;

type Extra = SocketExtra<OpenSocket>;

/** A socket that was let in. */
class OpenSocket implements SocketSession {
  readonly identity: Identity;
  readonly secret: string;
  private readonly extra: Extra;
  /** Which operation an id stands for now: an id may be given anew while an earlier one is still on its way. */
  private readonly current = new Map<string, object>();

  constructor(extra: Extra, secret: string, identity: Identity) {
    this.extra = extra;
    this.secret = secret;
    this.identity = identity;
  }

  get isOpen(): boolean {
    return this.extra.socket.isOpen;
  }

  /** R2, LIV-01: its session, token or user has ended. */
  end(): void {
    this.extra.socket.close(CloseCode.Forbidden, "Forbidden");
  }

  begin(id: string): object {
    const token = {};
    this.current.set(id, token);
    return token;
  }

  isCurrent(id: string, token: object): boolean {
    return this.current.get(id) === token;
  }

  finish(id: string, token: object): void {
    if (this.isCurrent(id, token)) this.current.delete(id);
  }

  live(context: SocketContext<OpenSocket>, id: string, token: object, operation: Operation): LiveOperation {
    const { socket } = this.extra;
    const start = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
    return {
      operation,
      userId: this.identity.userId,
      isOpen: () => socket.isOpen,
      send: (answer) => {
        // The client may have left, or given the id to another operation, while this one was being opened.
        if (id in context.subscriptions && this.isCurrent(id, token)) socket.send(`${start}${answer}}`);
      },
    };
  }
}

interface Running extends ReadyOperation {
  readonly isCurrent: () => boolean;
  readonly finish: () => void;
}

/** Of an operation whose id belongs to another by now: whatever it said would be taken for the other's word. */
const NEVER = new Promise<never>(() => undefined);

/** What comes before and around execution on a socket: who asks, what may run. */
export function makeSocketHost(parts: SocketParts): SocketHost<OpenSocket> {
  const { access, executors, doors, sessions } = parts;
  return {
    admit: (request) => {
      if (!isGraphqlPath(request)) return 404;
      return doors.origins.isOwn(request) ? 101 : 403;
    },
    connect: (extra, params) => letIn(parts, extra, params),
    disconnect: (session) => {
      sessions.remove(session);
    },
    prepare: (context, id, payload) => prepare(parts, context, id, payload),
    execute: async (args) => {
      const running = args.contextValue as Running;
      const answer = await runQuery(executors, running);
      if (!running.isCurrent()) return NEVER;
      running.finish();
      return answer;
    },
    subscribe: (args) => (args.contextValue as Running).stream ?? new OpenStream(() => undefined),
    format: (errors) => errors.map((error) => executors.format(error.toJSON(), "")),
    onBug: (error) => {
      access.log.error({ err: error }, "a socket failed");
    },
  };
}

/** By the token that the client gives, else by what the handshake carried; null: forbidden. */
async function letIn(
  { access, sessions }: SocketParts,
  extra: Extra,
  params: Readonly<Record<string, unknown>> | undefined,
): Promise<OpenSocket | null> {
  const { database, identities, companies } = access;
  const secret = bearerOf(params?.["authorization"]) ?? secretOf(extra.request);
  if (secret === null) return null;
  const versions = async () => {
    const [row] = await database.rows(
      "/* versions */ select company_version, session_version from clock",
      [],
    );
    return row as [string, string];
  };
  const [, sessionVersion] = await versions();
  const identity = await identities.find(database, secret, sessionVersion);
  if (!identity) return null;
  const session = new OpenSocket(extra, secret, identity);
  sessions.add(session);
  // What ended before it was among those that are looked at would otherwise stay unnoticed.
  await sessions.check();
  const [companyVersion] = await versions();
  const { company } = await companies.atLeast(database, companyVersion);
  if (company?.personById.get(identity.userId)?.active !== true) session.end();
  if (session.isOpen) return session;
  sessions.remove(session);
  return null;
}

async function prepare(
  parts: SocketParts,
  context: SocketContext<OpenSocket>,
  id: string,
  payload: SubscribePayload,
): Promise<readonly GraphQLError[] | ExecutionArgs> {
  const { session, request } = context.extra;
  if (!session) throw new Error("an operation came before its socket was let in");
  if (Object.keys(context.subscriptions).length > MAX_OPERATIONS) {
    return [overLimit("request.tooManyOperations", MAX_OPERATIONS)];
  }
  const token = session.begin(id);
  const from = parts.doors.requestOf(request, session.secret);
  const live = (operation: Operation) => session.live(context, id, token, operation);
  const prepared = await prepareForSocket(parts, from, payload, live);
  if (!session.isCurrent(id, token)) {
    if ("stream" in prepared) prepared.stream?.end();
    return NEVER;
  }
  if (isRefused(prepared)) {
    session.finish(id, token);
    return prepared;
  }
  const running: Running = {
    ...prepared,
    isCurrent: () => session.isCurrent(id, token),
    finish: () => {
      session.finish(id, token);
    },
  };
  void prepared.stream?.over.then(running.finish);
  const { document, operationName } = prepared.operation;
  return { schema: parts.executors.schema, document, operationName, contextValue: running };
}

function isRefused(prepared: Prepared): prepared is readonly GraphQLError[] {
  return Array.isArray(prepared);
}
