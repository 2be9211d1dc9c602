import { expect, test } from "vitest";
import {
  CLOSURE_START,
  comeBack,
  focusIn,
  leave,
  leaveOut,
  moveFocus,
  selectAll,
  selectTo,
  settle,
  targetsOf,
  toggle,
} from "./closure-model";

const IDS = ["a", "b", "c", "d", "e"];
const chosen = (...ids: string[]) => ids.reduce(toggle, CLOSURE_START);

test("the first row has the focus until another one does, and no step leads past an end", () => {
  expect(focusIn(CLOSURE_START, IDS)).toBe("a");
  expect(focusIn(CLOSURE_START, [])).toBeNull();
  const down = moveFocus(CLOSURE_START, IDS, "down");
  expect(down.focused).toBe("b");
  expect(moveFocus(moveFocus(down, IDS, "last"), IDS, "down").focused).toBe("e");
  expect(moveFocus(CLOSURE_START, IDS, "up").focused).toBe("a");
});

test("a range goes from the last choice to here, either way, and adds to what is chosen", () => {
  expect([...selectTo(chosen("e", "b"), IDS, "d").selected].toSorted()).toEqual(["b", "c", "d", "e"]);
  expect([...selectTo(chosen("d"), IDS, "b").selected].toSorted()).toEqual(["b", "c", "d"]);
  expect([...selectTo(CLOSURE_START, IDS, "c").selected]).toEqual(["c"]);
});

test("an act is for what is chosen and shown, in the list's order; else for the row with the focus", () => {
  expect(targetsOf(chosen("d", "b"), IDS)).toEqual(["b", "d"]);
  expect(targetsOf(chosen("d", "gone"), IDS)).toEqual(["d"]);
  expect(targetsOf(moveFocus(CLOSURE_START, IDS, "down"), IDS)).toEqual(["b"]);
  expect(targetsOf(CLOSURE_START, [])).toEqual([]);
});

test("what leaves hands the focus to the next row that stays, or to the last one above", () => {
  expect(leave(moveFocus(CLOSURE_START, IDS, "down"), IDS, ["b", "c"]).focused).toBe("d");
  expect(leave(moveFocus(CLOSURE_START, IDS, "last"), IDS, ["e", "d"]).focused).toBe("c");
  expect(leave(CLOSURE_START, IDS, IDS).focused).toBeNull();
});

test("L2: all or nothing: all come back chosen as they were, with the reasons, and the rest can go on without those", () => {
  const gone = leave(selectAll(CLOSURE_START, IDS), IDS, IDS);
  expect(gone.leaving.size).toBe(5);
  const back = comeBack(gone, IDS, new Map([["c", "why"]]));
  expect(back.leaving.size).toBe(0);
  expect(back.focused).toBe("c");
  expect(targetsOf(back, IDS)).toEqual(IDS);
  const rest = leaveOut(back);
  expect(targetsOf(rest, IDS)).toEqual(["a", "b", "d", "e"]);
  expect(rest.refused.size).toBe(0);
});

test("what the server has taken is forgotten; another act that is under way is not", () => {
  const two = leave(leave(CLOSURE_START, IDS, ["a"]), IDS, ["b"]);
  expect([...settle(two, ["a"]).leaving]).toEqual(["b"]);
});
