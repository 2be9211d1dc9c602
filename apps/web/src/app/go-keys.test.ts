// @vitest-environment node
import { describe, expect, it } from "vitest";
import { createGoKeys, SECOND_KEY_MS } from "./go-keys";

describe("G and a second key", () => {
  it("leads to the inbox by G I", () => {
    const keys = createGoKeys();
    expect([keys.press("g", 0), keys.press("i", SECOND_KEY_MS)]).toEqual(["first", "/inbox"]);
  });

  it("leads to the boss's queue by G C (L2)", () => {
    const keys = createGoKeys();
    expect([keys.press("g", 0), keys.press("c", 1)]).toEqual(["first", "/closure"]);
  });

  it("leads to my work by G M, and to what waits for others by G W", () => {
    const keys = createGoKeys();
    expect([keys.press("g", 0), keys.press("m", 1)]).toEqual(["first", "/my"]);
    expect([keys.press("g", 2), keys.press("w", 3)]).toEqual(["first", "/my/waiting"]);
  });

  it("is nothing when the second key comes late, or with another key between", () => {
    const keys = createGoKeys();
    expect([keys.press("g", 0), keys.press("i", SECOND_KEY_MS + 1)]).toEqual(["first", null]);
    expect([keys.press("g", 0), keys.press("j", 10), keys.press("i", 20)]).toEqual(["first", null, null]);
  });

  it("begins anew with each G, and is over once it has led somewhere", () => {
    const keys = createGoKeys();
    expect([keys.press("g", 0), keys.press("g", 1400), keys.press("i", 2800)]).toEqual([
      "first",
      "first",
      "/inbox",
    ]);
    expect(keys.press("i", 2900)).toBeNull();
  });

  it("knows no word of the object's own as a key", () => {
    const keys = createGoKeys();
    expect([keys.press("g", 0), keys.press("toString", 1)]).toEqual(["first", null]);
  });
});
