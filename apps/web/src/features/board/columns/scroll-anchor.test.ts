import { expect, test } from "vitest";
import { anchoredScroll } from "./scroll-anchor";

const before = ["a", "b", "c", "d", "e", "f", "g"];
/** At 170 px of 80 px rows the first card in sight is "c". */
const at = (now: readonly string[]) => anchoredScroll(before, now, 170, 80);

test.each([
  ["a card comes in above", ["new", ...before], 250],
  ["a card above goes away", before.slice(1), 90],
  ["a card comes in below", [...before, "new"], 170],
  ["two cards change places above", ["b", "a", "c", "d", "e", "f", "g"], 170],
  ["the first card in sight moves down", ["a", "b", "d", "e", "f", "g", "c"], 90],
  ["the first card in sight leaves", ["a", "b", "d", "e", "f", "g"], 90],
  ["a card from below goes to the top", ["g", "a", "b", "c", "d", "e", "f"], 250],
  ["all cards in sight are gone", ["x", "y"], 170],
])("what is seen stays where it is: %s", (_title, now, top) => {
  expect(at(now)).toBe(top);
});
