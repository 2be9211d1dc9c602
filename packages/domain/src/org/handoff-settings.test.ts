import { describe, expect, test } from "vitest";
import { demoCompany, unitId, viewerAs, viewersOf, withArchived } from "../testing/demo-company.js";
import { verdictText } from "../testing/issues.js";
import { canSetCompany, canSetHandoff } from "./handoff-settings.js";

const company = demoCompany();

describe("H1, H6: who says how hand-offs go", () => {
  test("of a unit, its managers (R3)", () => {
    const may = viewersOf(company).filter(
      (viewer) => canSetHandoff(company, viewer, unitId("DEV"), 2).allowed,
    );
    expect(may.map((viewer) => viewer.userId).toSorted()).toEqual(["boss", "dev.head", "prod.head"]);
  });

  test("of the company, admins and bosses", () => {
    const may = viewersOf(company).filter((viewer) => canSetCompany(viewer).allowed);
    expect(may.map((viewer) => viewer.userId).toSorted()).toEqual(["admin", "boss"]);
  });

  test.each([
    ["dev.head", "DEV", 1, "allowed"],
    ["dev.head", "DEV", 60, "allowed"],
    ["dev.head", "DEV", null, "allowed"],
    ["dev.head", "DEV", 0, "BAD_USER_INPUT stepLimitDays"],
    ["dev.head", "DEV", 61, "BAD_USER_INPUT stepLimitDays"],
    ["dev.dev1", "DEV", 0, "FORBIDDEN R3"],
    ["dev.head", "NOWHERE", 2, "NOT_FOUND"],
  ])("%s, in %s, %j days: %s", (login, unit, days, expected) => {
    expect(verdictText(canSetHandoff(company, viewerAs(company, login), unitId(unit), days))).toBe(expected);
  });

  test("R1: nothing is set in an archived unit", () => {
    const archived = withArchived("DEV");
    expect(verdictText(canSetHandoff(archived, viewerAs(archived, "boss"), unitId("DEV"), 2))).toBe(
      "CONFLICT R1",
    );
  });
});
