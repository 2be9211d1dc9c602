import {
  execute,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSecret, secretHash } from "../../access/authenticate.js";
import { RequestContext } from "../../access/request-context.js";
import { startServer, type RunningServer } from "../../app.js";
import { makeSchema } from "../../schema.js";
import { runSql } from "../../testing/sql.js";
import { createTestDatabase, type TestDatabase } from "../../testing/test-database.js";
import { CompiledQueries } from "./executor.js";

const schema = makeSchema();
const compiled = new CompiledQueries(makeSchema());
const SETTINGS = {
  host: "127.0.0.1",
  port: 0,
  logLevel: "silent",
  demo: true,
  demoPassword: "demo-password",
};

let database: TestDatabase;
let server: RunningServer;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(SETTINGS, database.connection);
  for (const [login, secret] of secrets) await signIn(login, secret);
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

/** A field with a selection of all that can be asked for below it without an argument, so many objects deep. */
function asked({ name, type, args }: GraphQLField<unknown, unknown>, depth: number): string {
  if (args.some(isRequiredArgument)) return "";
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  if (!isObjectType(named) || depth === 0) return "";
  const page = args.some((argument) => argument.name === "first") ? "(first: 4)" : "";
  return `${name}${page} ${selectionOf(named, depth - 1)}`;
}

function selectionOf(type: GraphQLObjectType, depth: number): string {
  return `{ __typename ${Object.values(type.getFields())
    .map((field) => asked(field, depth))
    .join(" ")} }`;
}

/** Frames around records, down to the fields of what hangs on a record. */
function everythingOf(typeName: string, depth: number): string {
  return selectionOf(schema.getType(typeName) as GraphQLObjectType, depth);
}

const LOGINS = ["boss", "dev.dev1", "dev.rep1"];
const secrets = new Map(LOGINS.map((login) => [login, newSecret()]));

async function signIn(login: string, secret: string): Promise<void> {
  await runSql(
    database.connection,
    `insert into session (token_hash, user_id, expires_at)
     select $1, id, now() + interval '1 day' from app_user where email = $2`,
    [secretHash(secret), `${login}@demo.test`],
  );
}

function contextOf(login: string): RequestContext {
  const secret = secrets.get(login) ?? null;
  return new RequestContext(server.access, { secret, address: "127.0.0.1", requestId: "test" });
}

const CASES: readonly (readonly [string, string])[] = [
  ["me", `{ me ${everythingOf("Me", 2)} }`],
  ["units", `{ units ${everythingOf("Unit", 2)} }`],
  ["users", `{ users ${everythingOf("User", 1)} roles ${everythingOf("Role", 1)} }`],
  ["sessions", `{ sessions ${everythingOf("Session", 1)} apiTokens ${everythingOf("ApiToken", 1)} }`],
  ["a board", `{ unit(key: "DEV") { id } board(unit: "$DEV") ${everythingOf("Board", 4)} }`],
  ["a board over units", `{ board(unit: "$PROD", under: true) ${everythingOf("Board", 3)} }`],
  ["an issue", `{ issue(key: "DEV-1") ${everythingOf("Issue", 3)} }`],
  ["issues", `{ issues(first: 20) ${everythingOf("IssueConnection", 3)} }`],
  ["events", `{ events(first: 20) ${everythingOf("EventConnection", 3)} }`],
];

describe("a compiled query answers as graphql-js does", () => {
  it.each(CASES.flatMap(([what, text]) => LOGINS.map((login) => [what, login, text])))(
    "%s, every field of it, for %s",
    async (_what, login, text) => {
      const rows = await runSql(database.connection, "select key, id from unit");
      const unitIds = new Map(rows.map((row) => [row["key"], String(row["id"])]));
      const document = parse(text.replace(/\$([A-Z]+)/g, (_, key: string) => unitIds.get(key) ?? ""));
      const query = compiled.findAtOnce(text, null, document)?.query;
      const [interpreted, run] = [contextOf(login), contextOf(login)];
      const wanted = await execute({ schema, document, contextValue: interpreted });
      const given = await query?.(undefined, run, {});
      expect(wanted.errors).toBeUndefined();
      expect(JSON.parse(JSON.stringify(given))).toEqual(JSON.parse(JSON.stringify(wanted)));
      expect(run.redacted()).toEqual(interpreted.redacted());
    },
  );
});
