// @vitest-environment node
import { describe, expect, it } from "vitest";
import { letterOf } from "./page-keys";

describe("letters of keys", () => {
  it.each([
    ["n", "KeyN", "n"],
    ["N", "KeyN", "n"],
    // A Russian layout: the letter of the same key.
    ["т", "KeyN", "n"],
    // A Hungarian layout swaps Y and Z: what is printed counts.
    ["z", "KeyY", "z"],
    ["ő", "BracketLeft", "ő"],
    ["Enter", "Enter", "Enter"],
    ["Dead", "KeyN", "Dead"],
  ])("%s on %s is %s", (key, code, expected) => {
    expect(letterOf({ key, code })).toBe(expected);
  });
});
