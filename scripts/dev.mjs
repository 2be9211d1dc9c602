import { join } from "node:path";
import { interruptAll, run } from "./lib/processes.mjs";
import { ROOT } from "./lib/root.mjs";
import { stopWithNpx } from "./lib/watch-npx.mjs";

// The server restarts and the app reloads as their sources change. Flags go to the server (`pnpm dev --demo`).
const server = join(ROOT, "apps/server");
const web = join(ROOT, "apps/web");
const port = process.env.PORT ?? "4000";

stopWithNpx();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => interruptAll("SIGTERM"));

const tsx = ["watch", "--conditions=source", "--clear-screen=false", "src/main.ts", ...process.argv.slice(2)];
const results = await Promise.all(
  [
    run(join(server, "node_modules/.bin/tsx"), tsx, { cwd: server, show: true }),
    run(join(web, "node_modules/.bin/vite"), ["--clearScreen", "false"], {
      cwd: web,
      show: true,
      env: { API_URL: `http://127.0.0.1:${port}` },
    }),
  ].map((running) => running.finally(() => interruptAll("SIGTERM"))),
);
process.exitCode = Math.max(...results.map(({ code }) => code));
