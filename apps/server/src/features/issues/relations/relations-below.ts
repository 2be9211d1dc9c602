import { inverseOf, type RelationKind } from "@stafeta/domain/issues/relations";
import { STAMP } from "../../../access/read-scope.js";
import type { Row } from "../../../platform/db/database.js";
import type { Sql } from "../../../platform/db/sql.js";
import type { Lookup } from "../../../platform/graphql/record-plan.js";
import { below, mergeSelections, type FieldUse } from "../../../platform/graphql/selection.js";
import { IssuePlan } from "../issue.fetch.js";
import { ISSUE_TYPE, type IssueReading } from "../issue.plan.js";
import { seesIssue, type Sighting } from "../issue-sight.sql.js";

/** One issue can be related to several, or in several ways; what hangs below it is fetched once, and is there once. */
async function buildEachOnce(plan: IssuePlan, found: readonly Row[]): Promise<Lookup> {
  const rows = new Map(found.map((row) => [row[1], row]));
  const built = await plan.build([...rows.values()]);
  const issues = new Map([...rows.keys()].map((id, index) => [id, built[index]]));
  return (row) => issues.get(row[1]);
}

/** R11: those whose other issue the viewer sees, oldest first; one statement for all rows. */
async function loadRelations(
  { scope, variables }: IssueReading,
  uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  if (rows.length === 0) return () => [];
  const selection = uses.map((use) => use.selection).reduce(mergeSelections);
  const plan = new IssuePlan(scope, below(selection, "issue"), variables);
  const { sql } = plan;
  const ids = sql.ids(rows.map((row) => row[1] as string));
  const columns = "id, kind, delay_days";
  const found = await scope.rows(
    `/* relationsOf */ select ${STAMP}, ${plan.columns}, r.id, r.kind, r.delay_days, r.forward, r.this_id
     from (select ${columns}, true as forward, from_id as this_id, to_id as other_id from relation
         where ended_at is null and from_id = any(${ids})
       union all select ${columns}, false, to_id, from_id from relation
         where ended_at is null and to_id = any(${ids})) r
     join issue i on i.id = r.other_id where ${seesIssue(scope, sql, "i")} order by r.id`,
    sql,
  );
  const issueOf = await buildEachOnce(plan, found);
  const byIssue = new Map<string, object[]>();
  for (const row of found) {
    const own = row.slice(1 + plan.width) as [string, RelationKind, number | null, boolean, string];
    const [id, kind, delayDays, isForward, thisId] = own;
    const relation = { id, type: isForward ? kind : inverseOf(kind), delayDays, issue: issueOf(row) };
    byIssue.set(thisId, [...(byIssue.get(thisId) ?? []), relation]);
  }
  return (row) => byIssue.get(row[1] as string) ?? [];
}

/** I2: an unfinished issue that the viewer sees stands in the way of the issue (R11: another one is absent). */
export function isBlocked(scope: Sighting, sql: Sql, alias: string): string {
  return `exists (select from relation b join issue blocker on blocker.id = b.from_id
    where b.to_id = ${alias}.id and b.kind = 'BLOCKS' and b.ended_at is null
      and is_unfinished(blocker.status_id) and ${seesIssue(scope, sql, "blocker")})`;
}

/** Called once: what relations add to an issue. */
export function registerIssueRelations(): void {
  Object.assign(ISSUE_TYPE.fields, {
    relations: { value: "n(r)", load: loadRelations, isPersonal: true },
    blocked: {
      columns: ({ scope, sql }: IssueReading) => [isBlocked(scope, sql, "i")],
      value: "$0",
      isPersonal: true,
    },
  });
}
