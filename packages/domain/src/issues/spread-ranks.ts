import { RANK_DIGITS, RANK_LENGTH_LIMIT, rankBetween } from "./rank.js";

const BASE = BigInt(RANK_DIGITS.length);

function valueOf(rank: string, width: number): bigint {
  let value = 0n;
  for (let index = 0; index < width; index++) {
    value = value * BASE + BigInt(index < rank.length ? RANK_DIGITS.indexOf(rank.charAt(index)) : 0);
  }
  return value;
}

function textOf(value: bigint, width: number): string {
  let text = "";
  for (let rest = value; text.length < width; rest /= BASE)
    text = RANK_DIGITS.charAt(Number(rest % BASE)) + text;
  return text.replace(/0+$/, "");
}

/** Evenly, with room for about sixty more between any two before they grow by a digit. */
function spreadBetween(lower: string, upper: string, count: number): string[] {
  let width = 1;
  const room = () => valueOf(upper, width) - valueOf(lower, width);
  while (room() < BASE * BigInt(count + 1)) width++;
  const [low, gap] = [valueOf(lower, width), room()];
  return Array.from({ length: count }, (_, index) =>
    textOf(low + (gap * BigInt(index + 1)) / BigInt(count + 1), width),
  );
}

/** I4: so many ranks in order between two neighbours. Null: no neighbour on that side. */
export function spreadRanks(lower: string | null, upper: string | null, count: number): string[] {
  if (lower !== null && upper !== null) {
    if (lower >= upper) throw new Error(`rank "${lower}" is not below "${upper}"`);
    return spreadBetween(lower, upper, count);
  }
  const ranks: string[] = [];
  for (let last = upper === null ? lower : upper; ranks.length < count;) {
    last = upper === null ? rankBetween(last, null) : rankBetween(null, last);
    ranks.push(last);
  }
  return upper === null ? ranks : ranks.toReversed();
}

/** Which of the ranks in a window get new ones, and where the new card stands among them. */
export interface SpreadPlan {
  /** The first index of the window that changes. */
  readonly from: number;
  /** The index after the last one that changes. */
  readonly to: number;
  /** One rank more than changes: `ranks[at - from]` is the new card's. */
  readonly ranks: readonly string[];
}

/**
 * ORD-01: the least neighbourhood of a place whose spreading leaves ranks of half the limit, so that it is not soon needed
 * again. The window itself when no part of it is enough.
 *
 * @param ranks a window of the order around the place, ascending, without the card that moves
 * @param at    the place: before `ranks[at]`
 * @param edges the ranks just outside of the window; null where the order ends
 */
export function spreadPlan(
  ranks: readonly string[],
  at: number,
  edges: { readonly lower: string | null; readonly upper: string | null },
): SpreadPlan {
  for (let reach = 1; ; reach *= 2) {
    const [from, to] = [Math.max(at - reach, 0), Math.min(at + reach, ranks.length)];
    const lower = from === 0 ? edges.lower : (ranks[from - 1] ?? null);
    const upper = to === ranks.length ? edges.upper : (ranks[to] ?? null);
    const spread = spreadRanks(lower, upper, to - from + 1);
    const isShort = spread.every((rank) => rank.length <= RANK_LENGTH_LIMIT / 2);
    if (isShort || (from === 0 && to === ranks.length)) return { from, to, ranks: spread };
  }
}
