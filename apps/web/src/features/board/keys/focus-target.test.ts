import { expect, test } from "vitest";
import { focusTarget, heirOf, type FocusField, type FocusTo } from "./focus-target";
import { createFocusStore } from "./focus-store";

const order = new Map([
  ["backlog", ["1", "2", "3", "4", "5"]],
  ["todo", []],
  ["doing", ["6", "7"]],
  ["done", ["8", "9", "10"]],
]);
const field: FocusField = { order, columns: [...order.keys()], scrolledBy: () => 0 };

test.each<[FocusTo, string, string, string | null]>([
  ["down", "backlog", "1", "2"],
  ["down", "backlog", "5", null],
  ["up", "backlog", "1", null],
  ["up", "backlog", "3", "2"],
  ["columnStart", "backlog", "4", "1"],
  ["columnEnd", "backlog", "1", "5"],
  ["right", "backlog", "2", "7"],
  ["right", "backlog", "5", "7"],
  ["left", "doing", "7", "2"],
  ["right", "done", "8", null],
  ["left", "backlog", "1", null],
  ["firstColumn", "done", "9", "2"],
  ["lastColumn", "backlog", "4", "10"],
])("%s from %s %s leads to %s", (to, column, card, target) => {
  expect(focusTarget(field, { column, card }, to)).toBe(target);
});

test("a step aside stays at the same height of the screen when columns are scrolled", () => {
  const scrolledBy = (column: string) => (column === "backlog" ? 3 : 0);
  expect(focusTarget({ ...field, scrolledBy }, { column: "backlog", card: "4" }, "right")).toBe("6");
  expect(focusTarget({ ...field, scrolledBy }, { column: "doing", card: "6" }, "left")).toBe("4");
});

test("a collapsed column is passed over", () => {
  const columns = ["backlog", "todo", "done"];
  expect(focusTarget({ ...field, columns }, { column: "backlog", card: "1" }, "right")).toBe("8");
});

test("the tab stop of a card that left goes to its neighbour, or to the board's first card", () => {
  expect(heirOf(order, "backlog", 2)).toBe("3");
  expect(heirOf(order, "doing", 9)).toBe("7");
  expect(heirOf(order, "todo", 0)).toBe("1");
  expect(heirOf(new Map(), "todo", 0)).toBeNull();
});

test("one card is the tab stop; the focus is handed to the one that was asked for, once", () => {
  const focus = createFocusStore();
  focus.rest("1");
  focus.go("2");
  expect([focus.stops.get("1") > 0, focus.stops.get("2") > 0]).toEqual([false, true]);
  expect(focus.take("1")).toBeNull();
  expect(focus.take("2")).toBe("scroll");
  expect(focus.take("2")).toBeNull();
});

test("a card that somebody else moved keeps the focus and the page stays where it is; an own move is followed", () => {
  const focus = createFocusStore();
  focus.rest("1");
  focus.lost("1");
  expect(focus.take("1")).toBe("still");
  focus.go("1");
  focus.lost("1");
  expect(focus.take("1")).toBe("scroll");
});

test("a card that is asked to take the focus again hears of it", () => {
  const focus = createFocusStore();
  focus.go("1");
  let told = 0;
  focus.stops.subscribe("1", () => (told += 1));
  focus.go("1");
  expect(told).toBe(1);
});
