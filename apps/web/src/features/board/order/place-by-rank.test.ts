import fc from "fast-check";
import { expect, test } from "vitest";
import { placeByRank } from "./place-by-rank";

const ranks: Readonly<Record<string, string>> = { a: "A", b: "C", c: "E" };
const rankOf = (id: string) => ranks[id];

test.each([
  ["before all", "0", 0],
  ["between", "D", 2],
  ["after all", "Z", 3],
  ["by code units: capitals before small letters", "a", 3],
])("I4: a card goes %s", (_title, rank, index) => {
  expect(placeByRank(["a", "b", "c"], rankOf, rank)).toEqual({ index, exact: true });
});

test("I4: unknown ranks on the spot leave the place open, and the preferred index is kept within what is possible", () => {
  const ids = ["a", "x", "y", "b", "c"];
  expect(placeByRank(ids, rankOf, "B")).toEqual({ index: 1, exact: false });
  expect(placeByRank(ids, rankOf, "B", 2)).toEqual({ index: 2, exact: false });
  expect(placeByRank(ids, rankOf, "B", 0)).toEqual({ index: 1, exact: false });
  expect(placeByRank(ids, rankOf, "B", 5)).toEqual({ index: 3, exact: false });
});

test("I4: in a column of known ranks the place is always exact and keeps the order", () => {
  const rankList = fc.uniqueArray(
    fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom("0", "9", "A", "Z", "a", "z") }),
  );
  fc.assert(
    fc.property(rankList, (all) => {
      const [rank = "m", ...others] = all;
      const sorted = others.toSorted((one, other) => (one < other ? -1 : 1));
      const place = placeByRank(sorted, (id) => id, rank);
      const whole = sorted.toSpliced(place.index, 0, rank);
      expect(place.exact).toBe(true);
      expect(whole).toEqual(whole.toSorted((one, other) => (one < other ? -1 : 1)));
    }),
  );
});
