import { expect, test, vi } from "vitest";
import type { Order } from "./board-model";
import { OrderStore, type Overlay } from "./order-store";

const order = (columns: Record<string, string[]>): Order => new Map(Object.entries(columns));

function storeOf(base: Order): OrderStore {
  const store = new OrderStore();
  store.change(base);
  return store;
}

/** To the top of a column, as `moveCards` would. */
function toTop(key: string, card: string, column: string): Overlay {
  return {
    key,
    apply: (before) =>
      new Map(
        [...before].map(([id, ids]) => {
          const others = ids.filter((other) => other !== card);
          return [id, id === column ? [card, ...others] : others];
        }),
      ),
  };
}

test("only the columns that changed tell their readers, and the others keep their array", () => {
  const store = storeOf(order({ todo: ["1", "2"], doing: ["3"], done: ["4"] }));
  const [todo, doing, done] = [vi.fn(), vi.fn(), vi.fn()];
  store.subscribe("todo", todo);
  store.subscribe("doing", doing);
  store.subscribe("done", done);
  const untouched = store.column("done");

  store.push(toTop("m1", "1", "doing"));

  expect(store.column("todo")).toEqual(["2"]);
  expect(store.column("doing")).toEqual(["1", "3"]);
  expect(store.columnOf("1")).toBe("doing");
  expect([todo, doing, done].map((listener) => listener.mock.calls.length)).toEqual([1, 1, 0]);
  expect(store.column("done")).toBe(untouched);
});

test("the own echo changes nothing: the answer says what the wish already showed", () => {
  const store = storeOf(order({ todo: ["1", "2"], doing: ["3"] }));
  store.push(toTop("m1", "1", "doing"));
  const listener = vi.fn();
  store.subscribe("todo", listener);
  store.subscribe("doing", listener);

  store.change(order({ todo: ["2"], doing: ["1", "3"] }));
  store.drop("m1");

  expect(store.column("doing")).toEqual(["1", "3"]);
  expect(listener).not.toHaveBeenCalled();
});

test("CON-07: a late answer to the first of two wishes never shows on screen", () => {
  const store = storeOf(order({ todo: ["1"], done: [] }));
  const seen: (string | null)[] = [];
  store.push(toTop("there", "1", "done"));
  store.push(toTop("back", "1", "todo"));
  store.subscribe("todo", () => seen.push(store.columnOf("1")));
  store.subscribe("done", () => seen.push(store.columnOf("1")));

  store.change(order({ todo: [], done: ["1"] }));
  store.drop("there");
  store.change(order({ todo: ["1"], done: [] }));
  store.drop("back");

  expect(store.columnOf("1")).toBe("todo");
  expect(seen).toEqual([]);
});

test("a refused wish falls away and the card stands where the server has it", () => {
  const store = storeOf(order({ todo: ["1", "2"], done: [] }));
  store.push(toTop("m1", "2", "done"));
  store.drop("m1");
  expect(store.column("todo")).toEqual(["1", "2"]);
  expect(store.columnOf("2")).toBe("todo");
});

test("a held column keeps still, shows no card twice, and catches up when it is let go", () => {
  const store = storeOf(order({ todo: ["1", "2"], done: ["9"] }));
  store.hold("todo");
  store.change(order({ todo: ["2", "9"], done: ["1"] }));
  expect(store.column("todo")).toEqual(["1", "2"]);
  expect(store.column("done")).toEqual([]);
  store.hold(null);
  expect(store.column("todo")).toEqual(["2", "9"]);
  expect(store.column("done")).toEqual(["1"]);
});

test("a column that is gone after a reload tells its readers and is empty", () => {
  const store = storeOf(order({ todo: ["1"], done: ["2"] }));
  const listener = vi.fn();
  store.subscribe("done", listener);
  store.change(order({ todo: ["1"] }));
  expect(store.column("done")).toEqual([]);
  expect(store.columnOf("2")).toBeNull();
  expect(listener).toHaveBeenCalledOnce();
});
