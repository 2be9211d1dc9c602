import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(import.meta.dirname, "..");
const SERVER = join(ROOT, "apps/server");

export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

interface Postgres {
  readonly connection: Connection;
  readonly stop: () => Promise<void>;
}

interface Starter {
  readonly startEmbeddedPostgres: (options: object) => Promise<Postgres>;
}

/** The PostgreSQL that the product brings along, on its own: a part of the built server, which is built if it is not. */
export async function startPostgres(dataDir: string): Promise<Postgres> {
  execFileSync(process.execPath, [join(ROOT, "scripts/build.mjs")], { cwd: ROOT });
  const path = join(SERVER, "dist/platform/embedded-postgres/start-embedded-postgres.js");
  const { startEmbeddedPostgres } = (await import(pathToFileURL(path).href)) as Starter;
  const quiet = (): undefined => undefined;
  const log = { info: quiet, warn: quiet, debug: quiet, error: console.error };
  return startEmbeddedPostgres({ dataDir, log });
}

interface SqlClient {
  connect(): Promise<void>;
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>;
  end(): Promise<void>;
}

/** A connection of the owner's, beside the product. */
export async function openSql(connection: Connection): Promise<SqlClient> {
  const pg = createRequire(join(SERVER, "package.json"))("pg") as {
    Client: new (settings: object) => SqlClient;
  };
  const client = new pg.Client({ ...connection });
  await client.connect();
  return client;
}

/** What is no record, and is written whatever becomes of a change. */
const NO_RECORDS = "'session', 'login_attempt', 'setup_link'";

/** FLO-05: a checksum of each table's rows. */
export async function tableSums(client: SqlClient): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query(
    `select c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace
       and c.relkind in ('r', 'p') and not c.relispartition and c.relname not in (${NO_RECORDS}) order by 1`,
  );
  const sums = rows.map(
    ({ name }) =>
      `select '${String(name)}' as name, md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as sum from "${String(name)}" t`,
  );
  const answer = await client.query(sums.join(" union all "));
  return Object.fromEntries(answer.rows.map((row) => [String(row["name"]), String(row["sum"])]));
}
