import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyArb } from "../testing/arbitraries.js";
import { demoCompany, demoRecords, unitId } from "../testing/demo-company.js";
import { companyOf } from "./company.js";
import { isBelowOrSame, pathToRoot, unitsUnder } from "./tree.js";

const company = demoCompany();
const keys = (units: readonly { readonly key: string }[]) => units.map((unit) => unit.key);

describe("R1: the unit tree", () => {
  test("the path to the root starts with the unit itself", () => {
    expect(keys(pathToRoot(company, unitId("APP")))).toEqual(["APP", "DEV", "PROD", "DEMO"]);
    expect(keys(pathToRoot(company, unitId("DEMO")))).toEqual(["DEMO"]);
    expect(pathToRoot(company, unitId("NONE"))).toEqual([]);
  });

  test("a unit and all below it, parents before children", () => {
    expect(keys(unitsUnder(company, unitId("PROD")))).toEqual(["PROD", "DESIGN", "DEV", "APP"]);
    expect(keys(unitsUnder(company, unitId("APP")))).toEqual(["APP"]);
    expect(unitsUnder(company, unitId("NONE"))).toEqual([]);
  });

  test.each([
    ["APP", "DEV", true],
    ["APP", "APP", true],
    ["APP", "DEMO", true],
    ["DEV", "APP", false],
    ["SALES", "PROD", false],
    ["NONE", "NONE", false],
  ])("%s is %s or below it: %s", (unit, ancestor, expected) => {
    expect(isBelowOrSame(company, unitId(unit), unitId(ancestor))).toBe(expected);
  });

  test("a company without a root, or with two, is a bug", () => {
    const records = demoRecords();
    const units = records.units.map((unit) => ({ ...unit, parentId: null }));
    expect(() => companyOf({ ...records, units })).toThrow("one root");
    expect(() => companyOf({ ...records, units: [] })).toThrow("one root");
  });

  test("what is under a unit is what has it on its path, each once", () => {
    fc.assert(
      fc.property(companyArb, (any) => {
        for (const unit of any.units) {
          const under = unitsUnder(any, unit.id).map((below) => below.id);
          const expected = any.units
            .filter((below) => isBelowOrSame(any, below.id, unit.id))
            .map((below) => below.id);
          expect(under.toSorted()).toEqual(expected.toSorted());
        }
      }),
    );
  });
});

test("statuses of a unit come by position", () => {
  const records = demoRecords();
  const shuffled = companyOf({ ...records, statuses: records.statuses.toReversed() });
  const names = shuffled.statusesOfUnit.get(unitId("DEV"))?.map((status) => status.name);
  expect(names).toEqual(["Backlog", "To do", "In progress", "Review", "Resolved", "Closed"]);
});
