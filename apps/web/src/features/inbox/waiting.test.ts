// @vitest-environment node
import { describe, expect, it } from "vitest";
import { chosenOf, neighbourOf } from "./chosen";
import { inTurn, type Waiting } from "./waiting";

function waiting(id: string, since: string, key = id): Waiting {
  return { id, since, issue: { key, title: "" }, icon: "handoff", text: "", pane: () => null };
}

const ids = (all: readonly Waiting[]) => all.map((one) => one.id);

describe("H5: what waits, over all kinds", () => {
  const steps = [
    waiting("h2", "2026-11-20T10:00:00Z", "DEV-1"),
    waiting("h1", "2026-11-24T10:00:00Z", "DEV-2"),
  ];
  const others = [
    waiting("r1", "2026-11-22T10:00:00.5Z", "DEV-3"),
    waiting("r2", "2026-11-25T10:00:00Z", "DEV-1"),
  ];

  it("stands the oldest first, and by issue", () => {
    expect(ids(inTurn([steps, others]))).toEqual(["h2", "r2", "r1", "h1"]);
  });
});

describe("the one that is read", () => {
  const all = ["a", "b", "c"].map((id) => waiting(id, "2026-11-20T10:00:00Z"));

  it.each([
    ["what the address names", "b", 0, "b"],
    ["the first, where it names nothing", undefined, 0, "a"],
    ["what came after an answered one", "gone", 1, "b"],
    ["the last, where the answered one was behind it", "gone", 7, "c"],
  ])("is %s", (_title, at, place, expected) => {
    expect(chosenOf(all, at, place).chosen?.id).toBe(expected);
  });

  it("has neighbours, without going round", () => {
    expect(neighbourOf(all, "a", 1)?.id).toBe("b");
    expect(neighbourOf(all, "a", -1)).toBeUndefined();
    expect(neighbourOf(all, "c", 1)).toBeUndefined();
  });
});
