import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino, type Logger } from "pino";
import { IdentityCache } from "./access/authenticate.js";
import { CompanyCache } from "./access/company-cache.js";
import { LastSeen } from "./access/last-seen.js";
import type { Access, RequestContext } from "./access/request-context.js";
import { COSTS } from "./costs.js";
import { makeDoors, type DoorSettings } from "./doors.js";
import { ENTITIES } from "./entities.js";
import { fillDemo } from "./demo/fill-demo.js";
import { firstStart } from "./first-start.js";
import { startHousekeeping } from "./housekeeping.js";
import { openLive } from "./live.js";
import type { DatabaseConnection } from "./platform/db/connect.js";
import { Database } from "./platform/db/database.js";
import { prepareDatabase } from "./platform/db/prepare.js";
import { makeApollo } from "./platform/graphql/apollo.js";
import { publicError } from "./platform/graphql/errors.js";
import { CompiledQueries } from "./platform/graphql/executor.js";
import { Documents } from "./platform/graphql/documents.js";
import type { Executors } from "./platform/graphql/live-document.js";
import { Readiness } from "./platform/http/health.js";
import { Metrics } from "./platform/http/metrics.js";
import { openMailer } from "./platform/mail/mailer.js";
import type { DemoScale } from "./platform/settings.js";
import { makeSchema } from "./schema.js";

/** What `startServer` needs of the settings. */
export interface ServerSettings extends DoorSettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly smtpUrl?: string | null;
  readonly demo?: boolean;
  readonly demoScale?: DemoScale;
  readonly demoPassword?: string | null;
}

const FINISH_MS = 5_000;

export interface RunningServer {
  readonly url: string;
  /** To be printed after the line that says it is ready: the set-up link, the demo's logins. */
  readonly lines: readonly string[];
  /** The parts, for tests. */
  readonly access: Access;
  stop(): Promise<void>;
}

async function openDatabase(connection: DatabaseConnection, log: Logger): Promise<Database> {
  await prepareDatabase(connection);
  return Database.open(connection, ENTITIES, (error) => {
    log.warn({ err: error }, "a database connection was lost");
  });
}

function openAccess(settings: ServerSettings, database: Database, log: Logger): Access {
  const access: Access = {
    database,
    now: () => new Date(),
    companies: new CompanyCache(),
    identities: new IdentityCache(),
    lastSeen: new LastSeen(database.pool, log),
    mailer: settings.smtpUrl == null ? null : openMailer(settings.smtpUrl),
    publicUrl: settings.publicUrl ?? null,
    fillDemo: () => fillDemo(access, { scale: "small", password: null, now: new Date() }),
    log,
  };
  return access;
}

function makeExecutors(log: Logger): Executors {
  return {
    schema: makeSchema(),
    compiled: new CompiledQueries(makeSchema()),
    format: (error, requestId) => publicError(error, { log, requestId }),
  };
}

async function listen(server: Server, { host, port }: ServerSettings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Requests that run are answered, within a bound; lines that wait for the next one are closed. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, FINISH_MS);
  await closed;
  clearTimeout(timer);
}

/** Migrates the database, then serves the API on one port. */
export async function startServer(
  settings: ServerSettings,
  connection: DatabaseConnection,
): Promise<RunningServer> {
  const log = pino({ level: settings.logLevel });
  const database = await openDatabase(connection, log);
  const access = openAccess(settings, database, log);
  const executors = makeExecutors(log);
  const apollo = makeApollo<RequestContext>({ ...executors, costs: COSTS });
  await apollo.start();
  const metrics = new Metrics();
  let isFilled = false;
  const readiness = new Readiness(async () => {
    if (!isFilled) throw new Error("the first start is not over");
    await database.rows("select 1", []);
  });
  const documents = new Documents(executors.schema);
  const doors = makeDoors(settings, { access, apollo, documents, metrics, readiness });
  const closeLive = await openLive({ access, connection, doors, documents, executors, metrics });
  const port = await listen(doors.server, settings);
  const url = `http://localhost:${String(port)}`;
  const lines = await firstStart(access, settings, settings.publicUrl ?? url);
  isFilled = true;
  const stopHousekeeping = startHousekeeping(access);
  return {
    url,
    lines,
    access,
    stop: async () => {
      readiness.stop();
      stopHousekeeping();
      await closeLive();
      await closeServer(doors.server);
      await apollo.stop();
      access.mailer?.close();
      await database.close();
    },
  };
}
