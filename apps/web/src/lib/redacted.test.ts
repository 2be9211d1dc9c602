import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { recordRedacted, useRedacted } from "./redacted";

function redactedOf(operation: string, variables: Record<string, unknown>): string[] {
  return [...renderHook(() => useRedacted(operation, variables)).result.current];
}

describe("R11: what an answer hid", () => {
  it("is kept by operation and variables, in whatever order these are written", () => {
    recordRedacted("Issue", { key: "DEV-1", first: 5 }, ["Issue.estimate", 7]);
    expect(redactedOf("Issue", { first: 5, key: "DEV-1" })).toEqual(["Issue.estimate"]);
    expect(redactedOf("Issue", { first: 5, key: "DEV-2" })).toEqual([]);
  });

  it("goes away when a later answer hides nothing", () => {
    recordRedacted("Issue", { key: "DEV-3" }, ["Issue.value"]);
    recordRedacted("Issue", { key: "DEV-3" }, undefined);
    expect(redactedOf("Issue", { key: "DEV-3" })).toEqual([]);
  });

  it("forgets the oldest, so that a long day does not fill the memory", () => {
    for (let n = 0; n < 250; n += 1) recordRedacted("Many", { n }, ["Issue.value"]);
    expect(redactedOf("Many", { n: 0 })).toEqual([]);
    expect(redactedOf("Many", { n: 249 })).toEqual(["Issue.value"]);
  });
});
