import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, it } from "node:test";
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

async function startChain(title) {
  const env = { ...process.env, TITLE: title, PNPM: pnpm, SERVER: server };
  const top = spawn(process.execPath, ["--eval", npx], { env });
  let output = "";
  top.stdout.on("data", (chunk) => (output += chunk));
  for (let waited = 0; !output.includes("pid "); waited += 20) {
    assert.ok(waited < 10_000, "the chain did not start");
    await sleep(20);
  }
  return { top, pid: Number(/pid (\d+)/.exec(output)[1]) };
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
      top.kill(signal);
      assert.ok(await isGone(pid, 3000));
    });
  }

  it("is not among the ancestors: the server goes on without them, as under nohup", async () => {
    const { top, pid } = await startChain("some shell");
    top.kill("SIGKILL");
    assert.equal(await isGone(pid, 1200), false);
    process.kill(pid, "SIGTERM");
    assert.ok(await isGone(pid, 3000));
  });
});
