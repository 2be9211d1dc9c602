import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBy } from "../rights/field-policy.js";
import { HAT_BITS } from "../rights/hats.js";
import { changesBetween, readableChanges, type RecordValue } from "./changes.js";
import { EVENT_KINDS, GONE } from "./event-kinds.js";

type Fields = Record<string, RecordValue>;
const changed = (before: Fields | null, after: Fields) => changesBetween(before, after, ["a", "b"]);

describe("I8: what is a change", () => {
  test.each<[string, RecordValue, RecordValue]>([
    ["texts", "x", "x"],
    ["numbers", 1.5, 1.5],
    ["instants", new Date("2026-11-25T10:00:00Z"), new Date("2026-11-25T10:00:00.000Z")],
    ["sets in another order", ["2", "1"], ["1", "2"]],
    ["sets with a double", ["1", "1", "2"], ["2", "1"]],
    ["nothing and what is left out", null, undefined],
  ])("not: equal %s", (_what, before, after) => {
    expect(changed({ a: before }, { a: after })).toEqual([]);
  });

  test.each<[string, RecordValue, RecordValue, unknown, unknown]>([
    ["a text", "x", "y", "x", "y"],
    ["a number for a text", "1", 1, "1", 1],
    ["a value that is cleared", 3, null, 3, null],
    ["zero for nothing", null, 0, null, 0],
    ["an empty text for nothing", null, "", null, ""],
    ["a flag", false, true, false, true],
    ["a set, sorted", ["3", "1"], ["2", "1"], ["1", "3"], ["1", "2"]],
    ["an emptied set", ["1"], [], ["1"], []],
    ["an instant, in UTC", new Date("2026-11-25T10:00:00+01:00"), null, "2026-11-25T09:00:00.000Z", null],
  ])("%s", (_what, before, after, from, to) => {
    expect(changed({ a: before }, { a: after })).toEqual([{ field: "a", before: from, after: to }]);
  });

  test("of a new record: what it starts with, but not what it lacks", () => {
    expect(changed(null, { a: "x", b: null })).toEqual([{ field: "a", before: null, after: "x" }]);
    expect(changed(null, { a: [], b: ["1"] })).toEqual([{ field: "b", before: null, after: ["1"] }]);
    expect(changed(null, { a: false, b: 0 })).toHaveLength(2);
  });

  test("only of the fields that are asked for, in their order", () => {
    const [before, after]: Fields[] = [
      { a: 1, b: 1, c: 1 },
      { a: 2, b: 2, c: 2 },
    ];
    const fields = changesBetween(before ?? {}, after ?? {}, ["c", "a"]).map(({ field }) => field);
    expect(fields).toEqual(["c", "a"]);
  });

  test("I6, I8: applying what is after, or going back to what was before, gives the other state", () => {
    const valueArb = fc.oneof(fc.constantFrom(null, "x", "y", 0, 1, true), fc.subarray(["1", "2", "3"]));
    const recordArb = fc.record({ a: valueArb, b: valueArb });
    fc.assert(
      fc.property(recordArb, recordArb, (before, after) => {
        const changes = changed(before, after);
        const forth = Object.fromEntries(changes.map((change) => [change.field, change.after]));
        const back = Object.fromEntries(changes.map((change) => [change.field, change.before]));
        expect({ ...before, ...forth }).toEqual(after);
        expect({ ...after, ...back }).toEqual(before);
      }),
    );
  });
});

describe("R10, PER-05: changes are masked like their fields", () => {
  const policies = { title: readBy("ANYONE"), estimate: readBy(["MANAGER"]) };
  const changes = ["title", "estimate", "unheardOf", "constructor", "__proto__"].map((field) => ({
    field,
    before: null,
    after: "x",
  }));
  const read = (hats: number) => readableChanges(changes, hats, policies).map(({ field }) => field);

  test("by who reads the field, and by who does not", () => {
    expect(read(HAT_BITS.MANAGER)).toEqual(["title", "estimate"]);
    expect(read(HAT_BITS.FOLLOWER)).toEqual(["title"]);
  });

  test("a field without a policy is hidden from everybody", () => {
    const all = Object.values(HAT_BITS).reduce((sum, bit) => sum | bit, 0);
    expect(read(all)).toEqual(["title", "estimate"]);
  });
});

test("I9: GONE is told on streams and never recorded", () => {
  expect(EVENT_KINDS).not.toContain(GONE);
  expect(new Set(EVENT_KINDS).size).toBe(EVENT_KINDS.length);
});
