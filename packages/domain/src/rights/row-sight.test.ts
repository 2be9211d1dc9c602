import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ISSUE_FIELDS } from "../issues/issue-fields.js";
import { companyArb, factsArb } from "../testing/arbitraries.js";
import { demoCompany, unitId, viewerAs, viewersOf } from "../testing/demo-company.js";
import { canRead, readBy, type FieldPolicy } from "./field-policy.js";
import { HATS } from "./hats.js";
import {
  canAskBy,
  readableUnits,
  readsAsAuthor,
  readsAsFollower,
  readsAsHolder,
  readsAsStepHead,
  rowSight,
} from "./row-sight.js";
import { hatsAnywhere, hatsWithin } from "./row-hats.js";
import { canSee, hatsOn, type HatFacts, type Viewer } from "./viewer.js";

const viewerArb = companyArb.chain((company) =>
  fc.record({
    company: fc.constant(company),
    facts: factsArb(company),
    viewer: fc.constantFrom(...viewersOf(company)),
  }),
);

/** Every policy that a table could have. */
const policyArb: fc.Arbitrary<FieldPolicy> = fc.oneof(
  fc.constant(readBy("ANYONE")),
  fc.subarray(HATS).map((hats) => readBy(hats)),
  fc
    .record({ hats: fc.subarray(HATS), grant: fc.constantFrom(...Object.keys(ISSUE_FIELDS)) })
    .map(({ hats, grant }) => readBy(hats, [], grant)),
  fc.constantFrom(...Object.values(ISSUE_FIELDS)),
);
const FIGURE = readBy(["MANAGER", "DEVELOPER", "ANALYST", "HOLDER"]);
const CONDITION = readBy(["MANAGER", "DEVELOPER", "ANALYST", "HOLDER", "AUTHOR"]);
const INTERNAL = readBy(["MANAGER", "ANALYST"]);

const isOwn = (viewer: Viewer, facts: HatFacts) => ({
  held: facts.assigneeId === viewer.userId,
  written: facts.authorId === viewer.userId,
});

test("R3 to R8: the rows that SQL would give are those towards which the viewer has a hat", () => {
  fc.assert(
    fc.property(viewerArb, ({ company, facts, viewer }) => {
      const sight = rowSight(company, viewer);
      const { held, written } = isOwn(viewer, facts);
      const waits = facts.stepUnitId !== null && sight.stepUnits.includes(facts.stepUnitId);
      const inSight =
        sight.all || sight.units.includes(facts.unitId) || held || written || waits || facts.followed;
      expect(inSight).toBe(canSee(hatsOn(viewer, facts)));
      expect(sight.all).toBe(company.units.every((unit) => sight.units.includes(unit.id)));
    }),
    { numRuns: 500 },
  );
});

test("R10: the values that SQL would read are those that hats and policy let the viewer read", () => {
  fc.assert(
    fc.property(viewerArb, policyArb, ({ company, facts, viewer }, policy) => {
      const { stepUnits } = rowSight(company, viewer);
      const waits = facts.stepUnitId !== null && stepUnits.includes(facts.stepUnitId);
      const { held, written } = isOwn(viewer, facts);
      const bySql =
        readableUnits(viewer, policy).includes(facts.unitId) ||
        (held && readsAsHolder(viewer, policy).includes(facts.unitId)) ||
        (written && readsAsAuthor(policy)) ||
        (waits && readsAsStepHead(policy)) ||
        ((held || facts.followed) && readsAsFollower(policy));
      const hats = hatsOn(viewer, facts);
      expect(bySql).toBe(canSee(hats) && canRead(policy, hats));
    }),
    { numRuns: 1000 },
  );
});

test("R10: what is known of hats before rows are read holds on each row of those units", () => {
  fc.assert(
    fc.property(viewerArb, policyArb, fc.boolean(), ({ company, facts, viewer }, policy, one) => {
      const { common, possible } = one ? hatsWithin(viewer, [facts.unitId]) : hatsAnywhere(company, viewer);
      const hats = hatsOn(viewer, facts);
      if (!canSee(hats)) return;
      if (canRead(policy, common)) expect(canRead(policy, hats)).toBe(true);
      if (canRead(policy, hats)) expect(canRead(policy, possible)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("R10: whatever a viewer reads on some record is a field that they may ask by", () => {
  fc.assert(
    fc.property(viewerArb, policyArb, ({ facts, viewer }, policy) => {
      const hats = hatsOn(viewer, facts);
      if (canSee(hats) && canRead(policy, hats)) expect(canAskBy(viewer, policy)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe("by example", () => {
  const company = demoCompany();
  const units = (...keys: readonly string[]) => keys.map(unitId);

  test.each([
    ["boss", true, ["DEMO", "PROD", "DESIGN", "DEV", "APP", "COMM", "SALES", "SERVICE"]],
    ["analyst", true, ["DEMO", "PROD", "DESIGN", "DEV", "APP", "COMM", "SALES", "SERVICE"]],
    ["dev.head", false, ["DEV", "APP", "PROD"]],
    ["app.head", false, ["APP", "DEV"]],
    ["dev.rep1", false, []],
    ["admin", false, []],
  ])("%s sees all issues of the company: %s, of %j", (login, all, keys) => {
    const sight = rowSight(company, viewerAs(company, login));
    expect(sight.all).toBe(all);
    expect(sight.units.toSorted()).toEqual(units(...keys).toSorted());
  });

  test("R6: a reporter reads the estimate of what they hold alone", () => {
    const viewer = viewerAs(company, "dev.rep1");
    expect(readableUnits(viewer, FIGURE)).toEqual([]);
    expect(readsAsHolder(viewer, FIGURE)).toEqual(units("DEV"));
    expect(readsAsAuthor(FIGURE)).toBe(false);
    expect(readsAsAuthor(CONDITION)).toBe(true);
  });

  test("R10: an outsider may not ask by the estimate; by the description of what they wrote they may", () => {
    const viewer = viewerAs(company, "outsider");
    expect(canAskBy(viewer, FIGURE)).toBe(false);
    expect(canAskBy(viewer, CONDITION)).toBe(true);
    expect(canAskBy(viewerAs(company, "dev.rep1"), INTERNAL)).toBe(false);
  });
});
