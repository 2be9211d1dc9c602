import type { CardId, ColumnId, Order } from "../order/board-model";
import type { BoardCommand } from "./board-keys";

export type FocusTo = Extract<BoardCommand, { kind: "focus" }>["to"];

export interface FocusField {
  readonly order: Order;
  /** Columns that can be entered: in their order, without collapsed ones. */
  readonly columns: readonly ColumnId[];
  /** How far a column is scrolled, in cards: so that a step aside stays at the same height of the screen. */
  readonly scrolledBy: (column: ColumnId) => number;
}

function indexBeside(field: FocusField, from: ColumnId, index: number, to: ColumnId): number {
  const row = index - field.scrolledBy(from) + field.scrolledBy(to);
  const last = (field.order.get(to)?.length ?? 0) - 1;
  return Math.min(Math.max(Math.round(row), 0), last);
}

/** The nearest column on a side that has cards. */
function columnBeside(field: FocusField, from: ColumnId, step: 1 | -1): ColumnId | null {
  const { columns, order } = field;
  for (let at = columns.indexOf(from) + step; at >= 0 && at < columns.length; at += step) {
    const column = columns[at];
    if (column !== undefined && (order.get(column)?.length ?? 0) > 0) return column;
  }
  return null;
}

function edgeColumn(field: FocusField, isFirst: boolean): ColumnId | null {
  const filled = field.columns.filter((column) => (field.order.get(column)?.length ?? 0) > 0);
  return (isFirst ? filled[0] : filled.at(-1)) ?? null;
}

/** Where a key takes the focus; null where it leads nowhere. */
export function focusTarget(
  field: FocusField,
  from: { column: ColumnId; card: CardId },
  to: FocusTo,
): CardId | null {
  const cards = field.order.get(from.column) ?? [];
  const index = cards.indexOf(from.card);
  if (to === "up") return cards[index - 1] ?? null;
  if (to === "down") return cards[index + 1] ?? null;
  if (to === "columnStart") return cards[0] ?? null;
  if (to === "columnEnd") return cards.at(-1) ?? null;
  const isEdge = to === "firstColumn" || to === "lastColumn";
  const column = isEdge
    ? edgeColumn(field, to === "firstColumn")
    : columnBeside(field, from.column, to === "left" ? -1 : 1);
  if (column === null) return null;
  return field.order.get(column)?.[indexBeside(field, from.column, index, column)] ?? null;
}

/** Who takes over the tab stop of a card that left the board: its neighbour below, above, else the board's first card. */
export function heirOf(order: Order, column: ColumnId | null, index: number): CardId | null {
  const cards = (column === null ? undefined : order.get(column)) ?? [];
  const near = cards[index] ?? cards.at(-1);
  if (near !== undefined) return near;
  for (const ids of order.values()) if (ids[0] !== undefined) return ids[0];
  return null;
}
