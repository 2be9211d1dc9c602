import { allow, badInput, type Decision } from "../shared/decision.js";

/** The cards of each column, from top to bottom; of a filtered board only those that are shown. */
export type CardOrder<Column extends string, Card extends string> = ReadonlyMap<Column, readonly Card[]>;

/** I4: the neighbours of the place: `after` is the card directly above it, `before` the one directly below. */
export interface Anchors<Card extends string> {
  readonly after: Card | null;
  readonly before: Card | null;
}

/** I4: a card is no neighbour of itself. */
export function checkAnchors<Card extends string>(ids: readonly Card[], anchors: Anchors<Card>): Decision {
  for (const field of ["after", "before"] as const) {
    const anchor = anchors[field];
    if (anchor !== null && ids.includes(anchor)) return badInput(field, "board.anchorIsMoved");
  }
  return allow();
}

/** I4: `after` wins; an anchor that is not there is skipped; without any, the top. */
export function placeOf<Card extends string>(cards: readonly Card[], anchors: Anchors<Card>): number {
  const above = anchors.after === null ? -1 : cards.indexOf(anchors.after);
  if (above >= 0) return above + 1;
  const below = anchors.before === null ? -1 : cards.indexOf(anchors.before);
  return Math.max(below, 0);
}

export function columnOf<Column extends string, Card extends string>(
  order: CardOrder<Column, Card>,
  id: Card,
): Column | undefined {
  for (const [column, cards] of order) if (cards.includes(id)) return column;
  return undefined;
}

function isSameOrder<Card extends string>(one: readonly Card[], other: readonly Card[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

/**
 * I4: the order after the cards went, together and in the order given, to a place of a column. Cards that were nowhere come
 * in. Columns that do not change stay the same arrays, and an order that does not change is returned itself.
 */
export function moveCards<Column extends string, Card extends string>(
  order: CardOrder<Column, Card>,
  ids: readonly Card[],
  toColumn: Column,
  anchors: Anchors<Card>,
): CardOrder<Column, Card> {
  const moving = new Set(ids);
  if (!order.has(toColumn) || moving.size === 0) return order;
  const next = new Map<Column, readonly Card[]>();
  for (const [column, cards] of order) {
    const rest = cards.filter((id) => !moving.has(id));
    const target = column === toColumn ? rest.toSpliced(placeOf(rest, anchors), 0, ...moving) : rest;
    next.set(column, isSameOrder(target, cards) ? cards : target);
  }
  const isUnchanged = [...order].every(([column, cards]) => next.get(column) === cards);
  return isUnchanged ? order : next;
}

/** I4: the neighbours of a place, counted among the cards that stay. @param index 0 is the top; past the end is the end */
export function anchorsAt<Column extends string, Card extends string>(
  order: CardOrder<Column, Card>,
  column: Column,
  index: number,
  movingIds: readonly Card[],
): Anchors<Card> {
  const moving = new Set(movingIds);
  const rest = (order.get(column) ?? []).filter((id) => !moving.has(id));
  const place = Math.min(Math.max(index, 0), rest.length);
  return { after: rest[place - 1] ?? null, before: rest[place] ?? null };
}
