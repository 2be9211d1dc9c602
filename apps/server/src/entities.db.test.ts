import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EntityMetadata } from "typeorm";
import { writeDataSource } from "./platform/db/connect.js";
import { ENTITIES } from "./entities.js";
import { runSql } from "./testing/sql.js";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.js";

/** Tables that nobody writes by an entity: the migrations' own, and the months of the log. */
const NO_ENTITY = /^(migration|event_(rest|\d{4}_\d{2}))$/;

let database: TestDatabase;
let entities: readonly EntityMetadata[];
/** "table.column" to its type, with "null" where it may be empty. */
let inDatabase: Map<string, string>;
let keys: Map<string, string>;

const COLUMNS = `select c.relname || '.' || a.attname as name,
    format_type(a.atttypid, null) || case when a.attnotnull then '' else ' null' end
      || case when a.attidentity = 'a' then ' identity' else '' end as kind
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`;

const KEYS = `select c.relname as name, array_to_string(array_agg(a.attname order by a.attname), ',') as key
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
  where i.indisprimary and c.relnamespace = 'public'::regnamespace group by c.relname`;

async function pairs(sql: string, value: string): Promise<Map<string, string>> {
  const rows = await runSql(database.connection, sql);
  const kept = rows.filter((row) => !NO_ENTITY.test(String(row["name"]).split(".")[0] ?? ""));
  return new Map(kept.map((row) => [String(row["name"]), String(row[value])]));
}

beforeAll(async () => {
  database = await createTestDatabase();
  const source = await writeDataSource(database.connection, ENTITIES, () => undefined).initialize();
  entities = source.entityMetadatas;
  await source.destroy();
  inDatabase = await pairs(COLUMNS, "kind");
  keys = await pairs(KEYS, "key");
});
afterAll(() => database.drop());

type ColumnMetadata = EntityMetadata["columns"][number];

/** As PostgreSQL names types. */
const NAMES: Readonly<Record<string, string>> = { timestamptz: "timestamp with time zone", int: "integer" };

function kindOf(column: ColumnMetadata): string {
  const type = String(column.type);
  const list = column.isArray ? "[]" : "";
  const isIdentity = column.generatedIdentity === "ALWAYS";
  return `${NAMES[type] ?? type}${list}${column.isNullable ? " null" : ""}${isIdentity ? " identity" : ""}`;
}

describe("the entities", () => {
  it("have each column of the migrated tables, and the tables have each of theirs: name, type, emptiness", () => {
    const ours = entities.flatMap((entity) =>
      entity.columns.map((column) => [`${entity.tableName}.${column.databaseName}`, kindOf(column)] as const),
    );
    expect(Object.fromEntries(ours.toSorted())).toEqual(Object.fromEntries([...inDatabase].toSorted()));
  });

  it("have the keys of the tables", () => {
    const ours = entities.map((entity) => {
      const names = entity.primaryColumns.map((column) => column.databaseName).toSorted();
      return [entity.tableName, names.join()] as const;
    });
    expect(Object.fromEntries(ours.toSorted())).toEqual(Object.fromEntries([...keys].toSorted()));
  });

  it("say of the same columns that the database fills them when nothing is given", async () => {
    const filled = await pairs(
      `select table_name || '.' || column_name as name, 'default' as kind from information_schema.columns
       where table_schema = 'public' and column_default is not null`,
      "kind",
    );
    const ours = entities.flatMap((entity) =>
      entity.columns
        .filter((column) => column.default !== undefined)
        .map((column) => `${entity.tableName}.${column.databaseName}`),
    );
    expect(ours.toSorted()).toEqual([...filled.keys()].toSorted());
  });

  it("are all there are", () => {
    expect(entities).toHaveLength(ENTITIES.length);
    expect(new Set(entities.map((entity) => entity.tableName)).size).toBe(ENTITIES.length);
  });
});
