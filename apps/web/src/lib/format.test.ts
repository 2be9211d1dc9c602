// @vitest-environment node
import { afterEach, describe, expect, it } from "vitest";
import {
  compareNames,
  formatAgo,
  formatDay,
  formatInstant,
  formatNumber,
  formatShortDay,
  setTimeZone,
} from "./format";

describe("dates", () => {
  afterEach(() => {
    setTimeZone("UTC");
  });

  it.each(["America/New_York", "Europe/Budapest", "Asia/Vladivostok"])(
    "SPR-04: a day is that day in %s",
    (zone) => {
      setTimeZone(zone);
      expect(formatDay("2026-11-22")).toBe("22 Nov 2026");
      expect(formatShortDay("2026-11-22")).toBe("22 Nov");
    },
  );

  it("shows an instant in the person's zone", () => {
    setTimeZone("Europe/Budapest");
    expect(formatInstant("2026-11-25T23:30:00Z")).toBe("26 Nov 2026, 00:30");
  });

  it("keeps the browser's zone when the name is unknown", () => {
    setTimeZone("Nowhere/Nothing");
    expect(formatInstant("2026-11-25T12:00:00Z")).toContain("2026");
  });

  const now = new Date("2026-11-25T12:00:00Z");
  it.each([
    ["2026-11-25T11:59:40Z", "this minute"],
    ["2026-11-25T11:55:00Z", "5 minutes ago"],
    ["2026-11-25T09:01:00Z", "2 hours ago"],
    ["2026-11-24T11:00:00Z", "yesterday"],
    ["2026-11-19T12:00:00Z", "6 days ago"],
    ["2026-11-17T12:00:00Z", "17 Nov 2026, 12:00"],
  ])("%s reads %s", (iso, expected) => {
    setTimeZone("UTC");
    expect(formatAgo(iso, now)).toBe(expected);
  });
});

describe("numbers and names", () => {
  it("groups thousands and drops empty decimals", () => {
    expect(formatNumber(12_345.5)).toBe("12,345.5");
  });

  it("sorts by the language's letters and by the value of numbers", () => {
    expect(["Zoe", "Émile", "Unit 10", "Unit 9", "anna"].sort(compareNames)).toEqual([
      "anna",
      "Émile",
      "Unit 9",
      "Unit 10",
      "Zoe",
    ]);
  });
});
