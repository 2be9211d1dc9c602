import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildAll, needsBuild, SERVER, WEB } from "./lib/build.mjs";
import { interruptAll } from "./lib/processes.mjs";
import { ROOT } from "./lib/root.mjs";
import { stopWithNpx } from "./lib/watch-npx.mjs";

const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"];

/** Until the server listens for signals itself, which it does before it starts anything that must be stopped. */
function stopEarly(signal) {
  if (process.listenerCount(signal) > 1) return;
  interruptAll();
  process.exit(0);
}

stopWithNpx();
for (const signal of SIGNALS) process.on(signal, stopEarly);

// A built checkout may be read-only: when all is built nothing is written, not even a lock.
const targets = [SERVER, WEB];
if (needsBuild(targets)) {
  console.log("Building Stafeta (this is done once) ...");
  if (!(await buildAll(targets))) process.exit(1);
}

process.env.NODE_ENV = "production";
// In this very process, so that it gets the signals. It reads the flags from process.argv by itself.
await import(pathToFileURL(join(ROOT, "apps/server/dist/main.js")).href);
