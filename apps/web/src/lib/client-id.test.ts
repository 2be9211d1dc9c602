// @vitest-environment node
import { describe, expect, it } from "vitest";
import { createRepeatIds, newClientMutationId } from "./client-id";

describe("clientMutationId", () => {
  it("is new each time", () => {
    const ids = Array.from({ length: 1000 }, newClientMutationId);
    expect(new Set(ids).size).toBe(1000);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it("stays while the content does, so that a repeat acts once", () => {
    const idFor = createRepeatIds();
    const first = idFor({ title: "a" });
    expect(idFor({ title: "a" })).toBe(first);
    expect(idFor({ title: "b" })).not.toBe(first);
  });
});
