import type { UnitId } from "@stafeta/domain/shared/ids";
import { unitsUnder } from "@stafeta/domain/org/tree";
import { STAMP, type ReadScope } from "../../../access/read-scope.js";
import { Sql } from "../../../platform/db/sql.js";
import {
  connectionOf,
  nodeSelection,
  pageSize,
  wantsNodes,
  type Connection,
} from "../../../platform/graphql/connection.js";
import { selects, type Selection } from "../../../platform/graphql/selection.js";
import { allOf } from "./condition.sql.js";
import { IssuePlan, type Variables } from "../issue.fetch.js";
import { issueMatches } from "./issue-filter.sql.js";
import type { IssueFilter, IssueOrder } from "./issue-filter.types.js";
import { IssueOrdering } from "./issue-order.sql.js";
import { seesIssue, type Within } from "../issue-sight.sql.js";

export interface IssueListQuestion {
  readonly filter: IssueFilter | null;
  readonly orderBy: readonly IssueOrder[] | null | undefined;
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
}

/** What exists for the viewer and matches: the one gate of pages and counts (PER-12). */
function found(scope: ReadScope, sql: Sql, filter: IssueFilter | null, within: Within): string {
  return allOf([seesIssue(scope, sql, "i", within), issueMatches(scope, sql, "i", filter, within)]);
}

async function countIssues(scope: ReadScope, filter: IssueFilter | null, within: Within): Promise<number> {
  const sql = new Sql();
  const where = found(scope, sql, filter, within);
  const text = `/* countIssues */ select ${STAMP}, count(*)::int from issue i where ${where}`;
  const [row] = await scope.rows(text, sql);
  return row?.[1] as number;
}

/** Whether a filter keeps to a few of many by name: some persons, labels, parents. */
function isNarrow(filter: IssueFilter | null): boolean {
  if (filter === null) return false;
  const { id, key, assignee, author, parent, label } = filter;
  return [id, key, assignee, author, parent, label].some((named) => named?.in != null);
}

/**
 * Few rows are gathered, then sorted. Said so, one plan is good for all values and is kept; else the planner, unsure whether
 * to walk an index in the order of the list, makes another for each request, and that takes longer than to run it.
 */
function gatheredFirst(plan: IssuePlan, ordering: IssueOrdering, where: string, limit: string): string {
  const [inner, outer] = [ordering.gatheredAs("found"), ordering.gatheredAs("page")];
  return `/* listIssues */ with found as materialized (select i.id, ${ordering.gathered} from issue i where ${where}),
      page as (select found.* from found order by ${inner.orderBy} limit ${limit})
    select ${STAMP}, ${plan.columns}, ${outer.columns} from page join issue i on i.id = page.id order by ${outer.orderBy}`;
}

const NO_PAGE = { nodes: [], cursorAt: () => "", hasNext: false };

async function fetchPage(
  scope: ReadScope,
  question: IssueListQuestion,
  selection: Selection,
  variables: Variables,
  within: Within,
) {
  const first = pageSize(question.first);
  const plan = new IssuePlan(scope, nodeSelection(selection), variables, within);
  const { sql } = plan;
  const ordering = new IssueOrdering(scope, sql, "i", question);
  const after = question.after == null ? [] : [ordering.after(question.after)];
  const where = allOf([found(scope, sql, question.filter, within), ...after]);
  // What cannot be asked is refused, also where only the total is.
  if (!wantsNodes(selection)) return NO_PAGE;
  const limit = `${sql.param(first + 1)}::int`;
  const text = isNarrow(question.filter)
    ? gatheredFirst(plan, ordering, where, limit)
    : `/* listIssues */ select ${STAMP}, ${plan.columns}, ${ordering.columns} from issue i
       where ${where} order by ${ordering.orderBy} limit ${limit}`;
  const rows = await scope.rows(text, sql);
  const kept = rows.slice(0, first);
  const cursorAt = (index: number) => ordering.cursorOf(kept[index] ?? [], 1 + plan.width);
  return { nodes: await plan.build(kept), cursorAt, hasNext: rows.length > first };
}

/** The units that a filter keeps to at its top, for whose issues rights may be simpler; null: it does not say. */
export function unitsAsked(scope: ReadScope, filter: IssueFilter | null): Within {
  const { eq, in: among } = filter?.unit ?? {};
  if (eq != null) return [eq];
  if (among != null) return among;
  if (filter?.underUnit == null) return null;
  return unitsUnder(scope.company, filter.underUnit as UnitId).map((unit) => unit.id);
}

/**
 * The issues that the viewer sees and the filter matches: one statement for a page, another if its total is asked for,
 * whatever their number; what hangs below a row (parent, comments ...) adds one each.
 *
 * @throws RefusedError FORBIDDEN for a filter or an order by what the viewer can read on no issue (R10); BAD_USER_INPUT
 */
export async function listIssues(
  scope: ReadScope,
  question: IssueListQuestion,
  selection: Selection,
  variables: Variables,
): Promise<Connection> {
  const within = unitsAsked(scope, question.filter);
  const [page, totalCount] = await Promise.all([
    fetchPage(scope, question, selection, variables, within),
    selects(selection, "totalCount") ? countIssues(scope, question.filter, within) : null,
  ]);
  return connectionOf(page.nodes, page.cursorAt, {
    hasNext: page.hasNext,
    hasPrevious: question.after != null,
    totalCount,
  });
}
