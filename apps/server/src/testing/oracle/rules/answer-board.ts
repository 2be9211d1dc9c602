import { exactSum } from "./answer-issue.js";
import { answer, answers, connection, type TypeReader } from "./answer.js";
import { boardColumns, type Board, type Column } from "./board.js";
import { InAnyOrder } from "./selection.js";
import { rowOf } from "./world.js";

const BOARD_FIELDS: TypeReader = {
  unit: (eyes, board: Board, { of }) => answer(eyes, "Unit", rowOf(eyes.world.units, board.unitId), of ?? []),
  columns: (eyes, board: Board, { of }) => answers(eyes, "BoardColumn", boardColumns(eyes, board), of ?? []),
  lastEvent: (eyes) => eyes.world.events.at(-1)?.id,
};

const COLUMN: TypeReader = {
  name: (_, column: Column) => column.name,
  category: (_, column: Column) => column.category,
  status: (eyes, column: Column, { of }) => answer(eyes, "Status", column.status, of ?? []),
  statuses: (eyes, column: Column, { of }) =>
    new InAnyOrder(answers(eyes, "Status", column.statuses, of ?? [])),
  wipLimit: () => null,
  count: (_, column: Column) => column.cards.length,
  // Sums run over what is readable (R10).
  estimateSum: (eyes, column: Column) =>
    exactSum(
      column.cards.filter((card) => eyes.reads(card, "estimate")).flatMap((card) => card.estimate ?? []),
    ),
  issueIds: (_, column: Column) => column.cards.map((card) => card.id),
  olderCount: (_, column: Column) => column.older.length,
  issues: (eyes, column: Column, { first, of }) =>
    connection(eyes, "Issue", column.cards, { first }, of ?? []),
};

export const BOARD = { Board: BOARD_FIELDS, BoardColumn: COLUMN } satisfies Record<string, TypeReader>;
