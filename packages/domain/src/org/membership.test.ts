import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyArb } from "../testing/arbitraries.js";
import {
  day,
  demoCompany,
  membershipOf,
  roleId,
  TODAY,
  unitId,
  userId,
  viewerAs,
  viewersOf,
  withArchived,
  withInactive,
  withMembers,
} from "../testing/demo-company.js";
import { verdictText } from "../testing/issues.js";
import { companyOf, type Company } from "./company.js";
import { bossesOf } from "./heads.js";
import { canAddMember, canRemoveMember } from "./membership.js";
import { canCreateUser, canDeactivate, canResetAccess } from "./people.js";

function adding(company: Company, actor: string, unit: string, login: string, role: string): string {
  const wish = { unitId: unitId(unit), userId: userId(login), roleId: roleId(role) };
  return verdictText(canAddMember(company, viewerAs(company, actor), wish));
}

function removing(company: Company, actor: string, unit: string, login: string, role: string): string {
  return verdictText(canRemoveMember(company, viewerAs(company, actor), membershipOf(unit, login, role)));
}

const deputy = { userId: userId("comm.head"), bossId: userId("boss"), from: TODAY, to: day("2026-11-30") };

describe("R2: giving a membership", () => {
  test.each([
    ["dev.head", "DEV", "outsider", "DEVELOPER", "allowed"],
    ["dev.head", "APP", "outsider", "MANAGER", "allowed"],
    ["prod.head", "DEV", "outsider", "ANALYST", "allowed"],
    ["boss", "SALES", "outsider", "MANAGER", "allowed"],
    ["dev.head", "DEV", "dev.head", "DEVELOPER", "allowed"],
    ["admin", "DEV", "outsider", "MANAGER", "allowed"],
    ["admin", "DEV", "admin", "REPORTER", "FORBIDDEN R2"],
    ["admin", "DEMO", "outsider", "DEVELOPER", "FORBIDDEN R2"],
    ["admin", "DEMO", "outsider", "MANAGER", "FORBIDDEN R2"],
    ["dev.head", "PROD", "outsider", "DEVELOPER", "FORBIDDEN R2"],
    ["dev.head", "DESIGN", "outsider", "DEVELOPER", "FORBIDDEN R2"],
    ["dev.dev1", "DEV", "outsider", "DEVELOPER", "FORBIDDEN R2"],
    ["analyst", "DEV", "outsider", "DEVELOPER", "FORBIDDEN R2"],
    ["outsider", "DEV", "outsider", "MANAGER", "FORBIDDEN R2"],
    ["boss", "DEMO", "outsider", "MANAGER", "allowed"],
    ["boss", "DEMO", "outsider", "ANALYST", "allowed"],
    ["boss", "NONE", "outsider", "ANALYST", "NOT_FOUND"],
    ["boss", "DEV", "nobody", "ANALYST", "NOT_FOUND"],
    ["boss", "DEV", "outsider", "NONE", "NOT_FOUND"],
  ])("%s in %s to %s as %s: %s", (actor, unit, login, role, expected) => {
    expect(adding(demoCompany(), actor, unit, login, role)).toBe(expected);
  });

  test("a deputy changes no membership of the root, and others as a boss does", () => {
    const company = demoCompany({ deputies: [deputy] });
    expect(adding(company, "comm.head", "DEMO", "comm.head", "MANAGER")).toBe("FORBIDDEN R2");
    expect(adding(company, "comm.head", "DEMO", "outsider", "REPORTER")).toBe("FORBIDDEN R2");
    expect(removing(company, "comm.head", "DEMO", "analyst", "ANALYST")).toBe("FORBIDDEN R2");
    expect(adding(company, "comm.head", "DEV", "outsider", "DEVELOPER")).toBe("allowed");
  });

  test("an admin who manages the unit gives there to themselves as its manager", () => {
    const company = withMembers(["DEV", "admin", "MANAGER"]);
    expect(adding(company, "admin", "DEV", "admin", "DEVELOPER")).toBe("allowed");
    expect(adding(company, "admin", "SALES", "admin", "DEVELOPER")).toBe("FORBIDDEN R2");
  });

  test("a repeat answers with the first, and still needs the right", () => {
    const company = demoCompany();
    const wish = { unitId: unitId("DEV"), userId: userId("dev.dev1"), roleId: roleId("DEVELOPER") };
    expect(canAddMember(company, viewerAs(company, "dev.head"), wish)).toEqual({
      allowed: true,
      value: membershipOf("DEV", "dev.dev1", "DEVELOPER"),
    });
    expect(verdictText(canAddMember(company, viewerAs(company, "sales.head"), wish))).toBe("FORBIDDEN R2");
  });

  test("nobody joins an archived unit, and no inactive user joins any", () => {
    expect(adding(withArchived("DEV"), "boss", "DEV", "outsider", "DEVELOPER")).toBe("CONFLICT R1");
    expect(adding(withInactive("outsider"), "boss", "DEV", "outsider", "DEVELOPER")).toBe("CONFLICT R2");
  });
});

