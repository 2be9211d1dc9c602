import { columnsOf, type BoardColumn } from "@stafeta/domain/board/columns";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { unitsUnder } from "@stafeta/domain/org/tree";
import type { UnitId } from "@stafeta/domain/shared/ids";
import type { ReadScope } from "../../access/read-scope.js";
import { STAMP } from "../../access/read-scope.js";
import type { Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import type { Selection } from "../../platform/graphql/selection.js";
import { IssuePlan, type Variables } from "../issues/issue.fetch.js";
import { issueMatches } from "../issues/lists/issue-filter.sql.js";
import type { IssueFilter } from "../issues/lists/issue-filter.types.js";
import { hatsWithin, readsField, readsRank } from "../issues/issue-sight.sql.js";

/** Which board: a unit's own, or one over it and all units below (I3). */
export interface BoardQuestion {
  readonly unitId: UnitId;
  readonly under: boolean;
  readonly filter: IssueFilter | null | undefined;
  /** Days for which a CLOSED column shows what was closed. */
  readonly closedDays: number;
}

export function boardColumns(scope: ReadScope, question: BoardQuestion): BoardColumn[] {
  return columnsOf(scope.company, question.unitId, question.under);
}

function boardUnits(scope: ReadScope, question: BoardQuestion): UnitId[] {
  if (!question.under) return [question.unitId];
  return unitsUnder(scope.company, question.unitId).map((unit) => unit.id);
}

/** The columns as rows `s (n, closed)` with their statuses `s.id`: a status stands in one column. */
function columnRows(sql: Sql, columns: readonly BoardColumn[]): string {
  const statuses = columns.flatMap((column, index) =>
    column.statuses.map((status) => ({ index, column, status })),
  );
  const ids = sql.ids(statuses.map(({ status }) => status.id));
  const positions = sql.param(statuses.map(({ index }) => index));
  const closed = sql.param(statuses.map(({ column }) => column.category === "CLOSED"));
  return `unnest(${ids}, ${positions}::int[], ${closed}::bool[]) s(id, n, closed)`;
}

/** What belongs on the board at all, whichever column. */
function onBoard(scope: ReadScope, sql: Sql, question: BoardQuestion): string {
  const units = sql.ids(boardUnits(scope, question));
  const matches = issueMatches(scope, sql, "i", question.filter);
  return `i.unit_id = any(${units}) and not i.archived and ${readsRank(scope, sql, "i")} and ${matches}`;
}

function isShown(sql: Sql, question: BoardQuestion): string {
  return `(not s.closed or i.closed_at >= now() - make_interval(days => ${sql.param(question.closedDays)}::int))`;
}

export interface ColumnFigures {
  readonly count: number;
  readonly estimateSum: number;
  readonly issueIds: readonly string[];
  readonly olderCount: number;
}

/** Count, sum and order of every column, by one statement; by position of the column. */
export async function columnFigures(
  scope: ReadScope,
  question: BoardQuestion,
  columns: readonly BoardColumn[],
): Promise<Map<number, ColumnFigures>> {
  const sql = new Sql();
  const shown = isShown(sql, question);
  const estimate = `case when ${readsField(scope, sql, "i", ISSUE_FIELDS.estimate)} then i.estimate end`;
  const rows = await scope.rows(
    `/* columnFigures */ select ${STAMP}, s.n, count(*) filter (where ${shown})::int,
       coalesce(sum(${estimate}) filter (where ${shown}), 0)::float8,
       coalesce(array_agg(i.id order by i.rank) filter (where ${shown}), '{}'),
       count(*) filter (where not ${shown})::int
     from ${columnRows(sql, columns)} join issue i on i.status_id = s.id
     where ${onBoard(scope, sql, question)} group by s.n`,
    sql,
  );
  return new Map(
    rows.map((row) => {
      const [, position, count, estimateSum, issueIds, olderCount] = row as [
        string,
        number,
        number,
        number,
        string[],
        number,
      ];
      return [position, { count, estimateSum, issueIds, olderCount }];
    }),
  );
}

/** The first cards of every column after a rank; by position of the column, in order. */
export interface ColumnCards {
  readonly cards: object[];
  readonly ranks: string[];
  hasNext: boolean;
}

/**
 * Cards of all columns by one statement. A unit's own column is one status, read in the order of the index; one over
 * several units is sorted.
 */
export async function columnCards(
  scope: ReadScope,
  question: BoardQuestion,
  columns: readonly BoardColumn[],
  page: { readonly first: number; readonly after: string | null },
  selection: Selection,
  variables: Variables,
): Promise<Map<number, ColumnCards>> {
  const plan = new IssuePlan(scope, selection, variables, hatsWithin(scope, boardUnits(scope, question)));
  const { sql } = plan;
  const after = page.after === null ? "" : `and i.rank > ${sql.param(page.after)}`;
  const limit = `order by i.rank limit ${sql.param(page.first + 1)}::int`;
  const where = `${onBoard(scope, sql, question)} and ${isShown(sql, question)} ${after}`;
  const cards = question.under
    ? `(select distinct n from ${columnRows(sql, columns)}) k cross join lateral (select ${plan.columns}, i.rank as place
         from ${columnRows(sql, columns)} join issue i on i.status_id = s.id where s.n = k.n and ${where} ${limit}) x`
    : `${columnRows(sql, columns)} cross join lateral (select ${plan.columns}, i.rank as place
         from issue i where i.status_id = s.id and ${where} ${limit}) x`;
  const rows = await scope.rows(
    `/* columnCards */ select ${STAMP}, x.*, ${question.under ? "k" : "s"}.n from ${cards}`,
    sql,
  );
  return sortIntoColumns(plan, rows, page.first);
}

async function sortIntoColumns(
  plan: IssuePlan,
  rows: readonly Row[],
  first: number,
): Promise<Map<number, ColumnCards>> {
  const found = new Map<number, ColumnCards>();
  const [rankAt, columnAt] = [1 + plan.width, 2 + plan.width];
  const kept = rows.filter((row) => {
    const position = row[columnAt] as number;
    let column = found.get(position);
    if (!column) found.set(position, (column = { cards: [], ranks: [], hasNext: false }));
    column.hasNext = column.ranks.length === first;
    if (!column.hasNext) column.ranks.push(row[rankAt] as string);
    return !column.hasNext;
  });
  const built = await plan.build(kept);
  kept.forEach((row, index) => found.get(row[columnAt] as number)?.cards.push(built[index] ?? {}));
  return found;
}
