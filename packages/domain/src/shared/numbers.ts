import { allow, badInput, type Decision } from "./decision.js";

export const AMOUNT_MAX = 1_000_000_000;
export const AMOUNT_DECIMALS = 4;

const SCALE = 10 ** AMOUNT_DECIMALS;

function cleanAmount(value: number, field: string): Decision<number> {
  if (!Number.isFinite(value)) return badInput(field, "number.notFinite");
  if (value < 0) return badInput(field, "number.negative");
  if (value > AMOUNT_MAX) return badInput(field, "number.tooLarge", { max: AMOUNT_MAX });
  // Up to the greatest amount, the double nearest to four decimals comes back from its whole number of parts exactly.
  if (Math.round(value * SCALE) / SCALE !== value) {
    return badInput(field, "number.tooManyDecimals", { max: AMOUNT_DECIMALS });
  }
  // Minus zero is zero.
  return allow(value + 0);
}

/** Expected effort, in the unit that the company chose. */
export function cleanEstimate(value: number): Decision<number> {
  return cleanAmount(value, "estimate");
}

export function cleanValue(value: number): Decision<number> {
  return cleanAmount(value, "value");
}

/** The exact sum of amounts of so many decimals, as the double nearest to it: a tenth and two tenths are three. */
export function sumOfAmounts(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * SCALE), 0) / SCALE;
}
