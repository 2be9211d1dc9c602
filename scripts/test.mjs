import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { interruptAll, run } from "./lib/processes.mjs";
import { total } from "./lib/reports.mjs";
import { ROOT } from "./lib/root.mjs";
import { REPORTS, runSteps } from "./lib/steps.mjs";
import { stopWithNpx } from "./lib/watch-npx.mjs";

const MOST_LANES = 3;

function stop() {
  interruptAll();
  process.exitCode = 1;
  console.error("The tests were stopped.");
  // What was asked to end cleans up (PostgreSQL, browsers); we end with the last of it, or now when nothing is left.
  setTimeout(() => process.exit(1), 10_000).unref();
}

/** The browser as JSON, or null when there is none; why is printed. */
async function findBrowser() {
  const tsx = join(ROOT, "apps/server/node_modules/.bin/tsx");
  const { code, output } = await run(tsx, [join(ROOT, "e2e/find-browser.ts")], { cwd: join(ROOT, "e2e") });
  if (code === 0) return output.trim().split("\n").at(-1);
  process.stderr.write(output);
  return null;
}

function tell({ name, seconds, output, count: { passed, failed } }) {
  if (failed > 0) process.stdout.write(`\n${output}\n`);
  const words = failed > 0 ? `${passed} passed, ${failed} FAILED` : `${passed} passed`;
  console.log(`${failed > 0 ? "✗" : "✓"} ${name}: ${words} (${seconds.toFixed(1)} s)`);
}

stopWithNpx();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.once(signal, stop);

const browser = await findBrowser();
if (browser === null) process.exit(1);
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const { passed, failed } = total(await runSteps(Math.min(MOST_LANES, availableParallelism()), browser, tell));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode ||= failed > 0 ? 1 : 0;
