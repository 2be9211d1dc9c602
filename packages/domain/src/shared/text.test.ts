import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdictText } from "../testing/issues.js";
import { cleanRequiredText, cleanText, cleanTitle, foldForSearch, TITLE_MAX } from "./text.js";

describe("titles", () => {
  test.each([
    ["  Order 66 \n", "Order 66"],
    ["two\r\nlines\tand a tab", "two lines and a tab"],
    ["שלום مرحبا", "שלום مرحبا"],
    ["\u200Fשלום", "\u200Fשלום"],
    ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
    ["x".repeat(TITLE_MAX), "x".repeat(TITLE_MAX)],
    ["😀".repeat(TITLE_MAX), "😀".repeat(TITLE_MAX)],
  ])("%j is kept as %j", (text, kept) => {
    expect(cleanTitle(text, "title")).toEqual({ allowed: true, value: kept });
  });

  test.each([
    ["", "text.required"],
    [" \n\t\u00A0", "text.required"],
    ["\u200B\u2060\uFEFF", "text.required"],
    ["\u3164\u115F", "text.required"],
    ["\u202E\u2066", "text.required"],
    ["a\0b", "text.invalidCharacters"],
    ["a\uD800b", "text.invalidCharacters"],
    ["\uDC00", "text.invalidCharacters"],
    ["x".repeat(TITLE_MAX + 1), "text.tooLong"],
    ["😀".repeat(TITLE_MAX + 1), "text.tooLong"],
    ["x".repeat(TITLE_MAX * 3), "text.tooLong"],
  ])("TXT-05: %j is refused: %s", (text, message) => {
    const decision = cleanTitle(text, "title");
    expect(verdictText(decision)).toBe("BAD_USER_INPUT title");
    expect(decision).toMatchObject({ message });
  });

  test("TXT-07: an override or isolate does not get through, and what it turned stays", () => {
    const controls = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    expect(cleanTitle(`${controls}in${controls}voice${controls}`, "title")).toMatchObject({
      value: "invoice",
    });
  });

  test("cleaning twice is cleaning once, and what comes out can be stored", () => {
    const sign = fc.constantFrom(
      " ",
      "\n",
      "a",
      "ё",
      "ש",
      "😀",
      "\0",
      "\uD800",
      "\u202E",
      "\u2066",
      "\u200B",
      "\u00A0",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const text = signs.join("");
        const once = cleanTitle(text, "title");
        if (!once.allowed) return;
        expect(cleanTitle(once.value, "title")).toEqual(once);
        expect(once.value).not.toMatch(/[\0\n\u202A-\u202E\u2066-\u2069]|^\s|\s$/u);
      }),
    );
  });
});

describe("texts", () => {
  test("a description may be empty and keeps its lines and blanks", () => {
    expect(cleanText("", "description")).toMatchObject({ value: "" });
    expect(cleanText("  a\n\n  b ", "description")).toMatchObject({ value: "  a\n\n  b " });
  });

  test.each([
    ["", "text.required"],
    [" \u200B\n", "text.required"],
    ["\uD83D", "text.invalidCharacters"],
    ["12345678901", "text.tooLong"],
  ])("a comment %j is refused: %s", (text, message) => {
    expect(cleanRequiredText(text, "body", 10)).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "body",
      message,
    });
  });

  test("TXT-07: overrides are removed from texts too", () => {
    expect(cleanText("if \u202E{ admin }\u2066", "description")).toMatchObject({ value: "if { admin }" });
  });
});

test.each([
  ["КаФа", "кафа"],
  ["ЁЛКА", "елка"],
  ["е\u0308лка", "елка"],
  ["ŐSZ", "ősz"],
])("TXT-01: %s is searched as %s", (text, folded) => {
  expect(foldForSearch(text)).toBe(folded);
});
