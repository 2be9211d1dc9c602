import { describe, expect, test } from "vitest";
import {
  demoCompany,
  demoRecords,
  membershipOf,
  roleId,
  TODAY,
  unitId,
  userId,
  viewerAs,
  withInactive,
  withMembers,
} from "../testing/demo-company.js";
import { bossesOf, headsOf, isBossThemselves, isLastBoss, manages } from "./heads.js";

const logins = (people: readonly { readonly name: string }[]) => people.map((person) => person.name);

describe("section 1: heads", () => {
  test.each([
    ["DEV", ["dev.head"]],
    ["APP", ["app.head"]],
    ["SERVICE", ["comm.head"]],
    ["DEMO", ["boss"]],
  ])("of %s: %j", (unit, heads) => {
    expect(logins(headsOf(demoCompany(), unitId(unit)))).toEqual(heads);
  });

  test("an inactive manager heads nothing, so the nearest ancestor's do", () => {
    expect(logins(headsOf(withInactive("app.head"), unitId("APP")))).toEqual(["dev.head"]);
    expect(logins(headsOf(withInactive("app.head", "dev.head"), unitId("APP")))).toEqual(["prod.head"]);
  });

  test("a unit can have several", () => {
    const company = withMembers(["DEV", "dev.dev1", "MANAGER"]);
    expect(logins(headsOf(company, unitId("DEV")))).toEqual(["dev.head", "dev.dev1"]);
  });

  test("R9: a custom role makes no head and no boss, even copied from MANAGER", () => {
    const records = demoRecords();
    const custom = { id: roleId("LEAD"), name: "Lead", builtIn: false, base: "MANAGER" as const };
    const company = demoCompany({
      roles: [...records.roles, custom],
      memberships: [
        ...records.memberships,
        membershipOf("SERVICE", "outsider", "LEAD"),
        membershipOf("DEMO", "admin", "LEAD"),
      ],
    });
    expect(logins(headsOf(company, unitId("SERVICE")))).toEqual(["comm.head"]);
    expect(logins(bossesOf(company))).toEqual(["boss"]);
    expect(manages(company, viewerAs(company, "outsider"), unitId("SERVICE"))).toBe(false);
  });
});

describe("section 1: bosses", () => {
  test("are the active managers of the root", () => {
    expect(logins(bossesOf(withMembers(["DEMO", "outsider", "MANAGER"])))).toEqual(["boss", "outsider"]);
  });

  test("R2: the only active one is the last one", () => {
    expect(isLastBoss(demoCompany(), userId("boss"))).toBe(true);
    expect(isLastBoss(demoCompany(), userId("dev.head"))).toBe(false);
    expect(isLastBoss(withMembers(["DEMO", "outsider", "MANAGER"]), userId("boss"))).toBe(false);
  });

  test("a deputy acts as one, and is none themselves", () => {
    const deputy = { userId: userId("outsider"), bossId: userId("boss"), from: TODAY, to: TODAY };
    const company = demoCompany({ deputies: [deputy] });
    const viewer = viewerAs(company, "outsider");
    expect(viewer.isBoss).toBe(true);
    expect(isBossThemselves(company, viewer)).toBe(false);
    expect(isBossThemselves(company, viewerAs(company, "boss"))).toBe(true);
  });
});
