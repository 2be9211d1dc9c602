import { answer, answers, hide, type TypeReader } from "./answer.js";
import type { Eyes } from "./eyes.js";
import { headIdsOf } from "./hats.js";
import { InAnyOrder, type Sel } from "./selection.js";
import { statusesOf } from "./workflow.js";
import {
  rowOf,
  rowOrNull,
  type Label,
  type Membership,
  type Person,
  type Role,
  type Status,
  type Unit,
} from "./world.js";

const UNIT: TypeReader = {
  id: (_, unit: Unit) => unit.id,
  key: (_, unit: Unit) => unit.key,
  name: (_, unit: Unit) => unit.name,
  kind: (_, unit: Unit) => unit.kind,
  archived: (_, unit: Unit) => unit.archived,
  sprintLengthDays: (_, unit: Unit) => unit.sprintLengthDays,
  parent: (eyes, unit: Unit, { of }) =>
    answer(eyes, "Unit", rowOrNull(eyes.world.units, unit.parentId), of ?? []),
  children: (eyes, unit: Unit, { of }) => {
    const children = eyes.world.units.filter((child) => child.parentId === unit.id);
    return new InAnyOrder(answers(eyes, "Unit", children, of ?? []));
  },
  heads: (eyes, unit: Unit, { of }) => {
    const heads = headIdsOf(eyes.world, unit.id).map((id) => rowOf(eyes.world.people, id));
    return new InAnyOrder(answers(eyes, "User", heads, of ?? []));
  },
  members: (eyes, unit: Unit, sel) => memberships(eyes, (one) => one.unitId === unit.id, sel),
  statuses: (eyes, unit: Unit, { of }) => answers(eyes, "Status", statusesOf(eyes.world, unit.id), of ?? []),
  labels: (eyes, unit: Unit, { of }) => {
    const hats = eyes.inUnit(unit.id);
    const reads = hats.has("MANAGER") || hats.has("DEVELOPER") || hats.has("ANALYST");
    if (!reads) return hide(eyes, "Unit.labels");
    const labels = eyes.world.labels.filter((label) => label.unitId === unit.id);
    return new InAnyOrder(answers(eyes, "Label", labels, of ?? []));
  },
  can: (eyes, unit: Unit, { of }) => answer(eyes, "UnitCan", unit, of ?? []),
};

function memberships(eyes: Eyes, among: (one: Membership) => boolean, { of }: Sel): InAnyOrder {
  const found = eyes.world.memberships.filter((one) => !one.ended && among(one));
  return new InAnyOrder(answers(eyes, "Membership", found, of ?? []));
}

const UNIT_CAN: TypeReader = {
  createIssue: (eyes, unit: Unit) => {
    const hats = eyes.inUnit(unit.id);
    return !unit.archived && (hats.has("MANAGER") || hats.has("DEVELOPER"));
  },
  manage: (eyes, unit: Unit) => eyes.inUnit(unit.id).has("MANAGER"),
  plan: (eyes, unit: Unit) => !unit.archived && eyes.inUnit(unit.id).has("MANAGER"),
  seeAll: (eyes, unit: Unit) => {
    const hats = eyes.inUnit(unit.id);
    return hats.has("MANAGER") || hats.has("DEVELOPER") || hats.has("ANALYST");
  },
};

/** R8: a mail address is read by its owner, admins and managers. */
function readsMail(eyes: Eyes, person: Person): boolean {
  return person.id === eyes.me || eyes.person.admin || eyes.possible.has("MANAGER");
}

const USER: TypeReader = {
  id: (_, person: Person) => person.id,
  name: (_, person: Person) => person.name,
  active: (_, person: Person) => person.active,
  avatarUrl: (_, person: Person) => person.avatarUrl,
  email: (eyes, person: Person) => (readsMail(eyes, person) ? person.email : hide(eyes, "User.email")),
};

const MEMBERSHIP: TypeReader = {
  id: (_, one: Membership) => one.id,
  unit: (eyes, one: Membership, { of }) =>
    answer(eyes, "Unit", rowOf(eyes.world.units, one.unitId), of ?? []),
  user: (eyes, one: Membership, { of }) =>
    answer(eyes, "User", rowOf(eyes.world.people, one.userId), of ?? []),
  role: (eyes, one: Membership, { of }) =>
    answer(eyes, "Role", rowOf(eyes.world.roles, one.roleId), of ?? []),
};

const ROLE: TypeReader = {
  id: (_, role: Role) => role.id,
  name: (_, role: Role) => role.name,
  builtIn: (_, role: Role) => role.builtIn,
  base: (_, role: Role) => role.base,
};

const STATUS: TypeReader = {
  id: (_, status: Status) => status.id,
  name: (_, status: Status) => status.name,
  category: (_, status: Status) => status.category,
  position: (_, status: Status) => status.position,
};

const LABEL: TypeReader = {
  id: (_, label: Label) => label.id,
  name: (_, label: Label) => label.name,
  color: (_, label: Label) => label.color,
};

/** The record is the person. */
const ME: TypeReader = {
  user: (eyes, person: Person, { of }) => answer(eyes, "User", person, of ?? []),
  isBoss: (eyes) => eyes.isBoss,
  isAdmin: (_, person: Person) => person.admin,
  locale: (_, person: Person) => person.locale,
  timeZone: (_, person: Person) => person.timeZone,
  memberships: (eyes, person: Person, sel) => memberships(eyes, (one) => one.userId === person.id, sel),
};

export const ORGANISATION = {
  Unit: UNIT,
  UnitCan: UNIT_CAN,
  User: USER,
  Membership: MEMBERSHIP,
  Role: ROLE,
  Status: STATUS,
  Label: LABEL,
  Me: ME,
} satisfies Record<string, TypeReader>;
