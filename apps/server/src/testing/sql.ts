import pg from "pg";
import { APP_ROLE, type DatabaseConnection } from "../platform/db/connect.js";

/** The same server, another database. */
export function asDatabase(connection: DatabaseConnection, database: string): DatabaseConnection {
  if (!("url" in connection)) return { ...connection, database };
  const url = new URL(connection.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}

function settingsOf(connection: DatabaseConnection): pg.ClientConfig {
  return "url" in connection ? { connectionString: connection.url } : { ...connection };
}

/** A connection of the owner's that stays open: for whoever looks at the tables again and again. */
export async function openSql(connection: DatabaseConnection): Promise<pg.Client> {
  const client = new pg.Client(settingsOf(connection));
  await client.connect();
  return client;
}

/** Runs SQL as the owner, or as the application's role: for what no use-case does. */
export async function runSql(
  connection: DatabaseConnection,
  text: string,
  values: readonly unknown[] = [],
  role: "owner" | "app" = "owner",
): Promise<Record<string, unknown>[]> {
  const options = role === "app" ? { options: `-c role=${APP_ROLE}` } : {};
  const client = new pg.Client({ ...settingsOf(connection), ...options });
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(text, [...values]);
    return result.rows;
  } finally {
    await client.end();
  }
}
