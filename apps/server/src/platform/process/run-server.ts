import type { DatabaseConnection } from "../db/connect.js";
import type { Environment, Settings } from "../settings.js";
import { readSettings, unusedSettings } from "../settings.js";
import { checkAddress, explainListenFailure } from "./check-address.js";
import { explainDatabaseFailure } from "./check-database.js";
import type { Log } from "./log.js";
import { readyUrl } from "./ready-url.js";
import { reasonOf, StartError } from "./start-error.js";

export interface StartedDatabase {
  readonly connection: DatabaseConnection;
  stop(): Promise<void>;
}

export interface StartedServer {
  readonly url: string;
  /** Printed after the line that says it is ready. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

/** The process as seen from here, so that a test can send it a signal. */
export interface ProcessEvents {
  on(event: string, listener: (detail: unknown) => void): unknown;
}

export interface ServerParts {
  readonly environment: Environment;
  readonly flags: readonly string[];
  readonly events: ProcessEvents;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly makeLog: (settings: Settings) => Log;
  startDatabase(
    settings: Settings,
    log: Log,
    signal: AbortSignal,
    onFailure: OnFailure,
  ): Promise<StartedDatabase>;
  startServer(settings: Settings, connection: DatabaseConnection): Promise<StartedServer>;
}

export type OnFailure = (error: unknown) => void;

const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"];
const ACCIDENTS = ["uncaughtException", "unhandledRejection"];
/** Requests in flight get this long before the database is taken from under them. */
const SERVER_STOP_LIMIT_MS = 10_000;

interface Ending {
  readonly exitCode: 0 | 1;
  readonly error?: unknown;
}

/** What was started so far, to be stopped from the top. */
class Running {
  database: StartedDatabase | null = null;
  server: StartedServer | null = null;

  async stop(): Promise<void> {
    if (this.server !== null) await atMost(SERVER_STOP_LIMIT_MS, this.server.stop());
    await this.database?.stop();
  }
}

function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/** The first thing that ends the life of the process: a signal, or an accident. Later ones change nothing. */
function untilEnded(parts: ServerParts): { ending: Promise<Ending>; fail: OnFailure } {
  let end: (ending: Ending) => void = () => undefined;
  const ending = new Promise<Ending>((resolve) => (end = resolve));
  const fail: OnFailure = (error) => {
    end({ exitCode: 1, error });
  };
  // A terminal sends it to the whole group and pnpm hands it on as well, so it may come twice.
  for (const signal of SIGNALS) {
    parts.events.on(signal, () => {
      end({ exitCode: 0 });
    });
  }
  for (const accident of ACCIDENTS) parts.events.on(accident, fail);
  return { ending, fail };
}

interface Steps {
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly fail: OnFailure;
}

async function start(parts: ServerParts, settings: Settings, running: Running, steps: Steps): Promise<void> {
  const { host, port } = settings;
  await checkAddress(host, port);
  steps.signal.throwIfAborted();
  running.database = await parts.startDatabase(settings, steps.log, steps.signal, steps.fail);
  steps.signal.throwIfAborted();
  try {
    running.server = await parts.startServer(settings, running.database.connection);
  } catch (error) {
    const known = explainListenFailure(error, host, port);
    throw settings.databaseUrl === null ? known : explainDatabaseFailure("DATABASE_URL", known);
  }
}

function announce(parts: ServerParts, settings: Settings, server: StartedServer, log: Log): void {
  parts.print(`Stafeta is ready at ${readyUrl(server.url)}`);
  server.lines.forEach(parts.print);
  for (const name of unusedSettings(settings)) log.warn(`${name} is taken note of, and not used yet`);
}

/** One line for what the person who starts it can mend; all there is to know about anything else. */
function report(parts: ServerParts, error: unknown, what = "cannot start"): void {
  if (error instanceof StartError) parts.complain(`Stafeta ${what}: ${error.message}`);
  else parts.complain(error instanceof Error ? (error.stack ?? error.message) : reasonOf(error));
}

async function live(parts: ServerParts, settings: Settings): Promise<Ending> {
  const log = parts.makeLog(settings);
  const { ending, fail } = untilEnded(parts);
  const abort = new AbortController();
  const running = new Running();
  const starting = start(parts, settings, running, { log, signal: abort.signal, fail });
  const started = starting.then(
    () => null,
    (error: unknown): Ending => ({ exitCode: 1, error }),
  );
  const early = await Promise.race([started, ending]);
  if (early === null && running.server !== null) announce(parts, settings, running.server, log);
  const last = early ?? (await ending);
  if (last.error !== undefined) report(parts, last.error, early === null ? "has to stop" : "cannot start");
  abort.abort(new Error("stopped while starting"));
  // A database on its way up ends by the signal; a server on its way up loses its database.
  if (running.database === null) await started;
  await running.stop();
  return last;
}

/**
 * The whole life of the server's process, from its settings to the exit code. Nothing is left running after it,
 * whether it ends by a signal (also while it starts), by a wrong setting or by an accident.
 */
export async function runServer(parts: ServerParts): Promise<0 | 1> {
  try {
    const settings = readSettings(parts.environment, parts.flags);
    return (await live(parts, settings)).exitCode;
  } catch (error) {
    report(parts, error);
    return 1;
  }
}
