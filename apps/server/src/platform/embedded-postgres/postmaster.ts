import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { codeOf, reasonOf, StartError } from "../process/start-error.js";
import { commandAs } from "./account.js";
import { explainSpawnFailure } from "./binaries.js";
import {
  healCluster,
  lastComplaint,
  makeOwnFolder,
  removeTemporarySockets,
  rotateLog,
} from "./data-folder.js";
import { childEnvironment, type Cluster } from "./cluster.js";
import { disownPostmasterFile, isItsPostmaster, isRunning, readPostmasterFile } from "./postmaster-file.js";

/** How to reach PostgreSQL: never by TCP, so no port can collide and nobody else gets in. */
export interface SocketConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export interface Postmaster {
  readonly pid: number;
  readonly connection: SocketConnection;
}

const POLL_MS = 20;
const ANSWER_LIMIT_MS = 30_000;
/** Replaying the log after a kill may take its time on a big database; PostgreSQL says so while it does. */
const RECOVERY_LIMIT_MS = 600_000;
const FAST_LIMIT_MS = 20_000;
const IMMEDIATE_LIMIT_MS = 5000;
const STARTING_OR_STOPPING = "57P03";
const WRONG_PASSWORD = "28P01";

/** For a small server: a pool or two, and no parallel plans worth their processes on two cores. */
const SETTINGS = { jit: "off", shared_buffers: "128MB", max_connections: "60", listen_addresses: "" };

function connectionTo(cluster: Cluster, socketFolder: string): SocketConnection {
  return { host: socketFolder, port: 5432, user: "postgres", password: cluster.password };
}

/** Connects to the database that is always there; settings such as PGSSLMODE of our environment must not matter. */
export async function connect(connection: SocketConnection): Promise<pg.Client> {
  const client = new pg.Client({
    ...connection,
    database: "postgres",
    ssl: false,
    connectionTimeoutMillis: 5000,
  });
  // Without a listener an error between two statements would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function answers(connection: SocketConnection): Promise<unknown> {
  try {
    const client = await connect(connection);
    await client.end();
    return null;
  } catch (error) {
    return error;
  }
}

/**
 * Waits until PostgreSQL answers.
 *
 * @param isGone whether its process is over, which ends the waiting
 * @returns false when it is gone
 */
async function waitForAnswer(
  cluster: Cluster,
  socketFolder: string,
  isGone: () => boolean,
): Promise<boolean> {
  const begin = Date.now();
  for (;;) {
    cluster.signal?.throwIfAborted();
    const gone = isGone();
    const failure = await answers(connectionTo(cluster, socketFolder));
    if (failure === null) return true;
    if (gone) return false;
    if (codeOf(failure) === WRONG_PASSWORD) {
      throw new StartError(
        "DATA_DIR",
        `${cluster.folder.root} has a postgres.password that its database does not take`,
      );
    }
    const limit = codeOf(failure) === STARTING_OR_STOPPING ? RECOVERY_LIMIT_MS : ANSWER_LIMIT_MS;
    if (Date.now() - begin > limit) {
      throw new StartError(
        "DATA_DIR",
        `${cluster.folder.root} has a PostgreSQL that does not answer: ${reasonOf(failure)}`,
      );
    }
    await sleep(POLL_MS);
  }
}

/** A postmaster that outlived its server (a kill -9), once it answers; null when there is none. */
export async function adoptPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const path = cluster.folder.cluster;
  const file = readPostmasterFile(path);
  if (file === null || !isItsPostmaster(path, file.pid)) return null;
  // The socket's folder is noted only a moment after the pid, so read it until it is there.
  while (readPostmasterFile(path)?.pid === file.pid && isRunning(file.pid)) {
    const socketFolder = readPostmasterFile(path)?.socketFolder ?? "";
    if (socketFolder !== "") {
      const answered = await waitForAnswer(cluster, socketFolder, () => !isRunning(file.pid));
      return answered ? { pid: file.pid, connection: connectionTo(cluster, socketFolder) } : null;
    }
    await sleep(POLL_MS);
  }
  return null;
}

function settingArguments({ socketFolder, settings }: Cluster): readonly string[] {
  // A list of folders with its own quoting: commas and blanks in the path are safe inside the quotes.
  const sockets = {
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
  };
  const all = Object.entries({ ...SETTINGS, ...sockets, ...settings });
  return all.flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function spawnPostgres(cluster: Cluster): ChildProcess {
  const { folder, binaries, account, socketFolder } = cluster;
  const args = ["-D", folder.cluster, ...settingArguments(cluster)];
  const paths = [...binaries.needed, folder.cluster, socketFolder];
  const { file, args: allArgs, ...who } = commandAs(account, paths, binaries.postgres, args);
  const output = openSync(folder.log, "a", 0o600);
  try {
    // In a process group of its own: a Ctrl-C must reach the server first, which then stops PostgreSQL.
    const options = { cwd: "/", env: childEnvironment(), detached: true, ...who };
    const child = spawn(file, allArgs, { ...options, stdio: ["ignore", output, output] });
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

export type Launch = { readonly started: Postmaster } | { readonly complaint: string };

/**
 * Starts PostgreSQL over a cluster that has no living postmaster.
 *
 * @returns its last complaint when it ended at once: another server may have been quicker, or the processes of a
 *   killed postmaster are not all gone yet
 */
export async function launchPostmaster(cluster: Cluster): Promise<Launch> {
  const { folder, account, socketFolder } = cluster;
  healCluster(folder, account);
  rotateLog(folder);
  removeTemporarySockets(readPostmasterFile(folder.cluster)?.socketFolder ?? "");
  disownPostmasterFile(folder.cluster);
  // Emptied, too: an old socket's lock file would stop PostgreSQL.
  makeOwnFolder(socketFolder, account);
  const logStart = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnPostgres(cluster);
  const state: { ended: boolean; failure: Error | null } = { ended: false, failure: null };
  child.on("exit", () => (state.ended = true));
  child.on("error", (error) => Object.assign(state, { ended: true, failure: explainSpawnFailure(error) }));
  const answered = await waitForAnswer(cluster, socketFolder, () => state.ended).catch(
    async (error: unknown) => {
      // Asked to stop while it starts, or it never answers: it must not stay behind.
      child.kill("SIGINT");
      for (let waited = 0; !state.ended && waited < FAST_LIMIT_MS; waited += POLL_MS) await sleep(POLL_MS);
      if (!state.ended) child.kill("SIGKILL");
      throw error;
    },
  );
  if (state.failure !== null) throw state.failure;
  const pid = readPostmasterFile(folder.cluster)?.pid;
  if (answered && pid !== undefined)
    return { started: { pid, connection: connectionTo(cluster, socketFolder) } };
  return { complaint: lastComplaint(readFileSync(folder.log).subarray(logStart).toString()) };
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Ends PostgreSQL: fast (sessions are cut, all is written), and by force when that hangs; then the log is replayed. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  const steps = [
    ["SIGINT", FAST_LIMIT_MS],
    ["SIGQUIT", IMMEDIATE_LIMIT_MS],
    ["SIGKILL", IMMEDIATE_LIMIT_MS],
  ] as const;
  for (const [signal, limit] of steps) {
    const begin = Date.now();
    if (isItsPostmaster(cluster, pid)) sendSignal(pid, signal);
    while (isItsPostmaster(cluster, pid) && Date.now() - begin < limit) await sleep(POLL_MS / 2);
    if (!isItsPostmaster(cluster, pid)) return;
  }
}
