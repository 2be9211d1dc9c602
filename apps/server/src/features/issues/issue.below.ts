import type { GraphQLObjectType } from "graphql";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { sumOfAmounts } from "@stafeta/domain/shared/numbers";
import type { Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import { listsBelow, type BelowPage } from "../../platform/graphql/lists-below.js";
import { mergeSelections, type FieldUse, type Selection } from "../../platform/graphql/selection.js";
import { FIRST_COLUMN, type FieldSource, type Lookup } from "../../platform/graphql/record-plan.js";
import { STAMP } from "../../access/read-scope.js";
import { CommentPlan } from "./comment.plan.js";
import { IssuePlan } from "./issue.fetch.js";
import { ISSUE_TYPE, type IssueReading } from "./issue.plan.js";
import { readsComment, readsField, seesIssue } from "./issue-sight.sql.js";

/** Fields of Issue that are fetched for all rows at once: what hangs below them. */

function selectionOfUses(uses: readonly FieldUse[]): Selection {
  const [first, ...rest] = uses;
  if (!first) throw new Error("a field that is asked for has a use");
  return rest.reduce((all, use) => mergeSelections(all, use.selection), first.selection);
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map((row) => row[1] as string);
}

/** R11: a parent that cannot be seen is simply absent. One statement for all rows, each parent built once. */
async function loadParent(
  { scope, variables }: IssueReading,
  uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  if (rows.length === 0) return () => null;
  const plan = new IssuePlan(scope, selectionOfUses(uses), variables);
  const { sql } = plan;
  const found = await scope.rows(
    `/* parentsOf */ select ${STAMP}, ${plan.columns}, child.id from issue child join issue i on i.id = child.parent_id
     where child.id = any(${sql.ids(idsOf(rows))}) and ${seesIssue(scope, sql, "i")}`,
    sql,
  );
  const parents = [...new Map(found.map((row) => [row[1] as string, row])).values()];
  const built = await plan.build(parents);
  const byId = new Map(parents.map((row, index) => [row[1] as string, built[index] ?? null]));
  const byChild = new Map(found.map((row) => [row[1 + plan.width] as string, row[1] as string]));
  return (row) => byId.get(byChild.get(row[1] as string) ?? "") ?? null;
}

/** Direct sub-issues that the viewer sees, oldest first. */
async function subIssuePage(reading: IssueReading, page: BelowPage): Promise<Row[]> {
  const { scope } = reading;
  const sql = page.sql;
  return scope.rows(
    `/* subIssuesBelow */ select ${STAMP}, x.*, p.id from unnest(${sql.ids(page.parents)}) p(id) cross join lateral (
      select ${page.columns} from issue i where i.parent_id = p.id and not i.archived and ${seesIssue(scope, sql, "i")}
      ${page.after === null ? "" : `and i.id > ${sql.id(page.after)}`} order by i.id limit ${sql.param(page.limit)}::int) x`,
    sql,
  );
}

async function countSubIssues(reading: IssueReading, parents: readonly string[]): Promise<Row[]> {
  const { scope } = reading;
  const sql = new Sql();
  return scope.rows(
    `/* countSubIssues */ select ${STAMP}, i.parent_id, count(*)::int from issue i
     where i.parent_id = any(${sql.ids(parents)}) and not i.archived and ${seesIssue(scope, sql, "i")} group by i.parent_id`,
    sql,
  );
}

async function commentPage(reading: IssueReading, page: BelowPage): Promise<Row[]> {
  const { sql } = page;
  return reading.scope.rows(
    `/* commentsBelow */ select ${STAMP}, x.*, p.id from unnest(${sql.ids(page.parents)}) p(id) cross join lateral (
      select ${page.columns} from comment c where c.issue_id = p.id and ${readsComment(reading.scope, sql, "c")}
      ${page.after === null ? "" : `and c.id > ${sql.id(page.after)}`} order by c.id limit ${sql.param(page.limit)}::int) x`,
    sql,
  );
}

async function countComments(reading: IssueReading, parents: readonly string[]): Promise<Row[]> {
  const sql = new Sql();
  return reading.scope.rows(
    `/* countComments */ select ${STAMP}, c.issue_id, count(*)::int from comment c
     where c.issue_id = any(${sql.ids(parents)}) and ${readsComment(reading.scope, sql, "c")} group by c.issue_id`,
    sql,
  );
}

/** I1: the tree below, as far as the viewer sees it; what hangs below something unseen is unseen with it. */
async function treeSums(reading: IssueReading, rows: readonly Row[]): Promise<Map<string, Row>> {
  if (rows.length === 0) return new Map();
  const { scope } = reading;
  const sql = new Sql();
  const sums = await scope.rows(
    `/* treeSums */ with recursive tree(root, id) as (
       select c.parent_id, c.id from issue c
       where c.parent_id = any(${sql.ids(idsOf(rows))}) and ${seesIssue(scope, sql, "c")}
       union all
       select t.root, c.id from tree t join issue c on c.parent_id = t.id where ${seesIssue(scope, sql, "c")})
     select ${STAMP}, t.root, count(*)::int, count(*) filter (where not is_unfinished(i.status_id))::int,
       sum(case when ${readsField(scope, sql, "i", ISSUE_FIELDS.estimate)} then i.estimate end)
     from tree t join issue i on i.id = t.id group by t.root`,
    sql,
  );
  return new Map(sums.map((row) => [row[FIRST_COLUMN] as string, row]));
}

async function loadProgress(
  reading: IssueReading,
  _: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  const sums = await treeSums(reading, rows);
  return (row) => {
    const sum = sums.get(row[1] as string);
    return sum ? Number(sum[3]) / Number(sum[2]) : null;
  };
}

async function loadTotalEstimate(
  reading: IssueReading,
  _: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  const sums = await treeSums(reading, rows);
  const sql = new Sql();
  const own = new Map<string, unknown>();
  // R9: a custom role can open the sum alone; it runs over what is readable, the issue's own estimate too (R10).
  const readable = `case when ${readsField(reading.scope, sql, "i", ISSUE_FIELDS.estimate)} then i.estimate end`;
  const text = `/* ownEstimates */ select ${STAMP}, i.id, ${readable} from issue i where i.id = any(${sql.ids(idsOf(rows))})`;
  for (const row of rows.length === 0 ? [] : await reading.scope.rows(text, sql))
    own.set(row[1] as string, row[2]);
  return (row) => {
    const parts = [own.get(row[1] as string), sums.get(row[1] as string)?.[4]].filter((part) => part != null);
    return parts.length === 0 ? null : sumOfAmounts(parts.map(Number));
  };
}

const BELOW: Readonly<Record<string, FieldSource<IssueReading>>> = {
  parent: { value: "n(r)", load: loadParent, isPersonal: true },
  progress: { value: "n(r)", load: loadProgress, isPersonal: true },
  totalEstimate: { value: "n(r)", load: loadTotalEstimate, isPersonal: true },
};

/** Called once, when the schema is there: lists below take arguments, whose defaults the schema holds. */
export function registerIssueLists(issueType: GraphQLObjectType): void {
  Object.assign(ISSUE_TYPE.fields, BELOW, {
    subIssues: listsBelow<IssueReading>(issueType, {
      order: "subIssues",
      plan: ({ scope, variables }, selection) => new IssuePlan(scope, selection, variables),
      page: subIssuePage,
      count: countSubIssues,
    }),
    comments: listsBelow<IssueReading>(issueType, {
      order: "comments",
      plan: ({ scope, variables }, selection) => new CommentPlan(scope, selection, variables),
      page: commentPage,
      count: countComments,
    }),
  });
}