describe("R2: ending a membership", () => {
  test.each([
    ["dev.head", "DEV", "dev.dev1", "DEVELOPER", "allowed"],
    ["dev.head", "DEV", "dev.head", "MANAGER", "allowed"],
    ["admin", "DEV", "dev.head", "MANAGER", "allowed"],
    ["admin", "DEMO", "analyst", "ANALYST", "FORBIDDEN R2"],
    ["boss", "DEMO", "analyst", "ANALYST", "allowed"],
    ["dev.dev1", "DEV", "dev.dev1", "DEVELOPER", "FORBIDDEN R2"],
    ["sales.head", "DEV", "dev.dev1", "DEVELOPER", "FORBIDDEN R2"],
    ["boss", "DEV", "outsider", "DEVELOPER", "NOT_FOUND"],
    ["boss", "DEMO", "boss", "MANAGER", "CONFLICT R2"],
  ])("%s in %s of %s as %s: %s", (actor, unit, login, role, expected) => {
    expect(removing(demoCompany(), actor, unit, login, role)).toBe(expected);
  });

  test("of two bosses one can go, and the other not after that", () => {
    const company = withMembers(["DEMO", "outsider", "MANAGER"]);
    expect(removing(company, "outsider", "DEMO", "boss", "MANAGER")).toBe("allowed");
    const memberships = company.memberships.filter(
      ({ id }) => id !== membershipOf("DEMO", "boss", "MANAGER").id,
    );
    const alone = companyOf({ ...company, memberships });
    expect(removing(alone, "outsider", "DEMO", "outsider", "MANAGER")).toBe("CONFLICT R2");
  });

  test("an archived unit and an inactive user let the membership end", () => {
    expect(removing(withArchived("DEV"), "dev.head", "DEV", "dev.dev1", "DEVELOPER")).toBe("allowed");
    expect(removing(withInactive("dev.dev1"), "dev.head", "DEV", "dev.dev1", "DEVELOPER")).toBe("allowed");
  });
});

describe("section 1, R2: people", () => {
  test.each([
    ["admin", "allowed"],
    ["boss", "allowed"],
    ["dev.head", "FORBIDDEN R2"],
    ["outsider", "FORBIDDEN R2"],
  ])("%s makes a user: %s", (actor, expected) => {
    expect(verdictText(canCreateUser(viewerAs(demoCompany(), actor)))).toBe(expected);
  });

  test.each([
    ["admin", "dev.dev1", "allowed"],
    ["boss", "admin", "allowed"],
    ["dev.head", "dev.dev1", "FORBIDDEN R2"],
    ["dev.dev1", "dev.dev1", "FORBIDDEN R2"],
    ["admin", "nobody", "NOT_FOUND"],
    ["admin", "boss", "CONFLICT R2"],
    ["boss", "boss", "CONFLICT R2"],
  ])("%s deactivates %s: %s", (actor, login, expected) => {
    const company = demoCompany();
    expect(verdictText(canDeactivate(company, viewerAs(company, actor), userId(login)))).toBe(expected);
  });

  test("an inactive fellow boss does not help the last active one", () => {
    const company = withMembers(["DEMO", "outsider", "MANAGER"]);
    const people = company.people.map((person) => ({ ...person, active: person.id !== userId("outsider") }));
    const alone = companyOf({ ...company, people });
    expect(verdictText(canDeactivate(company, viewerAs(company, "admin"), userId("boss")))).toBe("allowed");
    expect(verdictText(canDeactivate(alone, viewerAs(alone, "admin"), userId("boss")))).toBe("CONFLICT R2");
  });

  test.each([
    ["admin", "dev.dev1", "allowed"],
    ["boss", "boss", "allowed"],
    ["admin", "boss", "FORBIDDEN R2"],
    ["comm.head", "boss", "FORBIDDEN R2"],
    ["comm.head", "dev.dev1", "allowed"],
    ["dev.head", "dev.dev1", "FORBIDDEN R2"],
    ["admin", "nobody", "NOT_FOUND"],
  ])("%s, comm.head being deputy, makes a reset link for %s: %s", (actor, login, expected) => {
    const company = demoCompany({ deputies: [deputy] });
    expect(verdictText(canResetAccess(company, viewerAs(company, actor), userId(login)))).toBe(expected);
  });
});

test("R2: no allowed removal or deactivation leaves a company that had a boss without one", () => {
  fc.assert(
    fc.property(companyArb, (company) => {
      fc.pre(bossesOf(company).length > 0);
      for (const actor of viewersOf(company)) {
        for (const membership of company.memberships) {
          if (!canRemoveMember(company, actor, membership).allowed) continue;
          const memberships = company.memberships.filter((other) => other !== membership);
          expect(bossesOf(companyOf({ ...company, memberships })).length).toBeGreaterThan(0);
        }
        for (const { id } of company.people) {
          if (!canDeactivate(company, actor, id).allowed) continue;
          const people = company.people.map((person) =>
            person.id === id ? { ...person, active: false } : person,
          );
          expect(bossesOf(companyOf({ ...company, people })).length).toBeGreaterThan(0);
        }
      }
    }),
  );
});

test("R2: nobody but a boss themselves changes a membership of the root, in any company", () => {
  fc.assert(
    fc.property(companyArb, (company) => {
      const bosses = new Set(bossesOf(company).map((boss) => boss.id));
      for (const actor of viewersOf(company)) {
        if (bosses.has(actor.userId)) continue;
        for (const { id } of company.people) {
          const wish = { unitId: company.root.id, userId: id, roleId: roleId("DEVELOPER") };
          expect(canAddMember(company, actor, wish).allowed).toBe(false);
        }
      }
    }),
  );
});
