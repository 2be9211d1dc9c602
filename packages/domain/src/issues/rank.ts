/**
 * I4: the place of an issue in the one order of the company, as text that is compared by code units. Read as a fraction in
 * base 62 a rank lies between 0 and 1; it never ends in the lowest digit, so there is always room below it.
 */
/** In the order of their code units. */
export const RANK_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = RANK_DIGITS.length;
const LOWEST = "0";
const HIGHEST = "z";
const FIRST = "V";

/** Past this length the neighbourhood is spread anew (ORD-01). */
export const RANK_LENGTH_LIMIT = 40;

export function isRank(text: string): boolean {
  return /^[0-9A-Za-z]*[1-9A-Za-z]$/.test(text);
}

function digitAt(rank: string, index: number): number {
  return index < rank.length ? RANK_DIGITS.indexOf(rank.charAt(index)) : 0;
}

function withoutTrailingLowest(digits: string): string {
  return digits.replace(/0+$/, "");
}

/**
 * The part of a rank that steps at the ends count with: one digit; if it is the outermost one, two more; if all three are,
 * four more, and so on. So each time that the length about doubles, the number of steps that fit is squared.
 */
function headOf(rank: string, outermost: string): string {
  let length = 1;
  let block = 1;
  while (rank.startsWith(outermost.repeat(length))) {
    block *= 2;
    length += block;
  }
  return rank.slice(0, length).padEnd(length, LOWEST);
}

/** The head one greater. A head is never all highest digits, so there is no overflow. */
function stepUp(rank: string): string {
  const head = headOf(rank, HIGHEST);
  const kept = head.replace(/z+$/, "");
  const next = RANK_DIGITS.charAt(digitAt(kept, kept.length - 1) + 1);
  return kept.slice(0, -1) + next;
}

/** The head one less; where that would be nothing but lowest digits, the first of a longer head. */
function stepDown(rank: string): string {
  const head = headOf(rank, LOWEST);
  const kept = withoutTrailingLowest(head);
  const previous = RANK_DIGITS.charAt(digitAt(kept, kept.length - 1) - 1);
  const lesser = kept.slice(0, -1) + previous + HIGHEST.repeat(head.length - kept.length);
  const trimmed = withoutTrailingLowest(lesser);
  return trimmed === "" ? lesser + HIGHEST.repeat(head.length + 1) : trimmed;
}

/** A short text above `lower` and below everything that `lower` is not a prefix of and that is above it. */
function above(lower: string): string {
  let index = 0;
  while (lower.charAt(index) === HIGHEST) index++;
  const digit = digitAt(lower, index);
  return lower.slice(0, index) + RANK_DIGITS.charAt(Math.ceil((digit + BASE) / 2));
}

/** A short rank strictly between two; both are valid and in order. */
function middle(lower: string, upper: string): string {
  let index = 0;
  while (digitAt(lower, index) === digitAt(upper, index)) index++;
  const [low, high] = [digitAt(lower, index), digitAt(upper, index)];
  const prefix = upper.slice(0, index);
  if (high - low > 1) return prefix + RANK_DIGITS.charAt(Math.floor((low + high) / 2));
  // Neighbouring digits: the upper one alone if it leaves something out, else the lower one and what is above its rest.
  if (upper.length > index + 1) return prefix + RANK_DIGITS.charAt(high);
  return prefix + RANK_DIGITS.charAt(low) + above(lower.slice(index + 1));
}

/**
 * I4: a rank strictly between two neighbours. Null: no neighbour on that side. Steps at either end grow by the logarithm of
 * their number; steps between two may grow by one digit each, hence `RANK_LENGTH_LIMIT`.
 *
 * @throws Error when the two are no ranks or not in order: a caller's bug
 */
export function rankBetween(lower: string | null, upper: string | null): string {
  for (const rank of [lower, upper]) {
    if (rank !== null && !isRank(rank)) throw new Error(`"${rank}" is no rank`);
  }
  if (lower !== null && upper !== null) {
    if (lower >= upper) throw new Error(`rank "${lower}" is not below "${upper}"`);
    return middle(lower, upper);
  }
  if (lower !== null) return stepUp(lower);
  return upper === null ? FIRST : stepDown(upper);
}
