import { expect, test } from "vitest";
import { isId } from "./ids.js";

test.each(["1", "42", "9223372036854775807"])("%s can be an id", (text) => {
  expect(isId(text)).toBe(true);
});

test.each([
  "",
  "0",
  "01",
  "-1",
  "+1",
  "1.0",
  "1e3",
  " 1",
  "1\n",
  "١",
  "9223372036854775808",
  "99999999999999999999",
])("%j is no id", (text) => {
  expect(isId(text)).toBe(false);
});
