import { defaultStatuses } from "@stafeta/domain/issues/workflow";
import type { BuiltInRole, CustomRole, UnitKind } from "@stafeta/domain/org/company";
import { newSecret, secretHash } from "../access/authenticate.js";
import { inChange, type Change } from "../access/change.js";
import type { Access } from "../access/request-context.js";

/** A company for a test, in as few words as it takes. */
export interface CompanySpec {
  /** `KEY` to its parent; the first is the root, whose parent is null. */
  readonly units: Readonly<Record<string, string | null>>;
  /** Login to memberships: "boss": ["MANAGER of DEMO"]; "admin" anywhere in the list sets the flag. */
  readonly people: Readonly<Record<string, readonly string[]>>;
  /** R9: custom roles by name, to be used like the built-in ones: "LEAD of DEV". What is left out is empty, or UNIT. */
  readonly roles?: Readonly<Record<string, Partial<CustomRole>>>;
}

/** The tree and the people of the demo company (CONTRACT.md). */
export const DEMO_SPEC: CompanySpec = {
  units: {
    DEMO: null,
    PROD: "DEMO",
    DESIGN: "PROD",
    DEV: "PROD",
    APP: "DEV",
    COMM: "DEMO",
    SALES: "COMM",
    SERVICE: "COMM",
  },
  people: {
    boss: ["MANAGER of DEMO"],
    "prod.head": ["MANAGER of PROD"],
    "design.head": ["MANAGER of DESIGN"],
    "design.dev1": ["DEVELOPER of DESIGN"],
    "design.rep1": ["REPORTER of DESIGN"],
    "dev.head": ["MANAGER of DEV"],
    "dev.dev1": ["DEVELOPER of DEV"],
    "dev.dev2": ["DEVELOPER of DEV", "DEVELOPER of APP"],
    "dev.rep1": ["REPORTER of DEV"],
    "app.head": ["MANAGER of APP"],
    "comm.head": ["MANAGER of COMM"],
    "sales.head": ["MANAGER of SALES"],
    "sales.dev1": ["DEVELOPER of SALES"],
    "sales.rep1": ["REPORTER of SALES"],
    "service.head": ["MANAGER of SERVICE"],
    admin: ["admin"],
    analyst: ["ANALYST of DEMO"],
    outsider: [],
  },
};

export interface TestCompany {
  /** Ids by unit key. */
  readonly units: Readonly<Record<string, string>>;
  /** Ids by login. */
  readonly people: Readonly<Record<string, string>>;
  /** Ids by "KEY/Status name". */
  readonly statuses: Readonly<Record<string, string>>;
  /** Role ids by built-in role. */
  readonly roles: Readonly<Record<BuiltInRole, string>>;
  /** Ids of custom roles by name. */
  readonly customRoles: Readonly<Record<string, string>>;
  /** A session's secret by login. */
  readonly secrets: Readonly<Record<string, string>>;
}

async function insertId(change: Change, text: string, values: readonly unknown[]): Promise<string> {
  const [row] = await change.rows(`${text} returning id`, values);
  return row?.[0] as string;
}

function kindOf(parent: string | null): UnitKind {
  return parent === null ? "COMPANY" : "DEPARTMENT";
}

async function makeUnits(change: Change, spec: CompanySpec) {
  const units: Record<string, string> = {};
  const statuses: Record<string, string> = {};
  for (const [key, parent] of Object.entries(spec.units)) {
    const parentId = parent === null ? null : units[parent];
    const values = [key, `Unit ${key}`, kindOf(parent), parentId];
    const id = await insertId(
      change,
      "insert into unit (key, name, kind, parent_id) values ($1, $2, $3, $4)",
      values,
    );
    units[key] = id;
    change.record({ kind: "UNIT_CREATED", entity: "unit", entityId: id, unitId: id, changes: [] });
    await change.rows("insert into unit_counter (unit_id) values ($1)", [id]);
    for (const { name, category, position } of defaultStatuses()) {
      const insert = "insert into status (unit_id, name, category, position) values ($1, $2, $3, $4)";
      statuses[`${key}/${name}`] = await insertId(change, insert, [id, name, category, position]);
    }
  }
  return { units, statuses };
}

async function makePeople(
  change: Change,
  spec: CompanySpec,
  units: Record<string, string>,
  roles: Readonly<Record<string, string>>,
) {
  const people: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const [login, memberships] of Object.entries(spec.people)) {
    const email = `${login}@demo.test`;
    const isAdmin = memberships.includes("admin");
    const insert = "insert into app_user (name, email, email_normal, admin) values ($1, $2, $2, $3)";
    const id = await insertId(change, insert, [login, email, isAdmin]);
    people[login] = id;
    change.record({ kind: "USER_CREATED", entity: "user", entityId: id, changes: [] });
    for (const membership of memberships.filter((text) => text.includes(" of "))) {
      const [role = "", unit = ""] = membership.split(" of ");
      const into = "insert into membership (unit_id, user_id, role_id) values ($1, $2, $3)";
      const joined = await insertId(change, into, [units[unit], id, roles[role]]);
      change.record({ kind: "MEMBER_ADDED", entity: "membership", entityId: joined, changes: [] });
    }
    const secret = newSecret();
    const session =
      "insert into session (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 day')";
    await change.rows(session, [secretHash(secret), id]);
    secrets[login] = secret;
  }
  return { people, secrets };
}

async function makeRoles(change: Change, spec: CompanySpec) {
  const builtIn = await change.rows("select base, id from role where built_in", []);
  const roles = Object.fromEntries(builtIn as [BuiltInRole, string][]) as Record<BuiltInRole, string>;
  const customRoles: Record<string, string> = {};
  for (const [name, { reach = "UNIT", read = [], write = [], actions = [] }] of Object.entries(
    spec.roles ?? {},
  )) {
    const into = "insert into role (name, base, reach, matrix) values ($1, 'DEVELOPER', $2, $3)";
    const matrix = JSON.stringify({ read, write, actions });
    const id = await insertId(change, into, [name, reach, matrix]);
    customRoles[name] = id;
    change.record({ kind: "ROLE_CREATED", entity: "role", entityId: id, changes: [] });
  }
  return { roles, customRoles };
}

/** Writes the company straight into an empty database, each record with its event (L4); everybody is signed in. */
export async function makeTestCompany(access: Access, spec: CompanySpec = DEMO_SPEC): Promise<TestCompany> {
  return inChange(access, null, async ({ change }) => {
    await change.rows("insert into company (time_zone) values ('Europe/Budapest')", []);
    const { roles, customRoles } = await makeRoles(change, spec);
    const { units, statuses } = await makeUnits(change, spec);
    const { people, secrets } = await makePeople(change, spec, units, { ...customRoles, ...roles });
    change.record({ kind: "COMPANY_SET_UP", entity: "company", entityId: "1", changes: [] });
    return { units, people, statuses, roles, customRoles, secrets };
  });
}
