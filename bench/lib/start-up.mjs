import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, startChild } from "./children.mjs";
import { commandOf, rssOf, treeOf } from "./proc.mjs";

const READY = /^Stafeta is ready at /m;
const REST_MS = 60_000;
const START = join(import.meta.dirname, "../../scripts/start.mjs");

/** `pnpm start --demo` as pnpm runs it; by Node.js alone where the bench was not started by pnpm. */
function startCommand() {
  const pnpm = process.env.npm_execpath ?? "";
  return /pnpm/.test(pnpm)
    ? [process.execPath, pnpm, "start", "--demo"]
    : [process.execPath, START, "--demo"];
}

/** Below pnpm and its shell, whichever of them is there. */
function serverIn(root) {
  return [...treeOf(root).keys()].find((pid) => /node\S* (\S*\/)?scripts\/start\.mjs/.test(commandOf(pid)));
}

async function timedStart(env) {
  const begin = performance.now();
  const ready = { ready: READY, limitMs: 120_000, cwd: join(import.meta.dirname, "../..") };
  const child = await startChild({ command: startCommand(), env, ...ready });
  return { child, seconds: (performance.now() - begin) / 1000 };
}

/**
 * The small demo company: how long a first and a later start take, and what the server's process holds at rest,
 * without the PostgreSQL below it.
 *
 * @returns {Promise<{ firstSeconds: number, warmSeconds: number, restMb: number, command: string }>}
 */
export async function measureStartUp(restMs = REST_MS) {
  const dataDir = mkdtempSync(join(tmpdir(), "stafeta-bench-"));
  const env = { DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: "warn" };
  try {
    const first = await timedStart(env);
    await first.child.stop();
    const warm = await timedStart(env);
    await sleep(restMs);
    const server = serverIn(warm.child.pid);
    const restMb = server === undefined ? NaN : rssOf(server);
    await warm.child.stop();
    const command = startCommand().length > 3 ? "pnpm start" : "node scripts/start.mjs";
    return { firstSeconds: first.seconds, warmSeconds: warm.seconds, restMb, command };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
