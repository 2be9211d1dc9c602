import { anchorsAt, columnOf, type Anchors, type CardOrder } from "./move-cards.js";

export const STEPS = ["UP", "DOWN", "TOP", "BOTTOM"] as const;
export type Step = (typeof STEPS)[number];

/** The place of a card counted among the others, after one step; A11-01: one place per key press. */
function placeAfter(step: Step, place: number, last: number): number {
  if (step === "UP") return place - 1;
  if (step === "DOWN") return place + 1;
  return step === "TOP" ? 0 : last;
}

/** Where one step within its column leads a card; null where it stands there already. */
export function stepWithin<Column extends string, Card extends string>(
  order: CardOrder<Column, Card>,
  id: Card,
  step: Step,
): { readonly column: Column; readonly anchors: Anchors<Card> } | null {
  const column = columnOf(order, id);
  const cards = column === undefined ? [] : (order.get(column) ?? []);
  if (column === undefined) return null;
  const [place, last] = [cards.indexOf(id), cards.length - 1];
  const next = placeAfter(step, place, last);
  if (next === place || next < 0 || next > last) return null;
  return { column, anchors: anchorsAt(order, column, next, [id]) };
}

/** The nearest column on that side which the card may go to, skipping the others; null where there is none. */
export function nextColumn<Column extends string>(
  columns: readonly Column[],
  current: Column,
  direction: "NEXT" | "PREVIOUS",
  isAllowed: (column: Column) => boolean,
): Column | null {
  const place = columns.indexOf(current);
  if (place < 0) return null;
  const onSide = direction === "NEXT" ? columns.slice(place + 1) : columns.slice(0, place).toReversed();
  return onSide.find(isAllowed) ?? null;
}
