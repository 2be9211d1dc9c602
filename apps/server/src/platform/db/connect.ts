import pg from "pg";
import { DataSource, type DataSourceOptions } from "typeorm";
import { MIGRATIONS } from "./migrations/index.js";

/** Where the database is: an outside one by its URL, the embedded one by its socket. */
export type DatabaseConnection =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port?: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

/**
 * The role that the server works as: it can neither DELETE issues and events (L1, L4) nor change the schema.
 * No login of its own: connections log in as the owner and take the role at once, so that an outside database needs
 * one account only. That stops bugs and scripts, not somebody who holds the owner's password.
 */
export const APP_ROLE = "stafeta_app";

/** Text as the database sends it: instants and days stay text, numbers stay exact; the row builders do the rest. */
const keepText = { getTypeParser: (oid: number) => TEXT_PARSERS.get(oid) ?? asText };
const asText = (text: string): string => text;
const toNumber = (text: string): number => Number(text);
const INT_ARRAY = (text: string): string[] => (text === "{}" ? [] : text.slice(1, -1).split(","));
const TEXT_PARSERS = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.BOOL, (text: string) => text === "t"],
  [pg.types.builtins.INT2, toNumber],
  [pg.types.builtins.INT4, toNumber],
  [pg.types.builtins.FLOAT8, toNumber],
  [pg.types.builtins.JSON, (text: string): unknown => JSON.parse(text)],
  [pg.types.builtins.JSONB, (text: string): unknown => JSON.parse(text)],
  // int8[]: ids
  [1016, INT_ARRAY],
  // text[]
  [1009, pg.types.getTypeParser(1009 as never) as (text: string) => unknown],
]);

function poolSettings(connection: DatabaseConnection): pg.PoolConfig {
  return "url" in connection ? { connectionString: connection.url } : { ...connection };
}

/** Settings of each session: UTC, a limit for whatever hangs, the application's role unless the owner works. */
function sessionOptions(role: string | null): string {
  const settings = [
    "-c TimeZone=UTC",
    "-c jit=off",
    "-c statement_timeout=30000",
    "-c idle_in_transaction_session_timeout=30000",
    ...(role === null ? [] : [`-c role=${role}`]),
  ];
  return settings.join(" ");
}

/** A pool of the application's role. An `error` listener is a must: without it a stopped PostgreSQL ends the process. */
export function openPool(
  connection: DatabaseConnection,
  onError: (error: Error) => void,
  size = 10,
  role: string | null = APP_ROLE,
): pg.Pool {
  const pool = new pg.Pool({
    ...poolSettings(connection),
    max: size,
    options: sessionOptions(role),
    types: keepText,
    connectionTimeoutMillis: 20_000,
    allowExitOnIdle: false,
  });
  pool.on("error", onError);
  return pool;
}

/** A connection outside the pool, as the application: for LISTEN. */
export function openClient(connection: DatabaseConnection): pg.Client {
  return new pg.Client({
    ...poolSettings(connection),
    options: sessionOptions(APP_ROLE),
    types: keepText,
    keepAlive: true,
  });
}

function dataSourceSettings(connection: DatabaseConnection): Partial<DataSourceOptions> {
  if ("url" in connection) return { url: connection.url };
  const { host, port, user, password, database } = connection;
  return { host, ...(port === undefined ? {} : { port }), username: user, password, database };
}

/** TypeORM as the owner, for migrations alone. */
export function ownerDataSource(connection: DatabaseConnection): DataSource {
  return new DataSource({
    ...dataSourceSettings(connection),
    type: "postgres",
    migrations: MIGRATIONS,
    migrationsTableName: "migration",
    migrationsTransactionMode: "each",
    synchronize: false,
    poolSize: 2,
    extra: { options: "-c TimeZone=UTC -c jit=off" },
  } as DataSourceOptions);
}

/** TypeORM as the application, for writes. */
export function writeDataSource(
  connection: DatabaseConnection,
  entities: readonly EntityClass[],
  onError: (error: unknown) => void,
): DataSource {
  return new DataSource({
    ...dataSourceSettings(connection),
    type: "postgres",
    entities: [...entities],
    synchronize: false,
    poolSize: 6,
    poolErrorHandler: onError,
    extra: { options: sessionOptions(APP_ROLE), types: keepText, connectionTimeoutMillis: 20_000 },
  } as DataSourceOptions);
}

/** A class under `@Entity`. */
export type EntityClass = new () => object;
