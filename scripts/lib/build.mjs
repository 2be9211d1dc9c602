import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fingerprint } from "./fingerprint.mjs";
import { isAlive, run } from "./processes.mjs";
import { ROOT } from "./root.mjs";

const SHARED = ["pnpm-lock.yaml", "tsconfig.base.json", "tsconfig.json", "packages/domain/package.json"];

/** What is built: from which inputs, into which folders, and how it is seen to be there. */
export const SERVER = {
  name: "server",
  inputs: [
    ...SHARED,
    "packages/domain/tsconfig.build.json",
    "packages/domain/src",
    "apps/server/package.json",
    "apps/server/tsconfig.build.json",
    "apps/server/src",
  ],
  folders: ["packages/domain/dist", "apps/server/dist"],
  outputs: ["packages/domain/dist/.tsbuildinfo", "apps/server/dist/.tsbuildinfo", "apps/server/dist/main.js"],
  stamp: "apps/server/dist/.inputs",
  command: ["node_modules/.bin/tsc", ["-b"], "."],
};

export const WEB = {
  name: "app",
  inputs: [
    ...SHARED,
    "packages/domain/src",
    "apps/web/package.json",
    "apps/web/tsconfig.json",
    "apps/web/vite.config.ts",
    "apps/web/index.html",
    "apps/web/public",
    "apps/web/build",
    "apps/web/src",
  ],
  folders: ["apps/web/dist"],
  outputs: ["apps/web/dist/index.html"],
  stamp: "apps/web/dist/.inputs",
  command: ["apps/web/node_modules/.bin/vite", ["build"], "apps/web"],
};

const inRoot = (path) => join(ROOT, path);

function isBuilt(target, inputs) {
  if (![...target.outputs, target.stamp].every((path) => existsSync(inRoot(path)))) return false;
  return readFileSync(inRoot(target.stamp), "utf8") === inputs;
}

/**
 * Builds a target unless it was built from the very same inputs.
 *
 * @returns {Promise<{ built: boolean, code: number, output: string }>}
 */
export async function build(target) {
  const inputs = fingerprint(ROOT, target.inputs);
  if (isBuilt(target, inputs)) return { built: false, code: 0, output: "" };
  rmSync(inRoot(target.stamp), { force: true });
  // tsc -b trusts its notes: with them left and the rest gone it would build nothing.
  if (!target.outputs.every((path) => existsSync(inRoot(path)))) {
    for (const folder of target.folders) rmSync(inRoot(folder), { recursive: true, force: true });
  }
  const [file, args, cwd] = target.command;
  const { code, output } = await run(inRoot(file), args, {
    cwd: inRoot(cwd),
    env: { NODE_ENV: "production" },
  });
  if (code === 0) writeFileSync(inRoot(target.stamp), inputs);
  return { built: true, code, output };
}

const LOCK = inRoot("node_modules/.cache/stafeta-build.lock");
const LOCK_POLL_MS = 200;

/** Two starts of one fresh checkout must not build into each other's folders. */
export async function withBuildLock(work) {
  mkdirSync(inRoot("node_modules/.cache"), { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, "utf8")) : 0;
      // Left by a build that was killed.
      if (holder > 0 && !isAlive(holder)) rmSync(LOCK, { force: true });
      else await sleep(LOCK_POLL_MS);
    }
  }
  const giveBack = () => rmSync(LOCK, { force: true });
  process.once("exit", giveBack);
  try {
    return await work();
  } finally {
    process.off("exit", giveBack);
    giveBack();
  }
}

/** @returns whether anything is to be built; asks the files only, and writes nothing */
export function needsBuild(targets) {
  return targets.some((target) => !isBuilt(target, fingerprint(ROOT, target.inputs)));
}

/** @returns {Promise<boolean>} whether all is built; what a failed build said is printed */
export async function buildAll(targets) {
  const results = await withBuildLock(() => Promise.all(targets.map(build)));
  for (const [index, { code, output }] of results.entries()) {
    if (code !== 0) process.stderr.write(`${output}\nThe ${targets[index].name} could not be built.\n`);
  }
  return results.every(({ code }) => code === 0);
}
