import type { CardId } from "../order/board-model";

/** How far a card went down the list; null when it left it. */
function shiftOf(id: CardId | undefined, before: number, now: readonly CardId[]): number | null {
  const at = id === undefined ? -1 : now.indexOf(id);
  return at < 0 ? null : at - before;
}

/**
 * The scroll offset at which the cards in sight stand where they stood. Two of them are asked, as one may be the very
 * card that moved; the smaller shift is the one that the others share.
 */
export function anchoredScroll(
  before: readonly CardId[],
  now: readonly CardId[],
  scrollTop: number,
  stride: number,
): number {
  const first = Math.floor(scrollTop / stride);
  const shifts = [first, first + 1, first + 2]
    .map((index) => shiftOf(before[index], index, now))
    .filter((shift) => shift !== null);
  if (shifts.length === 0) return scrollTop;
  const least = shifts.reduce((least, shift) => (Math.abs(shift) < Math.abs(least) ? shift : least));
  return Math.max(0, scrollTop + least * stride);
}
