import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextColumn, stepWithin, STEPS } from "./key-moves.js";
import { anchorsAt, checkAnchors, columnOf, moveCards, type Anchors, type CardOrder } from "./move-cards.js";

type Order = CardOrder<string, string>;

const order: Order = new Map([
  ["todo", ["a", "b", "c", "d"]],
  ["doing", ["e", "f"]],
  ["done", []],
]);
const anchors = (after: string | null, before: string | null): Anchors<string> => ({ after, before });
const shown = (after: Order) =>
  Object.fromEntries([...after].map(([column, cards]) => [column, cards.join("")]));

describe("I4: a card goes", () => {
  test.each([
    ["below `after`", ["a"], "doing", "e", "f", { todo: "bcd", doing: "eaf", done: "" }],
    ["below `after`, which is last", ["a"], "doing", "f", null, { todo: "bcd", doing: "efa", done: "" }],
    ["above `before`, without `after`", ["a"], "doing", null, "f", { todo: "bcd", doing: "eaf", done: "" }],
    ["to the top, without both", ["d"], "doing", null, null, { todo: "abc", doing: "def", done: "" }],
    ["into an empty column", ["d"], "done", null, null, { todo: "abc", doing: "ef", done: "d" }],
    [
      "below `after`, though they are no neighbours",
      ["e"],
      "todo",
      "a",
      "d",
      { todo: "aebcd", doing: "f", done: "" },
    ],
    [
      "above `before`, when `after` is gone",
      ["e"],
      "todo",
      "x",
      "c",
      { todo: "abecd", doing: "f", done: "" },
    ],
    [
      "above `before`, when `after` is elsewhere",
      ["e"],
      "todo",
      "f",
      "c",
      { todo: "abecd", doing: "f", done: "" },
    ],
    ["to the top, when both are gone", ["c"], "doing", "x", "y", { todo: "abd", doing: "cef", done: "" }],
    ["down within its column", ["a"], "todo", "c", "d", { todo: "bcad", doing: "ef", done: "" }],
    ["up within its column", ["d"], "todo", "a", "b", { todo: "adbc", doing: "ef", done: "" }],
    ["to the top of its column", ["c"], "todo", null, "a", { todo: "cabd", doing: "ef", done: "" }],
    [
      "with others, in the order given",
      ["d", "f", "a"],
      "doing",
      "e",
      null,
      { todo: "bc", doing: "edfa", done: "" },
    ],
    [
      "only once, though named twice",
      ["a", "a"],
      "done",
      null,
      null,
      { todo: "bcd", doing: "ef", done: "a" },
    ],
    ["in, when it was nowhere", ["z"], "done", null, null, { todo: "abcd", doing: "ef", done: "z" }],
  ])("%s", (_where, ids, column, after, before, expected) => {
    expect(shown(moveCards(order, ids, column, anchors(after, before)))).toEqual(expected);
  });

  test("nowhere, when the column is not there or nothing is named", () => {
    expect(moveCards(order, ["a"], "gone", anchors(null, null))).toBe(order);
    expect(moveCards(order, [], "done", anchors(null, null))).toBe(order);
  });

  test("and what does not change stays the very same", () => {
    const after = moveCards(order, ["a"], "done", anchors(null, null));
    expect(after.get("doing")).toBe(order.get("doing"));
    expect(moveCards(order, ["b"], "todo", anchors("a", "c"))).toBe(order);
  });

  test("never beside itself: that is a wrong value", () => {
    expect(checkAnchors(["a"], anchors("a", null))).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
    expect(checkAnchors(["a", "b"], anchors("c", "b"))).toMatchObject({ field: "before" });
    expect(checkAnchors(["a"], anchors("c", null)).allowed).toBe(true);
  });
});

test("ORD-13: with anchors from a filtered board, the hidden cards keep their places among themselves", () => {
  const all: Order = new Map([["todo", Array.from("aBcDeFgHiJ")]]);
  const filtered: Order = new Map([["todo", Array.from("acegi")]]);
  const moved = moveCards(all, ["i"], "todo", anchorsAt(filtered, "todo", 1, ["i"]));
  expect(moved.get("todo")?.join("")).toBe("aiBcDeFgHJ");
});

