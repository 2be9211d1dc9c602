import fc from "fast-check";
import { expect, test } from "vitest";
import { dayIn, parseCalendarDate } from "./calendar-date.js";

test.each(["2026-11-25", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (text) => {
  expect(parseCalendarDate(text)).toBe(text);
});

test.each([
  "2025-02-31",
  "2025-02-29",
  "1900-02-29",
  "2025-04-31",
  "2025-00-10",
  "2025-13-01",
  "2025-01-00",
  "0000-01-01",
  "2025-1-1",
  "25.11.2026",
  "2026-11-25T00:00:00Z",
  "2026-11-25\n",
  "",
])("%j is no day", (text) => {
  expect(parseCalendarDate(text)).toBeNull();
});

test("what the platform's calendar knows is a day, and nothing else of that form", () => {
  const two = (number: number) => String(number).padStart(2, "0");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, dayOfMonth) => {
      const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
      const instant = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
      expect(parseCalendarDate(text) !== null).toBe(exists);
    }),
  );
});

test.each([
  ["Europe/Budapest", "2026-11-25T22:59:59Z", "2026-11-25"],
  ["Europe/Budapest", "2026-11-25T23:00:00Z", "2026-11-26"],
  ["Asia/Vladivostok", "2026-11-25T14:00:00Z", "2026-11-26"],
  ["America/New_York", "2026-11-25T04:59:59Z", "2026-11-24"],
  ["UTC", "2026-01-01T00:00:00Z", "2026-01-01"],
])("SPR-05: in %s the instant %s falls on %s", (timeZone, instant, expected) => {
  expect(dayIn(timeZone, new Date(instant))).toBe(expected);
});
