import { describe, expect, test } from "vitest";
import { tokenTerms, type TokenTerms } from "./api-token.js";

const NOW = new Date("2026-11-25T10:00:00Z");
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const terms = (scopes: TokenTerms["scopes"], expiresAt: Date | null): TokenTerms => ({ scopes, expiresAt });

describe("section 10: what an API token may do, and until when", () => {
  test("a session makes any, each scope counted once", () => {
    expect(tokenTerms(terms(["WRITE", "READ", "READ"], null), null, NOW)).toEqual({
      allowed: true,
      value: { scopes: ["READ", "WRITE"], expiresAt: null },
    });
    expect(tokenTerms(terms(["READ"], later(1)), null, NOW)).toMatchObject({ allowed: true });
  });

  test.each([
    [terms([], null), null, "scopes"],
    [terms(["READ"], NOW), null, "expiresAt"],
    [terms(["READ"], later(-1)), null, "expiresAt"],
    [terms(["READ", "WRITE"], null), terms(["WRITE"], null), "scopes"],
    [terms(["WRITE"], null), terms(["WRITE"], later(1)), "expiresAt"],
    [terms(["WRITE"], later(2)), terms(["WRITE"], later(1)), "expiresAt"],
  ] as const)("%j by %j is refused: %s", (wish, maker, field) => {
    expect(tokenTerms(wish, maker, NOW)).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  test("a token makes one that ends with it, or a shorter one", () => {
    const maker = terms(["READ", "WRITE"], later(2));
    for (const hours of [1, 2]) {
      expect(tokenTerms(terms(["READ"], later(hours)), maker, NOW)).toMatchObject({ allowed: true });
    }
  });
});
