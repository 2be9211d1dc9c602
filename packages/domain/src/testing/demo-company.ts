import {
  companyOf,
  type BuiltInRole,
  type Company,
  type CompanyRecords,
  type CustomRole,
  type Role,
  type Unit,
} from "../org/company.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import type { LabelId, MembershipId, RoleId, StatusId, UnitId, UserId } from "../shared/ids.js";
import { defaultStatuses } from "../issues/workflow.js";
import { viewerOf, type Viewer } from "../rights/viewer.js";

/** In tests, keys and logins serve as ids, so that a failure can be read. */
export const unitId = (key: string) => key as UnitId;
export const userId = (login: string) => login as UserId;
export const roleId = (base: string) => base as RoleId;
export const statusId = (unit: string, name: string) => `${unit}/${name}` as StatusId;
export const labelId = (unit: string, name: string) => `${unit}/${name}` as LabelId;
export const day = (text: string) => text as CalendarDate;
export const TODAY = day("2026-11-25");

const TREE: readonly (readonly [string, Unit["kind"], string | null])[] = [
  ["DEMO", "COMPANY", null],
  ["PROD", "DIVISION", "DEMO"],
  ["DESIGN", "DEPARTMENT", "PROD"],
  ["DEV", "DEPARTMENT", "PROD"],
  ["APP", "PROJECT", "DEV"],
  ["COMM", "DIVISION", "DEMO"],
  ["SALES", "DEPARTMENT", "COMM"],
  ["SERVICE", "DEPARTMENT", "COMM"],
];

const MEMBERS: readonly (readonly [string, string, BuiltInRole])[] = [
  ["DEMO", "boss", "MANAGER"],
  ["DEMO", "analyst", "ANALYST"],
  ["PROD", "prod.head", "MANAGER"],
  ["DESIGN", "design.head", "MANAGER"],
  ["DESIGN", "design.dev1", "DEVELOPER"],
  ["DEV", "dev.head", "MANAGER"],
  ["DEV", "dev.dev1", "DEVELOPER"],
  ["DEV", "dev.dev2", "DEVELOPER"],
  ["DEV", "dev.rep1", "REPORTER"],
  ["APP", "app.head", "MANAGER"],
  ["APP", "dev.dev2", "DEVELOPER"],
  ["COMM", "comm.head", "MANAGER"],
  ["SALES", "sales.head", "MANAGER"],
];
const OTHERS = ["admin", "outsider"];

function unitOf(key: string, kind: Unit["kind"], parent: string | null): Unit {
  const parentId = parent === null ? null : unitId(parent);
  return { id: unitId(key), key, name: key, kind, parentId, archived: false, sprintLengthDays: 14 };
}

export function membershipOf(
  unit: string,
  login: string,
  base: string,
): CompanyRecords["memberships"][number] {
  const id = `${unit}:${login}:${base}` as MembershipId;
  return { id, unitId: unitId(unit), userId: userId(login), roleId: roleId(base) };
}

/** The demo company of the contract, in small; parts can be replaced. */
export function demoRecords(): CompanyRecords {
  const units = TREE.map(([key, kind, parent]) => unitOf(key, kind, parent));
  const logins = new Set([...MEMBERS.map(([, login]) => login), ...OTHERS]);
  return {
    units,
    people: [...logins].map((login) => ({
      id: userId(login),
      name: login,
      email: `${login}@demo.test`,
      active: true,
      admin: login === "admin",
      avatarUrl: null,
    })),
    roles: (["MANAGER", "DEVELOPER", "REPORTER", "ANALYST"] as const).map((base) => ({
      id: roleId(base),
      name: base,
      builtIn: true,
      base,
    })),
    memberships: MEMBERS.map(([unit, login, base]) => membershipOf(unit, login, base)),
    statuses: units.flatMap((unit) =>
      defaultStatuses().map((status) => ({
        ...status,
        id: statusId(unit.key, status.name),
        unitId: unit.id,
      })),
    ),
    labels: units.flatMap((unit) =>
      ["urgent", "later"].map((name) => ({
        id: labelId(unit.key, name),
        unitId: unit.id,
        name,
        color: "red",
      })),
    ),
    deputies: [],
    timeZone: "Europe/Budapest",
  };
}

export function demoCompany(changes: Partial<CompanyRecords> = {}): Company {
  return companyOf({ ...demoRecords(), ...changes });
}

/** The demo company with further memberships, as [unit, login, role]. */
export function withMembers(...added: readonly (readonly [string, string, string])[]): Company {
  const records = demoRecords();
  const memberships = added.map(([unit, login, base]) => membershipOf(unit, login, base));
  return companyOf({ ...records, memberships: [...records.memberships, ...memberships] });
}

/** R9: a role copied from MANAGER that grants nothing; parts can be replaced. */
export function customRole(name: string, matrix: Partial<CustomRole> = {}): Role {
  const nothing = { reach: "UNIT", read: [], write: [], actions: [], archived: false, revision: 1 } as const;
  return {
    id: roleId(name),
    name,
    builtIn: false,
    base: "MANAGER",
    custom: { ...nothing, ...matrix },
  };
}

/** The demo company with one custom role, of which the people are members, as [unit, login]. */
export function withCustom(
  matrix: Partial<CustomRole>,
  ...members: readonly (readonly [string, string])[]
): Company {
  const records = demoRecords();
  const memberships = members.map(([unit, login]) => membershipOf(unit, login, "CUSTOM"));
  return companyOf({
    ...records,
    roles: [...records.roles, customRole("CUSTOM", matrix)],
    memberships: [...records.memberships, ...memberships],
  });
}

export function withArchived(...keys: readonly string[]): Company {
  const records = demoRecords();
  const units = records.units.map((unit) => ({ ...unit, archived: keys.includes(unit.key) }));
  return companyOf({ ...records, units });
}

export function withInactive(...logins: readonly string[]): Company {
  const records = demoRecords();
  const people = records.people.map((person) => ({ ...person, active: !logins.includes(person.id) }));
  return companyOf({ ...records, people });
}

/** @throws Error for who is no active user: a fault of the test */
export function viewerAs(company: Company, login: string, today: CalendarDate = TODAY): Viewer {
  const viewer = viewerOf(company, userId(login), today);
  if (!viewer) throw new Error(`${login} is no active user`);
  return viewer;
}

/** Everybody who is active. */
export function viewersOf(company: Company): Viewer[] {
  return company.people.flatMap((person) => viewerOf(company, person.id, TODAY) ?? []);
}
