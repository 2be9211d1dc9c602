// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath } from "./navigation";

describe("AUT-09: after a sign-in one stays in this app", () => {
  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example/board/DEV",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/\n/evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "http://localhost@evil.example/",
    "localhost:4000@evil.example",
    "evil.example",
    "",
    undefined,
    null,
    42,
    ["/board/DEV"],
  ])("%j leads to the start page", (next) => {
    expect(ownPath(next)).toBe("/");
  });

  it.each([
    "/board/DEV",
    "/board/DEV?issue=DEV-12&under=true",
    "/issue/DEV-12#comments",
    "/%2f%2fevil.example",
  ])("%s is kept", (next) => {
    expect(ownPath(next)).toBe(next);
  });

  it("does not lead back to the sign-in", () => {
    expect(ownPath("/login?next=/login")).toBe("/");
  });

  it("never leaves the origin, whatever is asked for", () => {
    const address = fc.array(
      fc.constantFrom("/", "\\", ":", "@", ".", "?", "#", "%", "\t", "\n", " ", "e", "http", "javascript"),
    );
    fc.assert(
      fc.property(address, (parts) => {
        const path = ownPath(parts.join(""));
        expect(new URL(path, "http://app.test").origin).toBe("http://app.test");
        expect(path).toMatch(/^\/(?!\/)/);
      }),
      { numRuns: 2000 },
    );
  });
});
