import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, labelId } from "../testing/demo-company.js";
import { issueId } from "../testing/issues.js";
import { mergeEdit, type EditableValues, type WantedEdit } from "./merge-edit.js";

const [a, b, c, d] = [labelId("DEV", "a"), labelId("DEV", "b"), labelId("DEV", "c"), labelId("DEV", "d")];

const BASE: EditableValues = {
  title: "Boat",
  description: "Sails",
  type: "TASK",
  priority: "NORMAL",
  parent: null,
  labels: [a, b],
  estimate: 3,
  value: null,
  startDate: null,
  dueDate: day("2026-12-01"),
};
const merging = (theirs: Partial<EditableValues>, wanted: WantedEdit) =>
  mergeEdit({ base: BASE, current: { ...BASE, ...theirs }, wanted });

describe("I5: one field", () => {
  test("CON-01: edits of different fields merge, and only one's own is written", () => {
    const merged = merging({ title: "Ship" }, { description: "Oars" });
    expect(merged).toEqual({ values: { description: "Oars" }, conflicts: [] });
  });

  test("CON-01: the same field changed since conflicts, with all three values, and nothing of it is written", () => {
    expect(merging({ title: "Ship" }, { title: "Yacht", estimate: 5 })).toEqual({
      values: { estimate: 5 },
      conflicts: [{ field: "title", base: "Boat", yours: "Yacht", theirs: "Ship" }],
    });
  });

  test("to clear, and to set what they cleared, conflict too", () => {
    expect(merging({ estimate: 8 }, { estimate: null }).conflicts).toEqual([
      { field: "estimate", base: 3, yours: null, theirs: 8 },
    ]);
    expect(merging({ dueDate: null }, { dueDate: day("2026-12-24") }).conflicts).toHaveLength(1);
  });

  test("who asks for the old value again, while it was changed, is told", () => {
    expect(merging({ estimate: 8 }, { estimate: 3 }).conflicts).toHaveLength(1);
  });

  test("the same new value on both sides is no conflict and no change", () => {
    expect(merging({ title: "Ship" }, { title: "Ship" })).toEqual({ values: {}, conflicts: [] });
  });

  test("what is as it was is no change", () => {
    expect(merging({}, { title: "Boat", labels: [b, a, a], value: null })).toEqual({
      values: {},
      conflicts: [],
    });
  });

  test("null clears, and what is not present stays", () => {
    expect(merging({}, { description: null, parent: issueId("7") }).values).toEqual({
      description: null,
      parent: issueId("7"),
    });
  });
});

describe("I5, CON-05: labels", () => {
  test("what two people add is there", () => {
    expect(merging({ labels: [a, b, c] }, { addLabels: [d] }).values.labels).toEqual([a, b, c, d]);
  });

  test("what one adds and another removes merges", () => {
    expect(merging({ labels: [b] }, { addLabels: [c], removeLabels: [b] })).toEqual({
      values: { labels: [c] },
      conflicts: [],
    });
  });

  test("to add what they added, or remove what they removed, is no change", () => {
    expect(merging({ labels: [b, c] }, { addLabels: [c], removeLabels: [a] })).toEqual({
      values: {},
      conflicts: [],
    });
  });

  test("a whole set conflicts with a changed one", () => {
    expect(merging({ labels: [a, b, c] }, { labels: [d] }).conflicts).toEqual([
      { field: "labels", base: [a, b], yours: [d], theirs: [a, b, c] },
    ]);
  });

  test("a whole set goes through where the set is the same, in whatever order", () => {
    expect(merging({ labels: [b, a] }, { labels: [d] })).toEqual({ values: { labels: [d] }, conflicts: [] });
  });

  test("a whole set that comes to the same as theirs is no conflict", () => {
    expect(merging({ labels: [c, d] }, { labels: [d, c] })).toEqual({ values: {}, conflicts: [] });
  });
});

const valuesArb: fc.Arbitrary<EditableValues> = fc.record({
  title: fc.constantFrom("x", "y", "z"),
  description: fc.constantFrom("x", "y", null),
  type: fc.constantFrom("TASK", "BUG"),
  priority: fc.constantFrom("LOW", "HIGH"),
  parent: fc.constantFrom(null, issueId("1"), issueId("2")),
  labels: fc.subarray([a, b, c]),
  estimate: fc.constantFrom(null, 1, 2),
  value: fc.constantFrom(null, 1),
  startDate: fc.constant(null),
  dueDate: fc.constantFrom(null, day("2026-12-01")),
});

test("I5: nobody's change is lost: what is written was asked for, what they changed stays or is a conflict", () => {
  const wantedArb = valuesArb.chain((values) =>
    fc
      .subarray(Object.keys(values))
      .map((fields): WantedEdit =>
        Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field))),
      ),
  );
  fc.assert(
    fc.property(valuesArb, valuesArb, wantedArb, (base, current, wanted) => {
      const { values, conflicts } = mergeEdit({ base, current, wanted });
      const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
      for (const field of Object.keys(base) as (keyof EditableValues)[]) {
        const [isAsked, isConflict] = [
          field in wanted,
          conflicts.some((conflict) => conflict.field === field),
        ];
        const changedSince = !same(base[field], current[field]);
        const differs = isAsked && !same(wanted[field], current[field]);
        expect(isConflict).toBe(differs && changedSince);
        expect(field in values).toBe(differs && !changedSince);
        if (field in values) expect(values[field]).toEqual(wanted[field]);
      }
    }),
    { numRuns: 500 },
  );
});
