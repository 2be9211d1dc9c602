import "reflect-metadata";
import { pino } from "pino";
import { startServer } from "./app.js";
import { startEmbeddedPostgres } from "./platform/embedded-postgres/start-embedded-postgres.js";
import { checkDatabase } from "./platform/process/check-database.js";
import { runServer, type ServerParts, type StartedDatabase } from "./platform/process/run-server.js";

const startDatabase: ServerParts["startDatabase"] = async (settings, log, signal, onFailure) => {
  const { databaseUrl: url, dataDir } = settings;
  if (url === null) return startEmbeddedPostgres({ dataDir, log, signal, onFailure });
  await checkDatabase("DATABASE_URL", url, signal);
  const outside: StartedDatabase = { connection: { url }, stop: () => Promise.resolve() };
  return outside;
};

// Whoever read our output may be gone before us, as npx is; that must not look like a bug.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const exitCode = await runServer({
  environment: process.env,
  flags: process.argv.slice(2),
  events: process,
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  makeLog: ({ logLevel }) => pino({ level: logLevel }),
  startDatabase,
  startServer,
});
process.exit(exitCode);
