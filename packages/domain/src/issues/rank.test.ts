import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRank, RANK_DIGITS, RANK_LENGTH_LIMIT, rankBetween } from "./rank.js";

/** Any valid rank, with many that share a beginning or are close together. */
const rankArb = fc
  .array(fc.constantFrom("0", "1", "V", "y", "z"), { maxLength: 6 })
  .chain((digits) => fc.constantFrom("1", "2", "V", "y", "z").map((last) => [...digits, last].join("")));

describe("I4: a rank between two neighbours", () => {
  test("its digits are in the order of their code units", () => {
    const digits = Array.from(RANK_DIGITS);
    expect(digits.toSorted()).toEqual(digits);
  });

  test.each([
    [null, null],
    ["V", null],
    ["z", null],
    ["zzz", null],
    ["zzy", null],
    ["zz", null],
    [null, "1"],
    [null, "01"],
    [null, "001"],
    [null, "0000001"],
    ["1", "2"],
    ["V", "V1"],
    ["V", "V0000001"],
    ["az", "b"],
    ["azzzz", "b"],
    ["a", "b5"],
  ])("of %s and %s", (lower, upper) => {
    const rank = rankBetween(lower, upper);
    expect(isRank(rank)).toBe(true);
    if (lower !== null) expect(lower < rank).toBe(true);
    if (upper !== null) expect(rank < upper).toBe(true);
  });

  test("lies strictly between any two, as plain text, and never ends in the lowest digit", () => {
    fc.assert(
      fc.property(fc.option(rankArb), fc.option(rankArb), (one, other) => {
        fc.pre(one === null || other === null || one !== other);
        const isReversed = one !== null && other !== null && one > other;
        const [lower, upper] = isReversed ? [other, one] : [one, other];
        const rank = rankBetween(lower, upper);
        expect(rank).toMatch(/^[0-9A-Za-z]*[1-9A-Za-z]$/);
        expect(lower === null || lower < rank).toBe(true);
        expect(upper === null || rank < upper).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ["b", "a"],
    ["a", "a"],
    ["a0", "b"],
    ["", "b"],
    ["a", "ё"],
    ["a b", "c"],
  ])("of %j and %j is a caller's bug", (lower, upper) => {
    expect(() => rankBetween(lower, upper)).toThrow("rank");
  });
});

test("ORD-01: a hundred thousand cards put at the end, or at the top, have ranks of seven digits at most", () => {
  const [ends, tops] = [[rankBetween(null, null)], [rankBetween(null, null)]];
  for (let count = 0; count < 100_000; count++) {
    ends.push(rankBetween(ends.at(-1) ?? null, null));
    tops.push(rankBetween(null, tops.at(-1) ?? null));
  }
  for (const ranks of [ends, tops.toReversed()]) {
    expect(ranks.every((rank, index) => index === 0 || (ranks[index - 1] ?? "") < rank)).toBe(true);
    expect(Math.max(...ranks.map((rank) => rank.length))).toBeLessThanOrEqual(7);
  }
});

test("ORD-01: without spreading, a place between two bears some two hundred drops before the limit", () => {
  let upper = "W";
  let drops = 0;
  for (; upper.length <= RANK_LENGTH_LIMIT; drops++) upper = rankBetween("V", upper);
  expect(drops).toBeGreaterThan(190);
});
