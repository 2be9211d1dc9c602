import { buildAll, needsBuild, SERVER, WEB } from "./lib/build.mjs";
import { interruptAll } from "./lib/processes.mjs";
import { stopWithNpx } from "./lib/watch-npx.mjs";

stopWithNpx();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => interruptAll());

const targets = [SERVER, WEB];
if (!needsBuild(targets)) console.log("All is built.");
else process.exitCode = (await buildAll(targets)) ? 0 : 1;
