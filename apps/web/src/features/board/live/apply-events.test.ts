import { expect, test } from "vitest";
import type { CardFacts, Figures } from "../order/board-model";
import { applyPlacements, type BoardState, type PlacedCard, type Placement } from "./apply-events";

const figures = (count: number, estimateSum: number | null): Figures => ({
  count,
  estimateSum,
  olderCount: 0,
});

const state: BoardState = {
  order: new Map([
    ["todo", ["1", "2", "3"]],
    ["done", ["8", "9"]],
  ]),
  figures: new Map([
    ["todo", figures(3, 6)],
    ["done", figures(2, 3)],
  ]),
};

const RANKS: Readonly<Record<string, string>> = { "1": "b", "2": "d", "3": "f", "8": "c", "9": "e" };

/** Every card is loaded, with an estimate of 2 and revision 5, unless listed as unknown. */
function factsBut(...unknown: string[]) {
  return (id: string): CardFacts | undefined => {
    const rank = RANKS[id];
    if (rank === undefined || unknown.includes(id)) return undefined;
    return { rank, estimate: 2, unitId: "u", statusId: "s", revision: 5, placedRevision: 5 };
  };
}

const card = (changes: Partial<PlacedCard> = {}): PlacedCard => ({
  column: "done",
  rank: "d",
  estimate: 2,
  unitId: "u",
  statusId: "s2",
  revision: 6,
  ...changes,
});
const placed = (cardId: string, changes: Partial<PlacedCard> = {}): Placement => ({
  cardId,
  card: card(changes),
  mayMove: true,
});

test("I4: a moved card stands by its rank, and counts and sums go with it", () => {
  const { state: next, travels, isUncertain, facts } = applyPlacements(state, [placed("2")], factsBut());
  expect(next.order.get("todo")).toEqual(["1", "3"]);
  expect(next.order.get("done")).toEqual(["8", "2", "9"]);
  expect(next.figures.get("todo")).toEqual(figures(2, 4));
  expect(next.figures.get("done")).toEqual(figures(3, 5));
  expect(travels).toEqual([{ cardId: "2", from: "todo", to: "done" }]);
  expect(isUncertain).toBe(false);
  expect(facts.get("2")).toMatchObject({ rank: "d", revision: 6, placedRevision: 6 });
});

test("an event with a revision that is known does nothing: the own echo", () => {
  const { state: next, travels } = applyPlacements(state, [placed("2", { revision: 5 })], factsBut());
  expect(next.order.get("todo")).toBe(state.order.get("todo"));
  expect(next.order.get("done")).toBe(state.order.get("done"));
  expect(travels).toEqual([]);
});

test("of several events of one card in a frame the last decides, and older ones that come late do nothing", () => {
  const events = [
    placed("1", { revision: 6, rank: "d" }),
    placed("1", { revision: 8, rank: "a", column: "todo" }),
    placed("1", { revision: 7, rank: "z" }),
  ];
  const { state: next } = applyPlacements(state, events, factsBut());
  expect(next.order.get("todo")).toEqual(["1", "2", "3"]);
  expect(next.order.get("done")).toEqual(["8", "9"]);
});

test("a new card comes in by its rank", () => {
  const { state: next } = applyPlacements(state, [placed("77", { rank: "a", column: "todo" })], factsBut());
  expect(next.order.get("todo")).toEqual(["77", "1", "2", "3"]);
  expect(next.figures.get("todo")).toEqual(figures(4, 8));
});

test.each([
  ["I9: sight of it was lost", null],
  ["its rank is hidden", card({ rank: null })],
  ["it left the board", card({ column: null })],
])("a card goes away when %s", (_title, gone) => {
  const { state: next, travels } = applyPlacements(
    state,
    [{ cardId: "2", card: gone, mayMove: true }],
    factsBut(),
  );
  expect(next.order.get("todo")).toEqual(["1", "3"]);
  expect(next.figures.get("todo")).toEqual(figures(2, 4));
  expect(travels).toEqual([{ cardId: "2", from: "todo", to: null }]);
});

test("between neighbours of unknown rank the place is a guess, and that is told", () => {
  const { isUncertain, state: next } = applyPlacements(state, [placed("2")], factsBut("8", "9"));
  expect(isUncertain).toBe(true);
  expect(next.order.get("done")).toContain("2");
});

test("a change that moves nothing keeps the place of a card whose neighbours are unknown", () => {
  const comment: Placement = { cardId: "2", card: card({ column: "todo", rank: "d" }), mayMove: false };
  const { isUncertain, state: next, travels } = applyPlacements(state, [comment], factsBut("1", "2", "3"));
  expect(next.order.get("todo")).toEqual(["1", "2", "3"]);
  expect(isUncertain).toBe(false);
  expect(travels).toEqual([]);
});

test("the sum of a column follows an estimate that somebody changed on a card that was never loaded", () => {
  const change: Placement = {
    cardId: "2",
    card: card({ column: "todo", estimate: 10 }),
    mayMove: false,
    estimateBefore: 1,
  };
  const { state: next } = applyPlacements(state, [change], factsBut("2"));
  expect(next.figures.get("todo")).toEqual(figures(3, 15));
});

test("a card that vanishes unseen leaves a sum that is to be read anew; a hidden sum stays hidden", () => {
  const gone: Placement = { cardId: "2", card: null, mayMove: true };
  expect(applyPlacements(state, [gone], factsBut("2")).isUncertain).toBe(true);
  const hidden = { ...state, figures: new Map([["todo", figures(3, null)]]) };
  const applied = applyPlacements(hidden, [gone], factsBut("2"));
  expect(applied.state.figures.get("todo")).toEqual(figures(2, null));
  expect(applied.isUncertain).toBe(false);
});

test("events are repeated by force over an order that was read before them", () => {
  const { state: next } = applyPlacements(state, [placed("2", { revision: 5 })], factsBut(), true);
  expect(next.order.get("done")).toEqual(["8", "2", "9"]);
});
