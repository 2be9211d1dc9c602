// @vitest-environment node
import { describe, expect, it } from "vitest";
import { whereaboutsOf, type WaitingIssue } from "./work-tabs";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const issue = {
  unit: { id: "1", key: "SALES", name: "Sales" },
  updatedAt: "2026-11-20T00:00:00Z",
  handoffs: [],
} as unknown as WaitingIssue;

function handoff(state: string, more: object): WaitingIssue["handoffs"][number] {
  return { id: "1", state, startedAt: "2026-11-21T00:00:00Z", endedAt: null, steps: [], ...more } as never;
}
const step = (waitedMinutes: number | null) => ({
  current: true,
  waitedMinutes,
  unit: { id: "2", name: "Development", heads: [{ id: "7", name: "Béla" }] },
});

describe("H5: where work waits, and since when", () => {
  it("with the heads of the step whose turn it is", () => {
    const waiting = { ...issue, handoffs: [handoff("PENDING", { steps: [step(60)] })] };
    expect(whereaboutsOf(waiting, NOW)).toEqual({
      heads: ["Béla"],
      unit: "Development",
      since: "2026-11-25T11:00:00.000Z",
    });
  });

  it("since the hand-off began, where nothing says how long the step waits", () => {
    const waiting = { ...issue, handoffs: [handoff("PENDING", { steps: [step(null)] })] };
    expect(whereaboutsOf(waiting, NOW).since).toBe("2026-11-21T00:00:00Z");
  });

  it("with its holder since the last one arrived; else since it changed", () => {
    const arrived = [
      handoff("ACCEPTED", { endedAt: "2026-11-23T00:00:00Z" }),
      handoff("ACCEPTED", { endedAt: "2026-11-22T00:00:00Z" }),
      handoff("REFUSED", { endedAt: "2026-11-24T00:00:00Z" }),
    ];
    const here = { heads: [], unit: "Sales" };
    expect(whereaboutsOf({ ...issue, handoffs: arrived }, NOW)).toEqual({
      ...here,
      since: "2026-11-23T00:00:00Z",
    });
    expect(whereaboutsOf(issue, NOW)).toEqual({ ...here, since: "2026-11-20T00:00:00Z" });
  });
});
