import { expect, test } from "vitest";
import { parseNumber } from "./parse-number";

test.each([
  ["3", 3],
  ["2,5", 2.5],
  ["2.5", 2.5],
  ["1 234,5", 1234.5],
  ["1\u00a0234", 1234],
  ["-1", -1],
  ["", undefined],
  ["abc", undefined],
  ["1,2,3", undefined],
  ["1e9", undefined],
  ["Infinity", undefined],
])("%j is %j", (text, number) => {
  expect(parseNumber(text)).toBe(number);
});
