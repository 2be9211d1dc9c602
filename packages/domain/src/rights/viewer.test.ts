import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bossesOf, headsOf, manages } from "../org/heads.js";
import { companyArb } from "../testing/arbitraries.js";
import {
  day,
  demoCompany,
  TODAY,
  unitId,
  userId,
  viewerAs,
  viewersOf,
  withCustom,
  withInactive,
  withMembers,
} from "../testing/demo-company.js";
import { hasHat, hatNames, hatsFrom, type Hat } from "./hats.js";
import { canSee, hatsInUnit, hatsOn, viewerOf, type HatFacts } from "./viewer.js";

const company = demoCompany();

describe("what memberships give in units", () => {
  const cases: readonly (readonly [string, string, string, readonly Hat[]])[] = [
    ["R3", "dev.head", "DEV", ["MANAGER"]],
    ["R3", "dev.head", "APP", ["MANAGER"]],
    ["R3", "prod.head", "APP", ["MANAGER"]],
    ["R3", "boss", "SALES", ["MANAGER"]],
    ["R4", "app.head", "DEV", ["DEVELOPER"]],
    ["R4", "dev.head", "PROD", ["DEVELOPER"]],
    ["R4: the direct parent only", "app.head", "PROD", []],
    ["R4: nothing in sister units", "dev.head", "DESIGN", []],
    ["R4: not from what R3 gives", "prod.head", "COMM", []],
    ["R5: the unit alone", "dev.dev1", "APP", []],
    ["R5", "dev.dev2", "APP", ["DEVELOPER"]],
    ["R6", "dev.rep1", "DEV", ["REPORTER"]],
    ["R6: the unit alone", "dev.rep1", "APP", []],
    ["R7", "analyst", "DEMO", ["ANALYST"]],
    ["R7", "analyst", "APP", ["ANALYST"]],
    ["an admin is no boss", "admin", "DEV", []],
    ["staff", "outsider", "DEMO", []],
  ];
  test.each(cases)("%s: %s has in %s %j", (_rule, login, unit, hats) => {
    expect(hatNames(hatsInUnit(viewerAs(company, login), unitId(unit)))).toEqual(hats);
  });

  test("hats add up (R10)", () => {
    const more = withMembers(["DEV", "analyst", "DEVELOPER"], ["DEV", "app.head", "REPORTER"]);
    expect(hatNames(hatsInUnit(viewerAs(more, "analyst"), unitId("DEV")))).toEqual(["DEVELOPER", "ANALYST"]);
    expect(hatNames(hatsInUnit(viewerAs(more, "app.head"), unitId("DEV")))).toEqual([
      "DEVELOPER",
      "REPORTER",
    ]);
  });

  test.each([
    ["ASSIGNED", "DEV", ["CUSTOM_HELD"], []],
    ["UNIT", "DEV", ["CUSTOM"], []],
    ["TREE", "DEV", ["CUSTOM"], ["CUSTOM"]],
    ["TREE", "PROD", [], ["CUSTOM"]],
  ] as const)(
    "R9: a custom role of reach %s in DEV gives in %s %j, in APP %j",
    (reach, unit, here, below) => {
      const viewer = viewerAs(withCustom({ reach }, ["DEV", "outsider"]), "outsider");
      expect(hatNames(hatsInUnit(viewer, unitId(unit)))).toEqual(here);
      expect(hatNames(hatsInUnit(viewer, unitId("APP")))).toEqual(below);
    },
  );

  test("R9: a copy of MANAGER in the root makes no boss, no head and no MANAGER below", () => {
    const custom = withCustom({ reach: "TREE" }, ["DEMO", "outsider"]);
    const viewer = viewerAs(custom, "outsider");
    expect(viewer.isBoss).toBe(false);
    expect(bossesOf(custom).map(({ id }) => id)).toEqual(["boss"]);
    expect(headsOf(custom, unitId("SERVICE")).map(({ id }) => id)).toEqual(["comm.head"]);
    expect(manages(custom, viewer, unitId("DEV"))).toBe(false);
    expect(hatNames(hatsInUnit(viewer, unitId("DEV")))).toEqual(["CUSTOM"]);
  });

  test("R9: nobody without a custom role carries grants", () => {
    const custom = withCustom({}, ["DEV", "outsider"]);
    const carriers = viewersOf(custom).filter(({ unitGrants }) => unitGrants !== null);
    expect(carriers.map(({ userId: id }) => id)).toEqual(["outsider"]);
    expect(viewersOf(custom).filter(({ possibleHats }) => typeof possibleHats !== "number")).toHaveLength(1);
  });

  test("who is inactive or unknown is no viewer at all", () => {
    expect(viewerOf(withInactive("dev.head"), userId("dev.head"), TODAY)).toBeNull();
    expect(viewerOf(company, userId("nobody"), TODAY)).toBeNull();
  });
});

