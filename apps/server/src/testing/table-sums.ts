import { runSql } from "./sql.js";
import type { TestServer } from "./test-server.js";

/** Told apart from records (L4): attempts are noted whatever becomes of them. */
const NO_RECORDS = ["login_attempt"];

/** FLO-05: a checksum of each table's rows, to compare before and after what must change nothing. */
export async function tableSums(test: TestServer): Promise<Readonly<Record<string, string>>> {
  const { connection } = test.database;
  const tables = await runSql(
    connection,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and not c.relname = any($1)
     order by 1`,
    [NO_RECORDS],
  );
  const sums = tables.map(
    ({ name }) =>
      `select '${String(name)}' as name, md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as sum
       from "${String(name)}" t`,
  );
  const rows = await runSql(connection, sums.join(" union all "));
  return Object.fromEntries(rows.map((row) => [String(row["name"]), String(row["sum"])]));
}
