import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { codeOf, reasonOf, StartError } from "./start-error.js";

const OLDEST = 15;
const CONNECT_LIMIT_MS = 10_000;
const STARTING = "57P03";
const STARTING_LIMIT_MS = 30_000;

async function versionOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  // Without a listener an error between two statements would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "/* checkDatabase */ select current_setting('server_version_num')::int / 10000 as version",
    );
    return rows[0]?.version ?? 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @param version the major one */
export function refuseOld(setting: string, version: number): void {
  if (version >= OLDEST) return;
  throw new StartError(setting, `leads to PostgreSQL ${version}; it must be ${OLDEST} or newer`);
}

/** An address that swallows packets is waited for, but not when we are asked to stop. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
    work.then(resolve, reject);
  });
}

/**
 * An outside PostgreSQL is there, lets us in, and is new enough. One that is just starting is waited for.
 *
 * @throws StartError one line, which shows neither the URL nor its password
 */
export async function checkDatabase(setting: string, url: string, signal: AbortSignal): Promise<void> {
  const begin = Date.now();
  for (;;) {
    signal.throwIfAborted();
    try {
      const version = await orAborted(versionOf(url), signal);
      refuseOld(setting, version);
      return;
    } catch (error) {
      if (error instanceof StartError || signal.aborted) throw error;
      if (codeOf(error) !== STARTING || Date.now() - begin > STARTING_LIMIT_MS) {
        throw new StartError(
          setting,
          `leads to no database that can be used: ${withoutPassword(reasonOf(error), url)}`,
        );
      }
    }
    await sleep(500);
  }
}

/** Rights, logins, databases, too many sessions, a shutdown: for the person who runs it to mend, and no bug of ours. */
const OUTSIDE = /^(42501|28...|3D000|53...|57P0.|ECONN.*|ENOTFOUND|ETIMEDOUT)$/;

/** What went wrong in the database while starting, as one line where it is not ours to mend; else as it is. */
export function explainDatabaseFailure(setting: string, error: unknown): unknown {
  if (error instanceof StartError || !OUTSIDE.test(codeOf(error))) return error;
  return new StartError(setting, `leads to a database that cannot be used: ${reasonOf(error)}`);
}

/** No message of pg holds the password today; this keeps it so. */
function withoutPassword(reason: string, url: string): string {
  const password = /^\w+:\/\/[^/]*?:([^/]*)@/.exec(url)?.[1];
  return password === undefined || password === "" ? reason : reason.replaceAll(password, "***");
}