const orderArb: fc.Arbitrary<Order> = fc
  .array(fc.constantFrom("todo", "doing", "done"), { maxLength: 12 })
  .map((columns) => {
    const cards = columns.map((column, index) => ({ column, id: `card${String(index)}` }));
    const of = (column: string) => cards.filter((card) => card.column === column).map(({ id }) => id);
    return new Map(["todo", "doing", "done"].map((column) => [column, of(column)]));
  });
const cardArb = fc.nat(13).map((index) => `card${String(index)}`);
const columnArb = fc.constantFrom("todo", "doing", "done");

test("I4: no move loses or doubles a card, and those that stay keep their order", () => {
  const anchorArb = fc.option(cardArb);
  fc.assert(
    fc.property(orderArb, fc.array(cardArb, { maxLength: 4 }), columnArb, anchorArb, anchorArb, (...wish) => {
      const [before, ids, column, after, below] = wish;
      const moved = moveCards(before, ids, column, anchors(after, below));
      const expected = new Set([...[...before.values()].flat(), ...ids]);
      const cards = [...moved.values()].flat();
      expect(cards.length).toBe(expected.size);
      expect(new Set(cards)).toEqual(expected);
      for (const id of ids) expect(columnOf(moved, id)).toBe(column);
      const staying = (some: Order, key: string) => (some.get(key) ?? []).filter((id) => !ids.includes(id));
      for (const key of before.keys()) expect(staying(moved, key)).toEqual(staying(before, key));
    }),
    { numRuns: 500 },
  );
});

test("I4: a drop at an index puts the card at that index, by its neighbours alone", () => {
  fc.assert(
    fc.property(orderArb, cardArb, columnArb, fc.nat(14), (before, id, column, index) => {
      const rest = (before.get(column) ?? []).filter((other) => other !== id);
      const place = Math.min(index, rest.length);
      const found = anchorsAt(before, column, index, [id]);
      const moved = moveCards(before, [id], column, found);
      expect(moved.get(column)).toEqual(rest.toSpliced(place, 0, id));
      expect(checkAnchors([id], found).allowed).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe("the keyboard", () => {
  const cards = (step: (typeof STEPS)[number], id: string) => {
    const move = stepWithin(order, id, step);
    return move ? moveCards(order, [id], move.column, move.anchors).get(move.column)?.join("") : null;
  };

  test.each([
    ["UP", "b", "bacd"],
    ["DOWN", "b", "acbd"],
    ["TOP", "c", "cabd"],
    ["BOTTOM", "b", "acdb"],
    ["UP", "a", null],
    ["TOP", "a", null],
    ["DOWN", "d", null],
    ["BOTTOM", "d", null],
    ["DOWN", "nowhere", null],
  ] as const)("%s on %s: %s", (step, id, expected) => {
    expect(cards(step, id)).toBe(expected);
  });

  test("A11-01: one place per key press, from the top to the end and back", () => {
    const ids = Array.from({ length: 20 }, (_, index) => `card${String(index)}`);
    let current: Order = new Map([["todo", ids]]);
    const press = (step: "UP" | "DOWN") => {
      const move = stepWithin(current, "card0", step);
      if (move) current = moveCards(current, ["card0"], move.column, move.anchors);
      return current.get("todo")?.indexOf("card0");
    };
    for (let place = 1; place < 20; place++) expect(press("DOWN")).toBe(place);
    expect(press("DOWN")).toBe(19);
    for (let place = 18; place >= 0; place--) expect(press("UP")).toBe(place);
    expect(current.get("todo")).toEqual(ids);
  });

  test.each([
    ["todo", "NEXT", "doing"],
    ["doing", "PREVIOUS", "todo"],
    ["done", "PREVIOUS", "doing"],
    ["done", "NEXT", null],
    ["todo", "PREVIOUS", null],
    ["gone", "NEXT", null],
  ] as const)("A11-03: from %s to the %s column: %s", (current, direction, expected) => {
    expect(nextColumn([...order.keys()], current, direction, () => true)).toBe(expected);
  });

  test("columns that may not be entered are skipped", () => {
    const isAllowed = (column: string) => column !== "doing";
    expect(nextColumn([...order.keys()], "todo", "NEXT", isAllowed)).toBe("done");
    expect(nextColumn([...order.keys()], "todo", "NEXT", () => false)).toBeNull();
  });
});
