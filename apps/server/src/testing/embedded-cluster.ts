import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll } from "vitest";
import { isRunning, readPostmasterFile } from "../platform/embedded-postgres/postmaster-file.js";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from "../platform/embedded-postgres/start-embedded-postgres.js";

export const isRoot = process.getuid?.() === 0;
/** What PostgreSQL's starter has to say does not matter to a test. */
export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** What a test made, undone after it. */
export const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** Data folders to copy, as making a cluster takes longest: each holds a committed row. */
export let stopped = "";
export let killed = "";

beforeAll(async () => {
  stopped = mkdtempSync(join(tmpdir(), "stafeta-pg-"));
  killed = mkdtempSync(join(tmpdir(), "stafeta-pg-"));
  const { connection, stop } = await startEmbeddedPostgres({ dataDir: stopped, log: silent, sync: false });
  await addRow(connection);
  await stop();
  await killAll(killed);
});

afterAll(() => {
  for (const folder of [stopped, killed]) rmSync(folder, { recursive: true, force: true });
});

export function copyOf(base: string, parent = tmpdir()): string {
  const folder = makeFolder(parent);
  spawnSync("cp", ["-a", `${base}/.`, folder]);
  chmodSync(folder, 0o755);
  return folder;
}

/** A folder that others may enter, as one under /var/lib is. */
export function makeFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, "stafeta-pg-"));
  chmodSync(folder, 0o755);
  undo.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export async function start(
  dataDir: string,
  more: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent, sync: false, ...more });
  undo.push(() => postgres.stop());
  return postgres;
}

export async function query(connection: pg.ClientConfig, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ value: unknown }>(text);
    return rows.map(({ value }) => value);
  } finally {
    await client.end();
  }
}

export async function addRow(connection: pg.ClientConfig): Promise<void> {
  await query(connection, "create table kept (value int)");
  await query(connection, "insert into kept values (7)");
}
export const rows = (connection: pg.ClientConfig): Promise<readonly unknown[]> =>
  query(connection, "select value from kept");

export function pidIn(dataDir: string): number {
  const file = readPostmasterFile(join(dataDir, "pg"));
  if (file === null) throw new Error("no postmaster.pid");
  return file.pid;
}

export async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > 30_000) throw new Error("waited in vain");
    await sleep(10);
  }
}

/** PostgreSQL refuses for a moment while it comes back, and how long that takes is up to the machine. */
export async function eventually<T>(
  work: () => Promise<T>,
  isFine: (result: T) => boolean = () => true,
): Promise<T> {
  const begin = Date.now();
  for (;;) {
    const outcome = await work().then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    if ("result" in outcome && isFine(outcome.result)) return outcome.result;
    if (Date.now() - begin > 30_000) throw new Error("waited in vain", { cause: outcome });
    await sleep(50);
  }
}

export function kill9(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  return until(() => !isRunning(pid));
}

/** A server process that has started PostgreSQL and committed a row, to be killed. */
export async function startInOtherProcess(dataDir: string): Promise<ChildProcess> {
  const script = `
    import pg from "pg";
    import { startEmbeddedPostgres } from "./src/platform/embedded-postgres/start-embedded-postgres.ts";
    const log = { info() {}, warn() {}, error() {} };
    const { connection } = await startEmbeddedPostgres({ dataDir: process.env.FOLDER, log, sync: false });
    const client = new pg.Client(connection);
    await client.connect();
    await client.query("create table kept (value int)");
    await client.query("insert into kept values (7)");
    console.log("ready");`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", script];
  const cwd = join(import.meta.dirname, "../..");
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, FOLDER: dataDir } });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  undo.push(() => child.kill("SIGKILL"));
  await until(() => {
    if (child.exitCode !== null) throw new Error(output);
    return output.includes("ready");
  });
  return child;
}

export async function killAll(dataDir: string): Promise<void> {
  const server = await startInOtherProcess(dataDir);
  const postmaster = pidIn(dataDir);
  server.kill("SIGKILL");
  await kill9(postmaster);
}

export function replacePid(dataDir: string, pid: number): void {
  const file = join(dataDir, "pg", "postmaster.pid");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(pid)));
}
