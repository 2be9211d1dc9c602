import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, type FieldChange } from "./changes.js";
import { valuesBefore } from "./values-before.js";

const now = { title: "Fix the pump", estimate: 5, labels: ["1", "2"] as readonly string[] };

describe("I5, I8: what stood there before", () => {
  test("is what each change says of its own field", () => {
    const since: FieldChange[] = [
      { field: "estimate", before: 3, after: 5 },
      { field: "labels", before: ["1"], after: ["1", "2"] },
    ];
    expect(valuesBefore(now, since)).toEqual({ title: "Fix the pump", estimate: 3, labels: ["1"] });
  });

  test("is what the oldest of several changes of a field says", () => {
    const newestFirst: FieldChange[] = [
      { field: "estimate", before: 3, after: 5 },
      { field: "estimate", before: null, after: 3 },
    ];
    expect(valuesBefore<{ estimate: number | null }>(now, newestFirst)).toMatchObject({ estimate: null });
  });

  test("does not hang on fields that are not asked for", () => {
    expect(valuesBefore(now, [{ field: "rank", before: "V", after: "W" }])).toEqual(now);
  });

  test("leaves what it was given as it is", () => {
    valuesBefore(now, [{ field: "title", before: "Fix it", after: "Fix the pump" }]);
    expect(now.title).toBe("Fix the pump");
  });
});

const FIELDS = ["title", "estimate", "labels"] as const;
const state = fc.record({
  title: fc.string(),
  estimate: fc.option(fc.nat()),
  labels: fc.uniqueArray(fc.constantFrom("1", "2", "3")).map((ids) => ids.toSorted()),
});

test("I8: the log of any history leads back to each of its states", () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), (states) => {
      const last = states.at(-1);
      if (!last) return;
      for (const [index, past] of states.entries()) {
        const newestFirst: FieldChange[] = [];
        for (let at = states.length - 1; at > index; at--) {
          newestFirst.push(...changesBetween(states[at - 1] ?? null, states[at] ?? {}, FIELDS));
        }
        expect(valuesBefore(last, newestFirst)).toEqual(past);
      }
    }),
  );
});
