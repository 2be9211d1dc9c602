import { existsSync } from "node:fs";
import { buildAll, needsBuild, SERVER, WEB } from "./lib/build.mjs";
import { interruptAll } from "./lib/processes.mjs";
import { stopWithNpx } from "./lib/watch-npx.mjs";
import { startRun } from "../bench/run.mjs";

const RUN_LIMIT_MS = 10 * 60_000;

if (!existsSync("/proc/self/stat")) {
  console.error("The bench reads the CPU of processes from /proc, which this system does not have.");
  process.exit(1);
}

let run = null;

async function stop(why) {
  console.error(why);
  interruptAll();
  await run?.stop();
  process.exit(1);
}

stopWithNpx();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"])
  process.once(signal, () => void stop("The bench was stopped."));

const targets = [SERVER, WEB];
if (needsBuild(targets)) {
  console.log("Building Stafeta ...");
  if (!(await buildAll(targets))) process.exit(1);
}

setTimeout(() => void stop("The bench took longer than 10 minutes."), RUN_LIMIT_MS).unref();
run = startRun(process.argv.slice(2));
process.exit(await run.done);
