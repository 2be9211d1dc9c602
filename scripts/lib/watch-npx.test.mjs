import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./processes.mjs";

const module = JSON.stringify(join(import.meta.dirname, "watch-npx.mjs"));
/** Says its pid, and lives until it is told to stop. */
const server = `import(${module}).then(({ stopWithNpx }) => {
  stopWithNpx();
  process.on("SIGTERM", () => { process.exit(0); });
  console.log("pid " + process.pid);
  setInterval(() => {}, 1000);
});`;
/** The chain of a real start: npm (under the title that npx gives it), sh, pnpm, server. */
const pnpm = `const { spawn } = require("node:child_process");
spawn(process.execPath, ["--eval", process.env.SERVER], { stdio: "inherit" }).on("exit", () => process.exit());`;
const npx = `process.title = process.env.TITLE;
const { spawn } = require("node:child_process");
spawn("sh", ["-c", "node --eval \\"$PNPM\\"; true"], { stdio: "inherit" });
process.on("SIGTERM", () => process.exit(143));`;

/** Ends at once, so that the chain has no ancestor but its own: these tests may be run by npx, too. */
const launcher = `const { spawn } = require("node:child_process");
const top = spawn(process.execPath, ["--eval", process.env.NPX], { stdio: "inherit", detached: true });
console.log("top " + top.pid);
top.unref();`;

const tops = [];
afterEach(() => {
  // The whole group of each chain, whatever became of the test.
  for (const top of tops.splice(0)) if (isAlive(-top)) process.kill(-top, "SIGKILL");
});

async function startChain(title, more = {}) {
  const env = {
    ...process.env,
    TITLE: title,
    NPX: npx,
    PNPM: pnpm,
    SERVER: server,
    npm_lifecycle_event: "",
    ...more,
  };
  const child = spawn(process.execPath, ["--eval", launcher], { env });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  const read = (word) => Number(new RegExp(`${word} (\\d+)\\n`).exec(output)?.[1] ?? 0);
  for (let waited = 0; read("top") === 0 || read("pid") === 0; waited += 20) {
    assert.ok(waited < 10_000, "the chain did not start");
    await sleep(20);
  }
  child.stdout.destroy();
  tops.push(read("top"));
  return { top: read("top"), pid: read("pid") };
}

async function isGone(pid, limit) {
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited > limit) return false;
    await sleep(50);
  }
  return true;
}

describe("npx, which hands no signal on", () => {
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    it(`ended by ${signal}: the server stops`, async () => {
      const { top, pid } = await startChain("npm exec pnpm@10 start");
      await sleep(700);
      assert.ok(isAlive(pid), "it must not stop by itself");
      process.kill(top, signal);
      assert.ok(await isGone(pid, 3000));
    });
  }

  it("ended before the server could look: the server stops", async () => {
    const { pid } = await startChain("some shell", { npm_lifecycle_event: "npx" });
    assert.ok(await isGone(pid, 3000));
  });

  it("is not among the ancestors: the server goes on without them, as under nohup", async () => {
    const { top, pid } = await startChain("some shell");
    process.kill(top, "SIGKILL");
    assert.equal(await isGone(pid, 1200), false);
    process.kill(pid, "SIGTERM");
    assert.ok(await isGone(pid, 3000));
  });
});
