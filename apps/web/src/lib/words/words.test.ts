// @vitest-environment node
import { MESSAGE_PARAMS, type MessageKey as DomainKey } from "@stafeta/domain/shared/message-keys";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, expectTypeOf, it } from "vitest";
import { en } from "./en";
import type { ParamNames } from "./message-params";
import { t, words } from "./words";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

function elementsOf(message: string): Element[] {
  return new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst();
}

const POUND = 7;
const LITERAL = 0;

function argumentsOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const type: number = element.type;
    if (type === LITERAL || type === POUND || !("value" in element)) return [];
    const arms = "options" in element ? Object.values(element.options) : [];
    return [element.value, ...arms.flatMap((arm) => argumentsOf(arm.value))];
  });
}

/** What the types of `t` read from the text; the same steps as `ParamNames`. */
function namesAsTyped(message: string): string[] {
  return message
    .split("{")
    .slice(1)
    .map((rest) => rest.split("}")[0] ?? "")
    .flatMap((piece) => {
      const typed = /^(.*?), (?:number|date|time|plural|select|selectordinal)/.exec(piece);
      if (typed) return [typed[1] ?? ""];
      return / |#/.test(piece) ? [] : [piece];
    });
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort();
const messages = Object.entries(en);

describe("the catalogue", () => {
  it("has ICU messages whose parameters the types can read", () => {
    const read = messages.map(([key, message]) => [key, sorted(namesAsTyped(message))]);
    expect(read).toEqual(messages.map(([key, message]) => [key, sorted(argumentsOf(elementsOf(message)))]));
  });

  it("has an arm for every number in every plural", () => {
    const plurals = messages.flatMap(([key, message]) =>
      elementsOf(message).flatMap((element) =>
        "pluralType" in element ? [{ key, arms: Object.keys(element.options) }] : [],
      ),
    );
    expect(plurals.length).toBeGreaterThan(0);
    expect(plurals.filter(({ arms }) => !arms.includes("one") || !arms.includes("other"))).toEqual([]);
  });

  it("R12: has words for every message of the domain, with its parameters", () => {
    const read = Object.keys(MESSAGE_PARAMS).map((key) => {
      return [key, sorted(argumentsOf(elementsOf(en[`refused.${key as DomainKey}`])))];
    });
    expect(read).toEqual(Object.entries(MESSAGE_PARAMS).map(([key, names]) => [key, sorted(names)]));
  });

  it("has keys of one form", () => {
    expect(messages.filter(([key]) => !/^[a-z][a-zA-Z]*(\.[a-zA-Z_]+)+$/.test(key))).toEqual([]);
  });
});

describe("t", () => {
  it("chooses the plural arm and writes numbers as the language does", () => {
    expect(t("saves.failedTitle", { count: 1 })).toBe("1 change was not saved");
    expect(t("saves.failedTitle", { count: 1200 })).toBe("1,200 changes were not saved");
  });

  it("keeps a name as it is, markup and braces included", () => {
    expect(t("home.title", { name: "<b>{x}</b> O'Neil" })).toBe("Welcome, <b>{x}</b> O'Neil");
  });

  it("asks for the parameters of its message, and for no other", () => {
    expectTypeOf<ParamNames<"Saved">>().toBeNever();
    expectTypeOf<ParamNames<"{a} and {b, number}">>().toEqualTypeOf<"a" | "b">();
    expectTypeOf<ParamNames<"{n, plural, one {# card, moved} other {# cards}} of {who}">>().toEqualTypeOf<
      "n" | "who"
    >();
    // @ts-expect-error -- a missing parameter does not compile
    expect(() => t("home.title")).toThrow();
  });

  it("takes keys from outside at run time", () => {
    expect(words("unit.createIn", { unit: "Sales" })).toBe("New unit in “Sales”");
  });
});
