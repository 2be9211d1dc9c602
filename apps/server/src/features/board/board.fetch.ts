import type { GraphQLObjectType } from "graphql";
import type { BoardColumn } from "@stafeta/domain/board/columns";
import type { ReadScope } from "../../access/read-scope.js";
import {
  connectionOf,
  decodeCursor,
  encodeCursor,
  nodeSelection,
  pageSize,
  wantsCursors,
  wantsNodes,
  type Connection,
} from "../../platform/graphql/connection.js";
import { pagesByArguments, type AskedPage } from "../../platform/graphql/lists-below.js";
import { notFound } from "../../platform/graphql/refused.js";
import { below, selects, type Selection } from "../../platform/graphql/selection.js";
import type { Variables } from "../issues/issue.fetch.js";
import {
  boardColumns,
  columnCards,
  columnFigures,
  type BoardQuestion,
  type ColumnFigures,
} from "./board.queries.js";

const NO_FIGURES: ColumnFigures = { count: 0, estimateSum: 0, issueIds: [], olderCount: 0 };
const CURSOR_ORDER = "board";

type PageOfColumn = (position: number, totalCount: number) => Connection;

interface Ask {
  readonly scope: ReadScope;
  readonly question: BoardQuestion;
  readonly columns: readonly BoardColumn[];
  readonly variables: Variables;
}

async function fetchPage(
  { scope, question, columns, variables }: Ask,
  asked: AskedPage,
): Promise<PageOfColumn> {
  const first = pageSize(asked.args["first"]);
  const cursor = asked.args["after"];
  const after = typeof cursor === "string" ? String(decodeCursor(CURSOR_ORDER, cursor, 1)[0]) : null;
  const page = { first, after, ranked: wantsCursors(asked.selection) };
  const cards = wantsNodes(asked.selection)
    ? await columnCards(scope, question, columns, page, nodeSelection(asked.selection), variables)
    : null;
  return (position, totalCount) => {
    const column = cards?.get(position) ?? { cards: [], ranks: [], hasNext: false };
    const cursorAt = (index: number) => encodeCursor(CURSOR_ORDER, [column.ranks[index] ?? null]);
    const facts = { hasNext: column.hasNext, hasPrevious: after !== null, totalCount };
    return connectionOf(column.cards, cursorAt, facts);
  };
}

function wantsFigures(columns: Selection, pages: readonly AskedPage[]): boolean {
  const own = ["count", "estimateSum", "issueIds", "olderCount"].some((field) => selects(columns, field));
  return own || pages.some((page) => selects(page.selection, "totalCount"));
}

/**
 * A board by at most two statements, whatever the number of cards, columns and fields: figures and order of the columns,
 * and their first cards. What hangs below a card adds one each.
 *
 * @throws RefusedError NOT_FOUND for a unit that does not exist
 */
export async function fetchBoard(
  scope: ReadScope,
  question: BoardQuestion,
  columnType: GraphQLObjectType,
  selection: Selection,
  variables: Variables,
): Promise<object> {
  const unit = scope.view.unit(question.unitId);
  if (!unit) throw notFound();
  const columns = boardColumns(scope, question);
  const asked = below(selection, "columns");
  const pages = pagesByArguments(columnType, asked.uses.get("issues") ?? [], variables);
  const ask = { scope, question, columns, variables };
  const [figures, ...fetched] = await Promise.all([
    wantsFigures(asked, [...pages.values()]) ? columnFigures(scope, question, columns) : null,
    ...[...pages].map(async ([key, page]) => ({ key, of: await fetchPage(ask, page) })),
  ]);
  await scope.finish();
  return {
    unit,
    lastEvent: scope.lastEvent,
    columns: columns.map((column, position) => {
      const figuresHere = figures?.get(position) ?? NO_FIGURES;
      const issues = fetched.map(({ key, of }) => [key, of(position, figuresHere.count)] as const);
      return { ...column, wipLimit: null, ...figuresHere, issues: Object.fromEntries(issues) };
    }),
  };
}
