import { answer, answers, hide, type TypeReader } from "./answer.js";
import type { Eyes } from "./eyes.js";
import { openedBy } from "./against-roles.js";
import { reads } from "./fields.js";
import { policyOf } from "./handoff.js";
import { customRole, headIdsOf, type Hat } from "./hats.js";
import { InAnyOrder, type Sel } from "./selection.js";
import { statusesOf } from "./workflow.js";
import {
  rowOf,
  rowOrNull,
  todayOf,
  type Deputy,
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
  handoffPolicy: (eyes, unit: Unit) =>
    worksWithAll(eyes, unit) ? policyOf(eyes.world, unit.id) : hide(eyes, "Unit.handoffPolicy"),
  stepLimitDays: (eyes, unit: Unit) =>
    worksWithAll(eyes, unit) ? unit.stepLimitDays : hide(eyes, "Unit.stepLimitDays"),
  // Like an issue's, for who works with all issues of the unit.
  labels: (eyes, unit: Unit, { of }) => {
    const reach = [...eyes.inUnit(unit.id)].filter((hat) => isOfAllIssues(eyes, hat));
    if (!reads(eyes.world, new Set(reach), "labels")) return hide(eyes, "Unit.labels");
    const labels = eyes.world.labels.filter((label) => label.unitId === unit.id);
    return new InAnyOrder(answers(eyes, "Label", labels, of ?? []));
  },
  can: (eyes, unit: Unit, { of }) => answer(eyes, "UnitCan", unit, of ?? []),
};

function worksWithAll(eyes: Eyes, unit: Unit): boolean {
  const hats = eyes.inUnit(unit.id);
  return hats.has("MANAGER") || hats.has("DEVELOPER") || hats.has("ANALYST");
}

/** R6, R9: a hat that counts on every issue of the unit, not on what is held alone. */
function isOfAllIssues(eyes: Eyes, hat: Hat): boolean {
  return hat !== "REPORTER" && customRole(eyes.world, hat)?.reach !== "ASSIGNED";
}

function memberships(eyes: Eyes, among: (one: Membership) => boolean, { of }: Sel): InAnyOrder {
  const found = eyes.world.memberships.filter((one) => !one.ended && among(one));
  return new InAnyOrder(answers(eyes, "Membership", found, of ?? []));
}

const UNIT_CAN: TypeReader = {
  createIssue: (eyes, unit: Unit) => !unit.archived && eyes.mayInUnit(unit.id, "createIssue"),
  manage: (eyes, unit: Unit) => eyes.manages(unit.id),
  plan: (eyes, unit: Unit) => !unit.archived && eyes.manages(unit.id),
  seeAll: (eyes, unit: Unit) => [...eyes.inUnit(unit.id)].some((hat) => isOfAllIssues(eyes, hat)),
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
  archived: (_, role: Role) => role.archived,
  revision: (_, role: Role) => role.revision,
  reach: (eyes, role: Role) => openedBy(eyes.world, role).reach,
  readFields: (eyes, role: Role) => new InAnyOrder(openedBy(eyes.world, role).read),
  writeFields: (eyes, role: Role) => new InAnyOrder(openedBy(eyes.world, role).write),
  actions: (eyes, role: Role) => new InAnyOrder(openedBy(eyes.world, role).actions),
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
  // Section 1: the bosses for whom one acts today.
  deputyFor: (eyes, _person: Person, { of }) => {
    const bosses = eyes.deputyFor.map((id) => rowOf(eyes.world.people, id));
    return new InAnyOrder(answers(eyes, "User", bosses, of ?? []));
  },
  locale: (_, person: Person) => person.locale,
  timeZone: (_, person: Person) => person.timeZone,
  memberships: (eyes, person: Person, sel) => memberships(eyes, (one) => one.userId === person.id, sel),
};

const DEPUTY: TypeReader = {
  id: (_, one: Deputy) => one.id,
  user: (eyes, one: Deputy, { of }) => answer(eyes, "User", rowOf(eyes.world.people, one.userId), of ?? []),
  boss: (eyes, one: Deputy, { of }) => answer(eyes, "User", rowOf(eyes.world.people, one.bossId), of ?? []),
  from: (_, one: Deputy) => one.from,
  to: (_, one: Deputy) => one.to,
  active: (eyes, one: Deputy) => one.from <= todayOf(eyes.world) && todayOf(eyes.world) <= one.to,
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
  Deputy: DEPUTY,
} satisfies Record<string, TypeReader>;
