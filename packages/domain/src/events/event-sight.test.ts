import { describe, expect, test } from "vitest";
import { demoCompany, unitId, userId, viewerAs } from "../testing/demo-company.js";
import { EVENT_KINDS, type EventKind } from "./event-kinds.js";
import { AUDIENCES, EVENT_AUDIENCE, eventSight, kindsFor, readsOrganisationEvent } from "./event-sight.js";

const company = demoCompany();
const NOBODY = { unitId: null, personId: null, actorId: null };

function reads(login: string, kind: EventKind, facts: Partial<Parameters<typeof readsOrganisationEvent>[1]>) {
  return readsOrganisationEvent(viewerAs(company, login), { ...NOBODY, kind, ...facts });
}

describe("R10: who reads the log of the organisation", () => {
  const inDev = { unitId: unitId("DEV") };

  test.each([
    ["boss", true],
    ["admin", true],
    ["prod.head", true],
    ["dev.head", true],
    // R4 makes the head of APP a developer of DEV, and no more.
    ["app.head", false],
    ["dev.dev1", false],
    ["analyst", false],
    ["comm.head", false],
    ["outsider", false],
  ])("what happens to a unit's members: %s %s", (login, expected) => {
    expect(reads(login, "MEMBER_ADDED", inDev)).toBe(expected);
    expect(reads(login, "UNIT_CREATED", inDev)).toBe(expected);
  });

  test("what happens to a person is read by them, by who did it, by admins and bosses", () => {
    const facts = { personId: userId("outsider"), actorId: userId("dev.dev1") };
    const readers = ["outsider", "dev.dev1", "admin", "boss"];
    const others = ["dev.head", "prod.head", "analyst"];
    for (const login of readers) expect(reads(login, "USER_DEACTIVATED", facts)).toBe(true);
    for (const login of others) expect(reads(login, "USER_DEACTIVATED", facts)).toBe(false);
  });

  test("a unit's event that names no unit, and the company's, are read by admins and bosses alone", () => {
    for (const kind of ["UNIT_CREATED", "COMPANY_SET_UP"] as const) {
      expect(reads("boss", kind, {})).toBe(true);
      expect(reads("dev.head", kind, { actorId: userId("dev.head") })).toBe(false);
    }
  });

  test("an event of an issue is not decided here, not even for the boss", () => {
    for (const kind of [...kindsFor("ISSUE"), ...kindsFor("COMMENT")]) {
      expect(reads("boss", kind, inDev)).toBe(false);
    }
  });

  test("R3: a manager's log covers the units below", () => {
    const { all, managedUnits } = eventSight(viewerAs(company, "prod.head"));
    expect(all).toBe(false);
    expect(managedUnits.toSorted()).toEqual(["APP", "DESIGN", "DEV", "PROD"]);
  });
});

test("every kind of event has one audience, and every audience a kind", () => {
  expect(AUDIENCES.flatMap(kindsFor).toSorted()).toEqual([...EVENT_KINDS].toSorted());
  expect(new Set(Object.values(EVENT_AUDIENCE))).toEqual(new Set(AUDIENCES));
});
