import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino, type Logger } from "pino";
import { IdentityCache } from "./access/authenticate.js";
import { CompanyCache } from "./access/company-cache.js";
import { LastSeen } from "./access/last-seen.js";
import { RequestContext, type Access } from "./access/request-context.js";
import { readSessionCookie } from "./access/session-cookie.js";
import { ENTITIES } from "./entities.js";
import type { DatabaseConnection } from "./platform/db/connect.js";
import { Database } from "./platform/db/database.js";
import { prepareDatabase } from "./platform/db/prepare.js";
import { makeApollo } from "./platform/graphql/apollo.js";
import { publicError } from "./platform/graphql/errors.js";
import { clientReader } from "./platform/http/client-address.js";
import { answerError, handleGraphql } from "./platform/http/graphql-http.js";
import { openMailer } from "./platform/mail/mailer.js";
import type { TrustProxy } from "./platform/settings.js";
import { makeSchema } from "./schema.js";

/** What `startServer` needs of the settings. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly trustProxy?: TrustProxy;
  readonly publicUrl?: string | null;
  readonly smtpUrl?: string | null;
}

export interface RunningServer {
  readonly url: string;
  /** To be printed after the line that says it is ready: the set-up link, the demo's logins. */
  readonly lines: readonly string[];
  /** The parts, for tests. */
  readonly access: Access;
  stop(): Promise<void>;
}

function secretOf(request: IncomingMessage): string | null {
  const { authorization, cookie } = request.headers;
  if (authorization?.startsWith("Bearer ")) return authorization.slice("Bearer ".length).trim();
  return readSessionCookie(cookie);
}

function openAccess(settings: ServerSettings, database: Database, log: Logger): Access {
  return {
    database,
    companies: new CompanyCache(),
    identities: new IdentityCache(),
    lastSeen: new LastSeen(database.pool, log),
    mailer: settings.smtpUrl == null ? null : openMailer(settings.smtpUrl),
    publicUrl: settings.publicUrl ?? null,
    fillDemo: null,
    log,
  };
}

async function listen(server: Server, { host, port }: ServerSettings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Migrates the database, then serves the API on one port. */
export async function startServer(
  settings: ServerSettings,
  connection: DatabaseConnection,
): Promise<RunningServer> {
  const log = pino({ level: settings.logLevel });
  await prepareDatabase(connection);
  const database = await Database.open(connection, ENTITIES, (error) => {
    log.warn({ err: error }, "a database connection was lost");
  });
  const access = openAccess(settings, database, log);
  const client = clientReader(settings.trustProxy ?? false);
  const apollo = makeApollo<RequestContext>({
    schema: makeSchema(),
    compiledSchema: makeSchema(),
    formatError: (error, requestId) => publicError(error, { log, requestId }),
  });
  await apollo.start();
  const contextOf = (request: IncomingMessage) =>
    new RequestContext(access, {
      secret: secretOf(request),
      address: client.addressOf(request),
      requestId: randomUUID(),
      userAgent: request.headers["user-agent"],
      origin: client.originOf(request),
    });
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/graphql")) {
      answerError(response, 404, "NOT_FOUND", "Not found");
      return;
    }
    handleGraphql(apollo, request, response, () => Promise.resolve(contextOf(request))).catch(
      (error: unknown) => {
        log.error({ err: error }, "a request failed");
        if (!response.headersSent) answerError(response, 500, "INTERNAL", "Something went wrong on our side");
      },
    );
  });
  const port = await listen(server, settings);
  return {
    url: `http://localhost:${String(port)}`,
    lines: [],
    access,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await apollo.stop();
      access.mailer?.close();
      await database.close();
    },
  };
}
