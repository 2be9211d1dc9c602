import { expect, test } from "vitest";
import { demoCompany, unitId, viewerAs, withArchived } from "../testing/demo-company.js";
import { unitCan } from "./unit-can.js";

function granted(login: string, unit: string, company = demoCompany()): string {
  const can = unitCan(company, viewerAs(company, login), unitId(unit));
  return Object.entries(can)
    .filter(([, allowed]) => allowed)
    .map(([action]) => action)
    .join(" ");
}

test.each([
  ["R3", "dev.head", "DEV", "createIssue manage plan seeAll"],
  ["R3", "dev.head", "APP", "createIssue manage plan seeAll"],
  ["R4", "dev.head", "PROD", "createIssue seeAll"],
  ["R5", "dev.dev1", "DEV", "createIssue seeAll"],
  ["R6", "dev.rep1", "DEV", ""],
  ["R7", "analyst", "DEV", "seeAll"],
  ["section 1", "admin", "DEV", ""],
  ["section 1", "boss", "SALES", "createIssue manage plan seeAll"],
  ["R8", "outsider", "DEMO", ""],
])("%s: %s may in %s: %s", (_rule, login, unit, expected) => {
  expect(granted(login, unit)).toBe(expected);
});

test("R1: an archived unit is still managed and seen, and nothing begins in it", () => {
  expect(granted("dev.head", "DEV", withArchived("DEV"))).toBe("manage seeAll");
});
