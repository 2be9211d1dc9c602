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

/** Triggers that ask for an event, or for a boss: what tests write by hand has neither. */
const LAWS = ["is_told", "check_issue_unit", "closing_is_told_insert", "closing_is_told_update"];

/** The names of those that the table has which a statement writes; none when it writes no record. */
async function lawsAgainst(client: pg.Client, text: string): Promise<readonly string[]> {
  const table = /^\s*(?:update|insert into) (\w+)/.exec(text)?.[1];
  if (table === undefined) return [];
  const find = "select tgname from pg_trigger where tgrelid = to_regclass($1) and tgname = any($2)";
  const { rows } = await client.query<{ tgname: string }>(find, [table, LAWS]);
  return rows.map(({ tgname }) => `alter table ${table} $ trigger ${tgname}`);
}

/** Section 3: the owner alone can set laws aside, and here does so for what no use-case writes. */
export async function pastTheLaws(
  client: pg.Client,
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const laws = await lawsAgainst(client, text);
  if (laws.length === 0) return (await client.query<Record<string, unknown>>(text, [...values])).rows;
  await client.query(`begin; ${laws.map((law) => law.replace("$", "disable")).join("; ")}`);
  try {
    const { rows } = await client.query<Record<string, unknown>>(text, [...values]);
    await client.query(`${laws.map((law) => law.replace("$", "enable")).join("; ")}; commit`);
    return rows;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** Runs SQL as the owner, past the laws, or as the application's role: for what no use-case does. */
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
    if (role === "owner") return await pastTheLaws(client, text, values);
    const result = await client.query<Record<string, unknown>>(text, [...values]);
    return result.rows;
  } finally {
    await client.end();
  }
}
