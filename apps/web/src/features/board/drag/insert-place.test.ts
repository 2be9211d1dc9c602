import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnAt, insertPlace, scrollSpeed, type ListMeasures } from "./insert-place";

const list: ListMeasures = {
  top: 100,
  scrollTop: 0,
  paddingTop: 8,
  cardHeight: 72,
  gap: 8,
  count: 5,
  ownIndex: null,
};

describe("insertPlace", () => {
  test.each([
    ["on the column's head: the top", 20, 0],
    ["on the upper half of the first card", 130, 0],
    ["on the lower half of the first card", 170, 1],
    ["in the gap between the second and the third", 264, 2],
    ["ORD-07: below the last card: the end", 2_000, 5],
  ])("%s", (_title, pointer, index) => {
    expect(insertPlace(pointer, list).index).toBe(index);
  });

  test("in an empty column it is the top, wherever the pointer is", () => {
    for (const pointer of [0, 300, 900]) expect(insertPlace(pointer, { ...list, count: 0 }).index).toBe(0);
  });

  test("the card's own place, above and below itself, is no change", () => {
    const own = { ...list, ownIndex: 2 };
    expect(insertPlace(100 + 8 + 2 * 80 + 10, own)).toMatchObject({ index: 2, isStill: true });
    expect(insertPlace(100 + 8 + 2 * 80 + 60, own)).toMatchObject({ index: 2, isStill: true });
    expect(insertPlace(100 + 8 + 4 * 80 + 60, own)).toMatchObject({ index: 4, isStill: false });
    expect(insertPlace(100, own)).toMatchObject({ index: 0, isStill: false });
  });

  test("scrolling by a card moves the place by one and keeps the line under the pointer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 108, max: 340 }), (pointer) => {
        const still = insertPlace(pointer, { ...list, count: 50 });
        const scrolled = insertPlace(pointer, { ...list, count: 50, scrollTop: 80 });
        expect(scrolled.index).toBe(still.index + 1);
        expect(scrolled.lineY).toBe(still.lineY);
      }),
    );
  });

  test("the line is the boundary nearest to the pointer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 108, max: 8_000 }),
        fc.integer({ min: 0, max: 4_000 }),
        (pointer, scrollTop) => {
          const { lineY } = insertPlace(pointer, { ...list, count: 1_000, scrollTop });
          expect(Math.abs(lineY - (pointer - list.top))).toBeLessThanOrEqual(40);
        },
      ),
    );
  });
});

describe("scrollSpeed", () => {
  test.each([
    [500, 0],
    [65, 0],
    [64, 0],
    [32, -600],
    [0, -1_200],
    [-300, -1_200],
    [968, 600],
    [1_000, 1_200],
    [4_000, 1_200],
  ])("at %i of 0 to 1000 it is %i px/s", (pointer, speed) => {
    expect(scrollSpeed(pointer, 0, 1_000)).toBeCloseTo(speed);
  });

  test("in a very low list the two edges leave a middle that does not scroll", () => {
    expect(scrollSpeed(45, 0, 90)).toBe(0);
  });
});

test("columnAt: by x alone, the gaps belong to the nearer column, beside the board there is none", () => {
  const box = (left: number) => ({ left, right: left + 280, top: 50, bottom: 500 });
  const boxes = new Map([
    ["a", box(0)],
    ["b", box(292)],
  ]);
  expect([0, 279, 285, 286, 571].map((x) => columnAt(x, boxes, 12))).toEqual(["a", "a", "a", "b", "b"]);
  expect(columnAt(900, boxes, 12)).toBeNull();
});
