import fc from "fast-check";
import { expect, test } from "vitest";
import { AMOUNT_MAX, cleanEstimate, cleanValue, sumOfAmounts } from "./numbers.js";

test.each([0, 1, 0.5, 0.1, 0.3, 2.675, 0.0001, 1234.5678, 999_999_999.9999, AMOUNT_MAX])(
  "%d is an estimate",
  (value) => {
    expect(cleanEstimate(value)).toEqual({ allowed: true, value });
  },
);

test.each([
  [-0.0001, "number.negative"],
  [-1, "number.negative"],
  [NaN, "number.notFinite"],
  [Infinity, "number.notFinite"],
  [-Infinity, "number.notFinite"],
  [AMOUNT_MAX + 1, "number.tooLarge"],
  [1e300, "number.tooLarge"],
  [0.00001, "number.tooManyDecimals"],
  [0.1 + 0.2, "number.tooManyDecimals"],
  [999_999_999.99999, "number.tooManyDecimals"],
])("%d is refused: %s, on the field that it was for", (value, message) => {
  expect(cleanEstimate(value)).toMatchObject({ code: "BAD_USER_INPUT", field: "estimate", message });
  expect(cleanValue(value)).toMatchObject({ code: "BAD_USER_INPUT", field: "value", message });
});

test("minus zero is zero", () => {
  expect(cleanEstimate(-0)).toEqual({ allowed: true, value: 0 });
});

test("every amount with four decimals passes, as it is", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, BigInt(AMOUNT_MAX) * 10_000n), (parts) => {
      const value = Number(`${String(parts / 10_000n)}.${(parts % 10_000n).toString().padStart(4, "0")}`);
      expect(cleanValue(value)).toEqual({ allowed: true, value });
    }),
  );
});

test("I1: a sum of amounts is exact", () => {
  expect(sumOfAmounts([0.1, 0.2])).toBe(0.3);
  expect(sumOfAmounts([1.1, 2.2, 3.3, 0.0001])).toBe(6.6001);
  expect(sumOfAmounts([])).toBe(0);
});
