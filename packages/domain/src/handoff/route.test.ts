import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HANDOFF_POLICIES, type Company, type HandoffPolicy } from "../org/company.js";
import { headsOf } from "../org/heads.js";
import { isBelowOrSame } from "../org/tree.js";
import { companyArb } from "../testing/arbitraries.js";
import { demoCompany, demoRecords, unitId, withInactive, withMembers } from "../testing/demo-company.js";
import { handoffPolicyOf, lowestCommonUnit, routeOf } from "./route.js";

/** The demo company under a policy; units can override it. */
function under(policy: HandoffPolicy, overrides: Readonly<Record<string, HandoffPolicy>> = {}): Company {
  const units = demoRecords().units.map((unit) => ({ ...unit, handoffPolicy: overrides[unit.key] ?? null }));
  return demoCompany({ handoffPolicy: policy, units });
}

function keys(company: Company, from: string, to: string): string[] {
  return routeOf(company, unitId(from), unitId(to)).map((step) => step.unitId);
}

describe("H1: the route in the demo company", () => {
  test.each<[HandoffPolicy, string, string, string[]]>([
    ["HEADS", "DESIGN", "DEV", ["DESIGN", "DEV"]],
    ["HEADS", "DEV", "SALES", ["DEV", "SALES"]],
    ["HEADS", "APP", "DEV", ["APP", "DEV"]],
    ["VIA_COMMON_HEAD", "DESIGN", "DEV", ["DESIGN", "PROD", "DEV"]],
    ["VIA_COMMON_HEAD", "APP", "SALES", ["APP", "DEMO", "SALES"]],
    ["VIA_COMMON_HEAD", "APP", "DEV", ["APP", "DEV"]],
    ["VIA_COMMON_HEAD", "DEV", "APP", ["DEV", "APP"]],
    ["VIA_COMMON_HEAD", "DESIGN", "APP", ["DESIGN", "PROD", "APP"]],
  ])("%s: from %s to %s over %j", (policy, from, to, expected) => {
    expect(keys(under(policy), from, to)).toEqual(expected);
  });

  test("a unit overrides the company's policy for what leaves it, and for nothing else", () => {
    const company = under("HEADS", { DESIGN: "VIA_COMMON_HEAD" });
    expect(keys(company, "DESIGN", "DEV")).toEqual(["DESIGN", "PROD", "DEV"]);
    expect(keys(company, "DEV", "DESIGN")).toEqual(["DEV", "DESIGN"]);
    expect(keys(under("VIA_COMMON_HEAD", { DESIGN: "HEADS" }), "DESIGN", "DEV")).toEqual(["DESIGN", "DEV"]);
  });

  test("HEADS where nobody said otherwise", () => {
    expect(handoffPolicyOf(demoCompany(), unitId("DEV"))).toBe("HEADS");
  });

  test("neighbours with the same set of heads are one step, which is the target's where that is one of them", () => {
    // Without a head of their own, both are headed by PROD's.
    const headless = withInactive("design.head", "dev.head");
    expect(keys(headless, "DESIGN", "DEV")).toEqual(["DEV"]);
    const shared = withMembers(["SALES", "dev.head", "MANAGER"], ["DEV", "sales.head", "MANAGER"]);
    expect(keys(shared, "DEV", "SALES")).toEqual(["SALES"]);
  });

  test("one head in common makes no same set", () => {
    const company = withMembers(["SALES", "dev.head", "MANAGER"]);
    expect(keys(company, "DEV", "SALES")).toEqual(["DEV", "SALES"]);
  });

  test("same heads that are no neighbours stay two steps", () => {
    const company = withMembers(["SALES", "dev.head", "MANAGER"], ["DEV", "sales.head", "MANAGER"]);
    expect(keys({ ...company, handoffPolicy: "VIA_COMMON_HEAD" }, "DEV", "SALES")).toEqual([
      "DEV",
      "DEMO",
      "SALES",
    ]);
  });
});

const caseArb = companyArb
  .filter((company) => company.units.length > 1)
  .chain((company) =>
    fc.record({
      company: fc.constant(company),
      policy: fc.constantFrom(...HANDOFF_POLICIES),
      units: fc.shuffledSubarray([...company.units], { minLength: 2, maxLength: 2 }),
    }),
  );

/** Every case with its route. */
function routed({
  company,
  policy,
  units,
}: {
  company: Company;
  policy: HandoffPolicy;
  units: Company["units"];
}) {
  const [from, to] = units.map((unit) => unit.id);
  if (!from || !to) throw new Error("a hand-off has two ends");
  return { from, to, route: routeOf({ ...company, handoffPolicy: policy }, from, to), company, policy };
}

const sameHeads = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join() === [...other].sort().join();

test("H1: it ends with the target, each step tells its unit's heads, and no two neighbours have the same", () => {
  fc.assert(
    fc.property(caseArb, (given) => {
      const { route, to, company, policy } = routed(given);
      expect(route.at(-1)?.unitId).toBe(to);
      expect(route.length).toBeLessThanOrEqual(policy === "HEADS" ? 2 : 3);
      route.forEach((step, index) => {
        expect(step.heads).toEqual(headsOf(company, step.unitId).map((head) => head.id));
        const next = route[index + 1];
        if (next) expect(sameHeads(step.heads, next.heads)).toBe(false);
      });
    }),
    { numRuns: 500 },
  );
});

test("H1: nobody's heads are passed over: those of both units, and of what is common to them, are in it", () => {
  fc.assert(
    fc.property(caseArb, (given) => {
      const { route, from, to, company, policy } = routed(given);
      const common = lowestCommonUnit(company, from, to).id;
      const stops = policy === "HEADS" ? [from, to] : [from, common, to];
      for (const stop of stops) {
        const heads = headsOf(company, stop).map((head) => head.id);
        expect(route.some((step) => sameHeads(step.heads, heads))).toBe(true);
      }
      expect(route.every((step) => stops.includes(step.unitId))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("H1: the lowest common unit lies above both or is one of them, and none below it does", () => {
  fc.assert(
    fc.property(caseArb, (given) => {
      const { from, to, company } = routed(given);
      const common = lowestCommonUnit(company, from, to).id;
      const isAbove = (unit: typeof from) =>
        isBelowOrSame(company, from, unit) && isBelowOrSame(company, to, unit);
      expect(isAbove(common)).toBe(true);
      for (const child of company.childrenOf.get(common) ?? []) expect(isAbove(child.id)).toBe(false);
      expect(lowestCommonUnit(company, to, from).id).toBe(common);
    }),
    { numRuns: 500 },
  );
});
