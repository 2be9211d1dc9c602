import { STAMP, type ReadScope } from "../../../access/read-scope.js";
import type { Row } from "../../../platform/db/database.js";
import { Sql } from "../../../platform/db/sql.js";
import { badInputError, RefusedError } from "../../../platform/graphql/refused.js";
import { selects, type Selection } from "../../../platform/graphql/selection.js";
import { unitsAsked } from "../lists/list-issues.js";
import { allOf } from "../lists/condition.sql.js";
import { issueMatches } from "../lists/issue-filter.sql.js";
import type { IssueFilter } from "../lists/issue-filter.types.js";
import { seesIssue } from "../issue-sight.sql.js";
import { DIMENSIONS, type Grouping } from "./dimensions.sql.js";
import type { IssueDimension } from "./issue-stats.types.js";
import { MEASURE_FIELDS, MEASURES, type Measure, type MeasureField } from "./measures.sql.js";

export interface IssueStatsQuestion {
  readonly filter: IssueFilter | null;
  readonly groupBy: readonly IssueDimension[];
}

/** No list is without an end: more groups than this nobody reads, and a filter makes them fewer. */
const MAX_ROWS = 10_000;

const PERIODS = /^(CREATED|CLOSED)_/;

/** Each once. @throws RefusedError BAD_USER_INPUT for two periods, which would share one field */
function dimensionsOf(groupBy: readonly IssueDimension[]): IssueDimension[] {
  const dimensions = [...new Set(groupBy)];
  if (dimensions.filter((one) => PERIODS.test(one)).length > 1) {
    throw badInputError("groupBy", "Group by one period at most", "stats.onePeriod");
  }
  return dimensions;
}

interface Plan {
  readonly text: string;
  readonly sql: Sql;
  readonly groupings: readonly Grouping[];
  readonly measures: readonly (readonly [MeasureField, Measure])[];
}

function planOf(scope: ReadScope, { filter, groupBy }: IssueStatsQuestion, selection: Selection): Plan {
  const sql = new Sql();
  const within = unitsAsked(scope, filter);
  const asking = { scope, sql, within };
  const groupings = dimensionsOf(groupBy).map((dimension) => DIMENSIONS[dimension](asking));
  const measures = MEASURE_FIELDS.filter((field) => selects(selection, field)).map(
    (field) => [field, MEASURES[field](asking)] as const,
  );
  const joins = [...groupings, ...measures.map(([, measure]) => measure)].flatMap(({ join }) => join ?? []);
  const where = allOf([seesIssue(scope, sql, "i", within), issueMatches(scope, sql, "i", filter, within)]);
  const columns = [
    STAMP,
    ...groupings.map(({ value }) => value),
    ...groupings.map(({ hidden }) => `bool_or(${hidden})`),
    ...measures.flatMap(([, { value, hidden }]) => [value, hidden]),
  ];
  // By their places: a value with parameters in it would be another expression the second time.
  const places = groupings.map((_, index) => String(index + 2));
  const grouped = places.length === 0 ? "" : `group by ${places.join(", ")}`;
  const ordered =
    places.length === 0 ? "" : `order by ${places.map((place) => `${place} nulls last`).join(", ")}`;
  const text = `/* issueStats */ select ${columns.join(", ")} from issue i ${joins.join(" ")}
    where ${where} ${grouped} ${ordered} limit ${sql.param(MAX_ROWS + 1)}::int`;
  return { text, sql, groupings, measures };
}

/** One row of the answer; what was hidden is noted (R11). */
function statOf(scope: ReadScope, { groupings, measures }: Plan, row: Row): object {
  const [shown, flags] = [1, 1 + groupings.length];
  const figures = flags + groupings.length;
  const stat: Record<string, unknown> = {};
  groupings.forEach(({ field, show }, index) => {
    stat[field] = show(scope, row[shown + index] ?? null);
    if (row[flags + index] === true) scope.hidden.add(`IssueStat.${field}`);
  });
  measures.forEach(([field], index) => {
    stat[field] = row[figures + 2 * index];
    if (row[figures + 2 * index + 1] === true) scope.hidden.add(`IssueStat.${field}`);
  });
  return stat;
}

/**
 * Figures over the issues that the viewer sees and the filter matches, in one statement: the same gate as lists (R10).
 *
 * @returns a row for each group that has issues, in the order of its values; without a dimension one row
 * @throws RefusedError FORBIDDEN for a dimension or a filter by what the viewer reads on no issue; BAD_USER_INPUT for two
 *   periods; LIMIT for more than 10,000 groups
 */
export async function issueStats(
  scope: ReadScope,
  question: IssueStatsQuestion,
  selection: Selection,
): Promise<object[]> {
  const plan = planOf(scope, question, selection);
  const rows = await scope.rows(plan.text, plan.sql);
  if (rows.length > MAX_ROWS) {
    throw new RefusedError("LIMIT", "This makes too many groups", {
      field: "groupBy",
      message: { key: "stats.tooManyGroups", params: { max: MAX_ROWS } },
    });
  }
  return rows.map((row) => statOf(scope, plan, row));
}
