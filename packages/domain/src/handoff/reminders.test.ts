import { describe, expect, test } from "vitest";
import { demoCompany, demoRecords, unitId, withInactive } from "../testing/demo-company.js";
import { dueReminder, headsAbove, remindedPersons, workingDaysLater } from "./reminders.js";

const company = demoCompany();

describe("H6: working days, in the company's time zone", () => {
  test.each([
    ["Wednesday", "2026-11-25T09:00:00Z", 2, "2026-11-27T09:00:00.000Z"],
    ["Thursday, over a weekend", "2026-11-26T09:00:00Z", 2, "2026-11-30T09:00:00.000Z"],
    ["Friday", "2026-11-27T09:00:00Z", 1, "2026-11-30T09:00:00.000Z"],
    ["Saturday", "2026-11-28T09:00:00Z", 2, "2026-12-01T09:00:00.000Z"],
    [
      "late on Friday in UTC, which is Saturday in Budapest",
      "2026-11-27T23:30:00Z",
      1,
      "2026-11-29T23:30:00.000Z",
    ],
  ])("%s", (_day, from, days, expected) => {
    expect(workingDaysLater("Europe/Budapest", new Date(from), days).toISOString()).toBe(expected);
  });
});

describe("H6: who is reminded, and when", () => {
  const turnAt = new Date("2026-11-23T09:00:00Z");
  const due = (now: string, isReminded = false, isEscalated = false, of = company) =>
    dueReminder(of, { unitId: unitId("SALES"), turnAt, isReminded, isEscalated }, new Date(now));

  test.each([
    ["before the limit", "2026-11-25T08:59:59Z", false, false, null],
    ["at the limit", "2026-11-25T09:00:00Z", false, false, "HEADS"],
    ["once", "2026-11-25T10:00:00Z", true, false, null],
    ["after as long again, the head above", "2026-11-27T09:00:00Z", true, false, "ABOVE"],
    ["first the heads, however late", "2026-12-24T09:00:00Z", false, false, "HEADS"],
    ["and never again", "2026-12-24T09:00:00Z", true, true, null],
  ])("%s", (_when, now, isReminded, isEscalated, expected) => {
    expect(due(now, isReminded, isEscalated)).toBe(expected);
  });

  test("a unit has a limit of its own", () => {
    const units = demoRecords().units.map((unit) => ({
      ...unit,
      stepLimitDays: unit.key === "SALES" ? 1 : 2,
    }));
    expect(due("2026-11-24T09:00:00Z", false, false, demoCompany({ units }))).toBe("HEADS");
  });

  test("the heads are the unit's, those above are the nearest others", () => {
    expect(remindedPersons(company, unitId("SALES"), "HEADS")).toEqual(["sales.head"]);
    expect(remindedPersons(company, unitId("SALES"), "ABOVE")).toEqual(["comm.head"]);
    expect(headsAbove(withInactive("sales.head"), unitId("SALES"))).toEqual(["boss"]);
    expect(headsAbove(company, unitId("DEMO"))).toEqual([]);
  });
});
