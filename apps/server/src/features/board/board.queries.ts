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
import { readsField, readsRank } from "../issues/issue-sight.sql.js";

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

/** A board over several units has some hundreds of statuses; more than these go as arrays. */
const MOST_WRITTEN_OUT = 20;

/**
 * The columns as rows `s (n, closed)` with their statuses `s.id`: a status stands in one column. Few are written out:
 * of arrays PostgreSQL guesses the length, takes the guess for worse than the truth, and plans every request anew.
 */
function columnRows(sql: Sql, columns: readonly BoardColumn[]): string {
  const statuses = columns.flatMap((column, n) =>
    column.statuses.map(({ id }) => ({ id, n, closed: column.category === "CLOSED" })),
  );
  if (statuses.length > 0 && statuses.length <= MOST_WRITTEN_OUT) {
    const rows = statuses.map(({ id, n, closed }) => `(${sql.id(id)}, ${String(n)}, ${String(closed)})`);
    return `(values ${rows.join(", ")}) s(id, n, closed)`;
  }
  const ids = sql.ids(statuses.map(({ id }) => id));
  const positions = sql.param(statuses.map(({ n }) => n));
  const closed = sql.param(statuses.map((status) => status.closed));
  return `unnest(${ids}, ${positions}::int[], ${closed}::bool[]) s(id, n, closed)`;
}

/** By equality where it is one unit: only then the index gives the cards in their order. */
function inUnits(sql: Sql, units: readonly UnitId[]): string {
  const [only] = units;
  return units.length === 1 && only !== undefined
    ? `i.unit_id = ${sql.id(only)}`
    : `i.unit_id = any(${sql.ids(units)})`;
}

/** What belongs on the board at all, whichever column. */
function onBoard(scope: ReadScope, sql: Sql, question: BoardQuestion): string {
  const units = boardUnits(scope, question);
  const readable = readsRank(scope, sql, "i", units);
  const matches = issueMatches(scope, sql, "i", question.filter);
  return `${inUnits(sql, units)} and not i.archived and ${readable} and ${matches}`;
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
  const readable = readsField(scope, sql, "i", ISSUE_FIELDS.estimate, boardUnits(scope, question));
  const estimate = readable === "true" ? "i.estimate" : `case when ${readable} then i.estimate end`;
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

/** Which cards of each column. */
export interface CardPage {
  readonly first: number;
  /** The rank after which they begin. */
  readonly after: string | null;
  /** Whether their ranks are asked for, as places in the list. */
  readonly ranked: boolean;
}

/** The first cards of every column after a rank; by position of the column, in order. */
export interface ColumnCards {
  readonly cards: object[];
  /** Empty where the page is not ranked. */
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
  page: CardPage,
  selection: Selection,
  variables: Variables,
): Promise<Map<number, ColumnCards>> {
  const plan = new IssuePlan(scope, selection, variables, boardUnits(scope, question));
  const { sql } = plan;
  const after = page.after === null ? "" : `and i.rank > ${sql.param(page.after)}`;
  const limit = `order by i.rank limit ${sql.param(page.first + 1)}::int`;
  const where = `${onBoard(scope, sql, question)} and ${isShown(sql, question)} ${after}`;
  const card = page.ranked ? `${plan.columns}, i.rank as place` : plan.columns;
  const cards = question.under
    ? `(select distinct n from ${columnRows(sql, columns)}) k cross join lateral (select ${card}
         from ${columnRows(sql, columns)} join issue i on i.status_id = s.id where s.n = k.n and ${where} ${limit}) x`
    : `${columnRows(sql, columns)} cross join lateral (select ${card}
         from issue i where i.status_id = s.id and ${where} ${limit}) x`;
  const text = `/* columnCards */ select ${STAMP}, x.*, ${question.under ? "k" : "s"}.n from ${cards}`;
  return sortIntoColumns(plan, await scope.rows(text, sql), page);
}

async function sortIntoColumns(
  plan: IssuePlan,
  rows: readonly Row[],
  { first, ranked }: CardPage,
): Promise<Map<number, ColumnCards>> {
  const found = new Map<number, ColumnCards & { count: number }>();
  const rankAt = 1 + plan.width;
  const columnAt = ranked ? rankAt + 1 : rankAt;
  const kept = rows.filter((row) => {
    const position = row[columnAt] as number;
    let column = found.get(position);
    if (!column) found.set(position, (column = { cards: [], ranks: [], hasNext: false, count: 0 }));
    column.count++;
    column.hasNext = column.count > first;
    if (ranked && !column.hasNext) column.ranks.push(row[rankAt] as string);
    return !column.hasNext;
  });
  const built = await plan.build(kept);
  kept.forEach((row, index) => found.get(row[columnAt] as number)?.cards.push(built[index] ?? {}));
  return found;
}
