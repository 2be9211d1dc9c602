import { defaultStatuses } from "@stafeta/domain/issues/workflow";
import type { Author, Change } from "../access/change.js";
import { DEMO_LABELS, DEMO_PEOPLE, DEMO_UNITS, demoEmail } from "./demo-company.js";

/** Ids of what was written: by unit key, login, "KEY/Status", and the labels of a unit in order. */
export interface DemoIds {
  readonly units: Map<string, string>;
  readonly people: Map<string, string>;
  readonly statuses: Map<string, string>;
  readonly labels: Map<string, string[]>;
}

export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo has no ${key}`);
  return id;
}

/** Who fills: the boss of the demo company, from nowhere. */
export function inNameOf(userId: string): Author {
  return { userId, onBehalfOf: null, address: null, clientMutationId: null };
}

async function insertId(change: Change, text: string, values: readonly unknown[]): Promise<string> {
  const [row] = await change.rows(`/* demo */ ${text} returning id`, values);
  return String(row?.[0]);
}

async function writeUnits(change: Change, ids: DemoIds, actorId: string, at: string): Promise<void> {
  for (const { key, name, kind, parent } of DEMO_UNITS) {
    const parentId = parent === null ? null : idOf(ids.units, parent);
    const insert = "insert into unit (key, name, kind, parent_id, created_at) values ($1, $2, $3, $4, $5)";
    const id = await insertId(change, insert, [key, name, kind, parentId, at]);
    ids.units.set(key, id);
    const changes = [
      { field: "key", before: null, after: key },
      { field: "name", before: null, after: name },
      { field: "kind", before: null, after: kind },
      { field: "parent", before: null, after: parentId },
    ];
    change.record({
      kind: "UNIT_CREATED",
      entity: "unit",
      entityId: id,
      unitId: id,
      changes,
      past: { at, actorId },
    });
    await change.rows("/* demo */ insert into unit_counter (unit_id) values ($1)", [id]);
    for (const status of defaultStatuses()) {
      const into = "insert into status (unit_id, name, category, position) values ($1, $2, $3, $4)";
      const statusId = await insertId(change, into, [id, status.name, status.category, status.position]);
      ids.statuses.set(`${key}/${status.name}`, statusId);
    }
  }
}

async function writeLabels(change: Change, ids: DemoIds, actorId: string, at: string): Promise<void> {
  for (const [unit, labels] of Object.entries(DEMO_LABELS)) {
    const unitId = idOf(ids.units, unit);
    const written: string[] = [];
    for (const [name, color] of labels) {
      const id = await insertId(change, "insert into label (unit_id, name, color) values ($1, $2, $3)", [
        unitId,
        name,
        color,
      ]);
      const changes = [
        { field: "name", before: null, after: name },
        { field: "color", before: null, after: color },
      ];
      change.record({
        kind: "LABEL_CREATED",
        entity: "label",
        entityId: id,
        unitId,
        changes,
        past: { at, actorId },
      });
      written.push(id);
    }
    ids.labels.set(unit, written);
  }
}

async function writePerson(
  change: Change,
  ids: DemoIds,
  person: (typeof DEMO_PEOPLE)[number],
  at: string,
): Promise<void> {
  const email = demoEmail(person.login);
  const insert =
    "insert into app_user (name, email, email_normal, admin, created_at) values ($1, $2, $2, $3, $4)";
  const id = await insertId(change, insert, [person.name, email, person.admin ?? false, at]);
  ids.people.set(person.login, id);
  const actorId = idOf(ids.people, "boss");
  const changes = [
    { field: "name", before: null, after: person.name },
    { field: "email", before: null, after: email },
  ];
  change.record({ kind: "USER_CREATED", entity: "user", entityId: id, changes, past: { at, actorId } });
}

async function writeMemberships(change: Change, ids: DemoIds, at: string): Promise<void> {
  const roles = new Map(
    (await change.rows("/* demo */ select base, id from role where built_in", [])) as [string, string][],
  );
  const actorId = idOf(ids.people, "boss");
  for (const { login, roles: held } of DEMO_PEOPLE) {
    for (const [role, unit] of held) {
      const [unitId, userId, roleId] = [idOf(ids.units, unit), idOf(ids.people, login), idOf(roles, role)];
      const insert = "insert into membership (unit_id, user_id, role_id, since) values ($1, $2, $3, $4)";
      const id = await insertId(change, insert, [unitId, userId, roleId, at]);
      const changes = [
        { field: "user", before: null, after: userId },
        { field: "role", before: null, after: roleId },
      ];
      change.record({
        kind: "MEMBER_ADDED",
        entity: "membership",
        entityId: id,
        unitId,
        changes,
        past: { at, actorId },
      });
    }
  }
}

/** Units with their statuses and labels, people with their passwords and memberships, each with its event. */
export async function writeDemoCompany(change: Change, passwordHash: string, at: string): Promise<DemoIds> {
  const ids: DemoIds = { units: new Map(), people: new Map(), statuses: new Map(), labels: new Map() };
  await change.rows("/* demo */ insert into company (time_zone, created_at) values ('Europe/Budapest', $1)", [
    at,
  ]);
  for (const person of DEMO_PEOPLE) await writePerson(change, ids, person, at);
  const boss = idOf(ids.people, "boss");
  const past = { at, actorId: boss };
  const changes = [{ field: "timeZone", before: null, after: "Europe/Budapest" }];
  change.record({ kind: "COMPANY_SET_UP", entity: "company", entityId: "1", changes, past });
  const credentials =
    "/* demo */ insert into credential (user_id, password_hash) select unnest($1::bigint[]), $2";
  await change.rows(credentials, [[...ids.people.values()], passwordHash]);
  await writeUnits(change, ids, boss, at);
  await writeLabels(change, ids, boss, at);
  await writeMemberships(change, ids, at);
  return ids;
}