describe("section 1: a deputy", () => {
  const deputise = (from: string, to: string, bossId = "boss") =>
    demoCompany({
      deputies: [{ userId: userId("outsider"), bossId: userId(bossId), from: day(from), to: day(to) }],
    });

  test.each([
    ["2026-11-25", "2026-11-25", true],
    ["2026-11-01", "2026-11-30", true],
    ["2026-11-26", "2026-11-30", false],
    ["2026-11-01", "2026-11-24", false],
  ])("named from %s to %s has the boss's hats on 2026-11-25: %s", (from, to, expected) => {
    const viewer = viewerAs(deputise(from, to), "outsider");
    expect(viewer.isBoss).toBe(expected);
    expect(viewer.deputyFor).toEqual(expected ? ["boss"] : []);
    expect(hatNames(hatsInUnit(viewer, unitId("APP")))).toEqual(expected ? ["MANAGER"] : []);
  });

  test("of who is no boss any more acts for nobody", () => {
    expect(viewerAs(deputise("2026-11-01", "2026-11-30", "dev.head"), "outsider").isBoss).toBe(false);
    const inactive = { ...deputise("2026-11-01", "2026-11-30"), people: withInactive("boss").people };
    expect(viewerAs(demoCompany(inactive), "outsider").isBoss).toBe(false);
  });
});

describe("R10: hats towards an issue of DEV", () => {
  const facts = (changes: Partial<HatFacts>): HatFacts => ({
    unitId: unitId("DEV"),
    assigneeId: null,
    authorId: userId("dev.head"),
    followed: false,
    stepUnitId: null,
    ...changes,
  });
  const held = (login: string) => facts({ assigneeId: userId(login) });
  const written = (login: string) => facts({ authorId: userId(login) });

  const cases: readonly (readonly [string, string, HatFacts, readonly Hat[]])[] = [
    ["a developer", "dev.dev1", facts({}), ["DEVELOPER"]],
    ["the head who wrote it", "dev.head", facts({}), ["MANAGER", "AUTHOR"]],
    ["R6: a reporter who does not hold it", "dev.rep1", facts({}), []],
    ["R6: a reporter who holds it", "dev.rep1", held("dev.rep1"), ["REPORTER", "HOLDER", "FOLLOWER"]],
    ["R6: a reporter who wrote it", "dev.rep1", written("dev.rep1"), ["AUTHOR"]],
    ["R6: a reporter who once held it", "dev.rep1", facts({ followed: true }), ["FOLLOWER"]],
    ["a developer who holds it", "dev.dev1", held("dev.dev1"), ["DEVELOPER", "HOLDER", "FOLLOWER"]],
    ["R8: who wrote it, from outside", "outsider", written("outsider"), ["AUTHOR"]],
    ["R8: who once held it, from outside", "outsider", facts({ followed: true }), ["FOLLOWER"]],
    ["a holder who left the unit", "outsider", held("outsider"), ["FOLLOWER"]],
    ["an analyst in whose name it stands", "analyst", held("analyst"), ["ANALYST", "FOLLOWER"]],
    ["a stranger", "sales.head", facts({}), []],
    ["H2: whose turn it is", "sales.head", facts({ stepUnitId: unitId("SALES") }), ["STEP_HEAD"]],
    [
      "H2, R3: a head above whose turn it is",
      "comm.head",
      facts({ stepUnitId: unitId("SALES") }),
      ["STEP_HEAD"],
    ],
    ["H2: a head beside whose turn it is", "design.head", facts({ stepUnitId: unitId("SALES") }), []],
    [
      "H2: a developer of the unit whose turn it is",
      "dev.dev2",
      facts({ unitId: unitId("SALES"), stepUnitId: unitId("APP") }),
      [],
    ],
    ["an admin", "admin", facts({}), []],
  ];
  test.each(cases)("%s (%s)", (_who, login, issue, expected) => {
    const hats = hatsOn(viewerAs(company, login), issue);
    expect(hatNames(hats).toSorted()).toEqual([...expected].toSorted());
    expect(canSee(hats)).toBe(expected.length > 0);
  });
});

test("R10: possible hats: what memberships give, AUTHOR and FOLLOWER for anyone, HOLDER for who can be assigned", () => {
  const possible = (login: string) => viewerAs(company, login).possibleHats;
  expect(possible("outsider")).toBe(hatsFrom(["AUTHOR", "FOLLOWER"]));
  expect(possible("analyst")).toBe(hatsFrom(["ANALYST", "AUTHOR", "FOLLOWER"]));
  expect(possible("dev.rep1")).toBe(hatsFrom(["REPORTER", "HOLDER", "AUTHOR", "FOLLOWER"]));
  expect(possible("app.head")).toBe(
    hatsFrom(["MANAGER", "DEVELOPER", "HOLDER", "STEP_HEAD", "AUTHOR", "FOLLOWER"]),
  );
});

test("R3: who manages a unit by the tree is who wears the MANAGER hat there, in any company", () => {
  fc.assert(
    fc.property(companyArb, (any) => {
      for (const viewer of viewersOf(any)) {
        for (const unit of any.units) {
          expect(manages(any, viewer, unit.id)).toBe(hasHat(hatsInUnit(viewer, unit.id), "MANAGER"));
        }
      }
    }),
    { numRuns: 300 },
  );
});
