import { moveCards } from "@stafeta/domain/board/move-cards";
import { expect, test } from "vitest";
import type { PlacedCard } from "../live/apply-events";
import { BoardBase, type LoadedCard, type Snapshot } from "./board-base";
import type { CardFacts } from "./board-model";
import type { Overlay } from "./order-store";

const snapshot = (lastEvent: string, todo: string[], done: string[]): Snapshot => ({
  lastEvent,
  order: new Map([
    ["todo", todo],
    ["done", done],
  ]),
  figures: new Map([
    ["todo", { count: todo.length, estimateSum: todo.length * 2, olderCount: 0 }],
    ["done", { count: done.length, estimateSum: done.length * 2, olderCount: 7 }],
  ]),
});

const facts = (ranks: Record<string, string>, revision = 1): Map<string, CardFacts> =>
  new Map(
    Object.entries(ranks).map(([id, rank]) => [
      id,
      { rank, estimate: 2, unitId: "u", statusId: "s", revision, placedRevision: revision },
    ]),
  );

const placed = (eventId: string, cardId: string, changes: Partial<PlacedCard>) => ({
  eventId,
  placement: {
    cardId,
    mayMove: true,
    card: { column: "done", rank: "b", estimate: 2, unitId: "u", statusId: "s", revision: 2, ...changes },
  },
});

const wish = (key: string, id: string, column: string): Overlay => ({
  key,
  apply: (order) => moveCards(order, [id], column, { after: null, before: null }),
});

function loaded() {
  const base = new BoardBase();
  base.startReading()(snapshot("100", ["1", "2"], ["9"]), facts({ "1": "a", "2": "c", "9": "m" }));
  return base;
}

test("an unanswered wish moves count and sum of both heads, and its end takes them back", () => {
  const base = loaded();
  base.pushWish(wish("m", "1", "done"));
  expect(base.figures.get("todo")).toEqual({ count: 1, estimateSum: 2, olderCount: 0 });
  expect(base.figures.get("done")).toEqual({ count: 2, estimateSum: 4, olderCount: 7 });
  base.dropWish("m");
  expect(base.figures.get("todo").count).toBe(2);
  expect(base.figures.get("done").estimateSum).toBe(2);
});

test("an event and then the end of the wish leave the counts as the event made them", () => {
  const base = loaded();
  base.pushWish(wish("m", "1", "done"));
  base.apply([placed("101", "1", { column: "done", rank: "a" })]);
  expect(base.figures.get("done").count).toBe(2);
  base.dropWish("m");
  expect(base.figures.get("done").count).toBe(2);
  expect(base.order.column("done")).toEqual(["1", "9"]);
});

test("an order that was read before an event does not undo that event", () => {
  const base = loaded();
  const takeAnswer = base.startReading();
  base.apply([placed("101", "1", { column: "done", rank: "b" })]);
  takeAnswer(snapshot("100", ["1", "2"], ["9"]), new Map());
  expect(base.order.column("todo")).toEqual(["2"]);
  expect(base.order.column("done")).toEqual(["1", "9"]);
  expect(base.figures.get("done").count).toBe(2);
});

test("an order that was read after an event is taken as it is", () => {
  const base = loaded();
  const takeAnswer = base.startReading();
  base.apply([placed("101", "1", { column: "done", rank: "b" })]);
  takeAnswer(snapshot("102", ["1", "2"], ["9"]), new Map());
  expect(base.order.column("todo")).toEqual(["1", "2"]);
  expect(base.lastEvent()).toBe("102");
});

test("an answer that never came changes nothing", () => {
  const base = loaded();
  base.startReading()(null, new Map());
  expect(base.order.column("todo")).toEqual(["1", "2"]);
  expect(base.lastEvent()).toBe("100");
});

test("a reload keeps the viewer's unanswered wish on screen", () => {
  const base = loaded();
  base.pushWish(wish("m", "1", "done"));
  base.startReading()(snapshot("105", ["5", "1", "2"], ["9"]), new Map());
  expect(base.order.column("todo")).toEqual(["5", "2"]);
  expect(base.order.column("done")).toEqual(["1", "9"]);
});

test("the newest event of the stream is remembered, whatever the order of their coming and their length", () => {
  const base = loaded();
  base.saw("99");
  expect(base.lastEvent()).toBe("100");
  base.saw("1001");
  base.saw("999");
  expect(base.lastEvent()).toBe("1001");
});

test("the event that an answer names is not taken for the stream's last: others may still be on their way", () => {
  const base = loaded();
  base.apply([placed("140", "1", {})]);
  expect(base.lastEvent()).toBe("100");
});

const loadedCard = (changes: Partial<LoadedCard>): LoadedCard => ({
  id: "1",
  column: "todo",
  rank: "b",
  estimate: 2,
  unitId: "u",
  statusId: "s",
  revision: 5,
  ...changes,
});

test("content that was read by itself does not hide an event of the same revision from the order", () => {
  const base = loaded();
  expect(base.learn([loadedCard({ column: "done", rank: "z" })])).toBe(false);
  base.apply([placed("105", "1", { column: "done", rank: "z", revision: 5 })]);
  expect(base.order.column("done")).toEqual(["9", "1"]);
});

test("I4: a rank that runs ahead of the order places no other card", () => {
  const base = new BoardBase();
  base.startReading()(snapshot("100", ["1", "2", "3"], []), facts({ "1": "a", "3": "g" }));
  // Read by itself, the second card has already moved below the third; its event is still on the way.
  expect(base.learn([loadedCard({ id: "2", rank: "z" })])).toBe(false);
  base.apply([placed("101", "4", { column: "todo", rank: "h" })]);
  base.apply([placed("102", "2", { column: "todo", rank: "z", revision: 5 })]);
  expect(base.order.column("todo")).toEqual(["1", "3", "4", "2"]);
});

test("a rank that fits is believed, and places others exactly", () => {
  const base = new BoardBase();
  base.startReading()(snapshot("100", ["1", "2", "3"], []), facts({ "1": "a", "3": "g" }));
  expect(base.learn([loadedCard({ id: "2", rank: "c" })])).toBe(true);
  const { isUncertain } = base.apply([placed("101", "4", { column: "todo", rank: "b" })]);
  expect(base.order.column("todo")).toEqual(["1", "4", "2", "3"]);
  expect(isUncertain).toBe(false);
});

test("ranks that contradict an order read after a gap are forgotten", () => {
  const base = loaded();
  base.startReading()(snapshot("200", ["2", "1"], ["9"]), new Map());
  expect(base.factsOf("1")?.rank).toBeUndefined();
  expect(base.factsOf("9")?.rank).toBe("m");
});
