import { describe, expect, it } from "vitest";
import { MAX_MENTIONS, mentionOf, mentionsIn, newMentions } from "./mentions.js";

describe("B4: who is mentioned", () => {
  it.each<[string | null, string[]]>([
    [null, []],
    ["", []],
    ["@Anna, look", []],
    ["[Anna](user:12)", []],
    ["Ask @[Anna Kiss](user:12).", ["12"]],
    ["@[Анна Ёлкина](user:7) and @[Őri Ödön](user:8), @[Анна](user:7) again", ["7", "8"]],
    ["@[Anna](user:12", []],
    ["@[](user:12)", []],
    ["@[Anna](user:0)", []],
    ["@[Anna](user:012)", []],
    ["@[Anna](user:99999999999999999999)", []],
    ["@[Anna](https://user:12)", []],
    ["@[Anna\n](user:12)", []],
  ])("%j mentions %j", (text, expected) => {
    expect(mentionsIn(text)).toEqual(expected);
  });

  it("a name is written so that it is read back, brackets and all", () => {
    for (const name of ["Anna", "A [ext]", "](user:99)", "x\n@[y](user:3)"]) {
      expect(mentionsIn(`To ${mentionOf({ id: "12", name })}!`)).toEqual(["12"]);
    }
  });

  it("an edit mentions who was not mentioned before", () => {
    expect(newMentions("@[A](user:1)", "@[B](user:2) @[A](user:1)")).toEqual(["2"]);
    expect(newMentions("@[A](user:1)", null)).toEqual([]);
  });

  it("a text mentions a crowd at most, and does so in no time, however it is written", () => {
    const crowd = Array.from({ length: 200 }, (_, n) => `@[P](user:${String(n + 1)})`).join(" ");
    expect(mentionsIn(crowd)).toHaveLength(MAX_MENTIONS);
    const began = performance.now();
    expect(mentionsIn("@[".repeat(100_000))).toEqual([]);
    expect(mentionsIn(`@[${"a".repeat(200_000)}`)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
