import fc from "fast-check";
import {
  BUILT_IN_ROLES,
  companyOf,
  REACHES,
  type Company,
  type CompanyRecords,
  type CustomRole,
} from "../org/company.js";
import { ISSUE_FIELDS } from "../issues/issue-fields.js";
import { GRANTABLE_ACTIONS } from "../rights/actions.js";
import type { HatFacts } from "../rights/viewer.js";
import type { UserId } from "../shared/ids.js";
import { customRole, day, demoRecords, membershipOf, TODAY, unitId, userId } from "./demo-company.js";

const MAX_UNITS = 7;
const LOGINS = ["u0", "u1", "u2", "u3"];
const CUSTOM = ["CUSTOM", "OTHER"] as const;

/** Trees of any shape: the parent of each unit is any earlier one. */
const unitsArb = fc
  .array(fc.nat(), { minLength: 0, maxLength: MAX_UNITS - 1 })
  .map((parents) => [null, ...parents.map((parent, index) => parent % (index + 1))])
  .map((parents) =>
    parents.map((parent, index) => ({
      id: unitId(`U${String(index)}`),
      key: `U${String(index)}`,
      name: `unit ${String(index)}`,
      kind: parent === null ? ("COMPANY" as const) : ("DEPARTMENT" as const),
      parentId: parent === null ? null : unitId(`U${String(parent)}`),
      archived: false,
      sprintLengthDays: 14,
    })),
  );

const peopleArb = fc
  .tuple(...LOGINS.map(() => fc.record({ active: fc.boolean(), admin: fc.boolean() })))
  .map((flags) =>
    flags.map((flag, index) => ({
      ...flag,
      // The first one can always be asked for.
      active: index === 0 || flag.active,
      id: userId(`u${String(index)}`),
      name: `u${String(index)}`,
      email: `u${String(index)}@demo.test`,
      avatarUrl: null,
    })),
  );

const wishArb = fc.record({
  unit: fc.nat(),
  login: fc.constantFrom(...LOGINS),
  role: fc.constantFrom(...BUILT_IN_ROLES, ...CUSTOM),
});

/** R9: matrices of any kind. */
const matrixArb: fc.Arbitrary<Partial<CustomRole>> = fc.record({
  reach: fc.constantFrom(...REACHES),
  read: fc.subarray(Object.keys(ISSUE_FIELDS)),
  write: fc.subarray(Object.keys(ISSUE_FIELDS)),
  actions: fc.subarray(GRANTABLE_ACTIONS),
});

const deputyArb = fc.record({
  userId: fc.constantFrom(...LOGINS).map(userId),
  bossId: fc.constantFrom(...LOGINS).map(userId),
  from: fc.constantFrom(day("2026-11-20"), TODAY, day("2026-11-26")),
  to: fc.constantFrom(day("2026-11-24"), TODAY, day("2026-11-30")),
});

/** Companies of up to seven units and four people with built-in roles, two custom ones and deputies. */
export const companyArb: fc.Arbitrary<Company> = fc
  .record({
    units: unitsArb,
    people: peopleArb,
    wishes: fc.array(wishArb, { maxLength: 8 }),
    deputies: fc.array(deputyArb, { maxLength: 2 }),
    matrices: fc.tuple(matrixArb, matrixArb),
  })
  .map(({ units, people, wishes, deputies, matrices }) => {
    const memberships = wishes.map(({ unit, login, role }) =>
      membershipOf(`U${String(unit % units.length)}`, login, role),
    );
    const custom = CUSTOM.map((name, index) => customRole(name, matrices[index]));
    const roles: CompanyRecords["roles"] = [...demoRecords().roles, ...custom];
    const unique = [...new Map(memberships.map((membership) => [membership.id, membership])).values()];
    const records = { units, people, roles, memberships: unique, deputies };
    return companyOf({ ...records, statuses: [], labels: [], timeZone: "UTC" });
  });

/** The facts of an issue of one of the company's units. */
export function factsArb(company: Company): fc.Arbitrary<HatFacts> {
  return fc.record({
    unitId: fc.constantFrom(...company.units.map((unit) => unit.id)),
    assigneeId: fc.option(fc.constantFrom<UserId[]>(...LOGINS.map(userId))),
    authorId: fc.constantFrom<UserId[]>(...LOGINS.map(userId)),
    followed: fc.boolean(),
    stepUnitId: fc.option(fc.constantFrom(...company.units.map((unit) => unit.id))),
  });
}
