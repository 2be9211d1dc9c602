import { describe, expect, test } from "vitest";
import { demoCompany, labelId, unitId, viewerAs, withArchived } from "../testing/demo-company.js";
import { verdictText } from "../testing/issues.js";
import type { UnitKind } from "./company.js";
import { canCreateLabel, canCreateUnit } from "./manage-unit.js";
import { isUnitKey, issueKeyOf, parseIssueKey, unitKeyFrom } from "./unit-key.js";

describe("R1: making a unit", () => {
  const cases: readonly (readonly [string, string, string, UnitKind, string])[] = [
    ["dev.head", "DEV", "QA", "PROJECT", "allowed"],
    ["prod.head", "DEV", "QA", "PROJECT", "allowed"],
    ["boss", "DEMO", "QA", "DIVISION", "allowed"],
    ["boss", "NONE", "QA", "DIVISION", "NOT_FOUND"],
    ["dev.dev1", "DEV", "QA", "PROJECT", "FORBIDDEN R1"],
    ["sales.head", "DEV", "QA", "PROJECT", "FORBIDDEN R1"],
    ["dev.head", "PROD", "QA", "PROJECT", "FORBIDDEN R1"],
    ["admin", "DEV", "QA", "PROJECT", "FORBIDDEN R1"],
    ["boss", "DEMO", "QA", "COMPANY", "BAD_USER_INPUT kind"],
    ["boss", "DEMO", "SALES", "PROJECT", "BAD_USER_INPUT key"],
    ["boss", "DEMO", "qa", "PROJECT", "BAD_USER_INPUT key"],
    // Who may not, learns nothing from the rest of their input.
    ["outsider", "DEMO", "qa", "COMPANY", "FORBIDDEN R1"],
  ];
  test.each(cases)("%s makes under %s a unit %s of kind %s: %s", (login, parent, key, kind, expected) => {
    const company = demoCompany();
    const decision = canCreateUnit(company, viewerAs(company, login), unitId(parent), key, kind);
    expect(verdictText(decision)).toBe(expected);
  });

  test("not below an archived unit", () => {
    const company = withArchived("DEV");
    const decision = canCreateUnit(company, viewerAs(company, "boss"), unitId("DEV"), "QA", "PROJECT");
    expect(verdictText(decision)).toBe("CONFLICT R1");
  });
});

describe("section 1: keys", () => {
  test.each(["AB", "A1", "ABCDEFGHIJ", "Z999999999"])("%s is a unit's", (key) => {
    expect(isUnitKey(key)).toBe(true);
  });

  test.each(["", "A", "ABCDEFGHIJK", "1A", "ab", "A-B", "A_B", "АБ", "AB\n", " AB"])("%j is not", (key) => {
    expect(isUnitKey(key)).toBe(false);
  });

  test.each([
    ["Demo company", "DEMO"],
    ["Műanyag-feldolgozó Kft.", "MUANYAG"],
    ["ООО «Ромашка»", "OOO"],
    ["Щёлково", "SHCHELKOVO"],
    ["3M Hungary", "HUNGARY"],
    ["Transcontinental", "TRANSCONTI"],
    ["X", "COMPANY"],
    ["株式会社", "COMPANY"],
  ])("the company %s begins with the unit %s", (name, key) => {
    expect(unitKeyFrom(name)).toBe(key);
    expect(isUnitKey(key)).toBe(true);
  });

  test("an issue's key is its unit's and a number", () => {
    expect(issueKeyOf("DEV", 12)).toBe("DEV-12");
    expect(parseIssueKey("DEV-12")).toEqual({ unitKey: "DEV", number: 12 });
  });

  test.each(["DEV", "DEV-", "DEV-0", "DEV-012", "dev-12", "DEV-1.5", "DEV--1", "DEV-12 ", "DEV-99999999999"])(
    "%j is no issue's key",
    (text) => {
      expect(parseIssueKey(text)).toBeNull();
    },
  );
});

describe("R3: making a label", () => {
  test.each([
    ["dev.head", "DEV", "new", "allowed"],
    ["prod.head", "DEV", "new", "allowed"],
    ["dev.dev1", "DEV", "new", "FORBIDDEN R3"],
    ["admin", "DEV", "new", "FORBIDDEN R3"],
    ["dev.head", "DEV", "URGENT", "BAD_USER_INPUT name"],
    ["dev.head", "NONE", "new", "NOT_FOUND"],
  ])("%s makes in %s the label %s: %s", (login, unit, name, expected) => {
    const company = demoCompany();
    expect(verdictText(canCreateLabel(company, viewerAs(company, login), unitId(unit), name))).toBe(expected);
  });

  test("the same name in another unit is another label, and an archived unit gets none", () => {
    const company = demoCompany({
      labels: [{ id: labelId("DEV", "x"), unitId: unitId("DEV"), name: "x", color: "red" }],
    });
    expect(verdictText(canCreateLabel(company, viewerAs(company, "app.head"), unitId("APP"), "x"))).toBe(
      "allowed",
    );
    const archived = withArchived("APP");
    const decision = canCreateLabel(archived, viewerAs(archived, "app.head"), unitId("APP"), "new");
    expect(verdictText(decision)).toBe("CONFLICT R1");
  });
});
