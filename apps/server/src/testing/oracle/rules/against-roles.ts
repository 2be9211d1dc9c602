import type { Eyes } from "./eyes.js";
import {
  ACTIONS,
  EDITABLE,
  GRANTABLE_READS,
  GRANTABLE_WRITES,
  KEPT_ACTIONS,
  readsOfRole,
  writes,
} from "./fields.js";
import type { Hat } from "./hats.js";
import { BAD, CONFLICT, FORBIDDEN, LAW, NOT_FOUND, type Reason } from "./reasons.js";
import { fold } from "./search.js";
import { rowOrNull, type Matrix, type Reach, type Role, type World } from "./world.js";

/** What a role opens. */
export interface Opened extends Matrix {
  readonly reach: Reach;
}

const REACHES: Readonly<Record<string, Reach>> = {
  MANAGER: "TREE",
  DEVELOPER: "UNIT",
  REPORTER: "ASSIGNED",
  ANALYST: "TREE",
};

/** R3 to R7, or the matrix of a custom role (R9). */
export function openedBy(world: World, role: Role): Opened {
  const { matrix, reach, base } = role;
  if (matrix && reach) return { reach, ...matrix };
  const hat = base as Hat;
  const acts = Object.keys(ACTIONS).filter((action) => ACTIONS[action]?.includes(hat));
  return {
    reach: REACHES[base] ?? "UNIT",
    read: readsOfRole(base),
    write: GRANTABLE_WRITES.filter((field) => writes(world, new Set([hat]), field)),
    actions: base === "MANAGER" ? [...acts, ...Object.keys(KEPT_ACTIONS)] : acts,
  };
}

/** R9: a copy has all but what laws and the tree of units keep to the built-in MANAGER. */
export function copyOf(world: World, role: Role): Opened {
  const opened = openedBy(world, role);
  return { ...opened, actions: opened.actions.filter((action) => action in ACTIONS) };
}

function isNameTaken(world: World, name: string, except: string | null): boolean {
  return world.roles.some((role) => role.id !== except && fold(role.name) === fold(name));
}

/** R9: an admin copies a role; a boss may do all that an admin may. */
export function againstRoleCopy(eyes: Eyes, sourceId: string, name: string): Reason[] {
  if (!rowOrNull(eyes.world.roles, sourceId)) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!eyes.person.admin && !eyes.isBoss) against.push(FORBIDDEN("R9"));
  if (name.trim() === "" || isNameTaken(eyes.world, name, null)) against.push(BAD);
  return against;
}

/** R9: built-in roles stay as they are. R2: an admin gives themselves no rights. */
function againstChange(eyes: Eyes, role: Role): Reason[] {
  const isTheirs = eyes.world.memberships.some(
    (one) => !one.ended && one.userId === eyes.me && one.roleId === role.id,
  );
  const isAdmin = eyes.person.admin || eyes.isBoss;
  return !isAdmin || role.builtIn || (isTheirs && !eyes.isBoss) ? [FORBIDDEN()] : [];
}

/** Section 3: fields that nothing but a law's own way changes. */
const LAWFUL_FIELDS = ["status", "closedAt", "unit", "assignee", "resolution", "archived"];

/** R9: no matrix can break a law; who writes or comments reads what they write. */
function matrixFaults(wish: Opened): Reason[] {
  const faults: Reason[] = [];
  const law = wish.actions.find((action) => KEPT_ACTIONS[action] != null);
  if (law !== undefined) faults.push(LAW(KEPT_ACTIONS[law] ?? ""));
  if (wish.write.some((field) => LAWFUL_FIELDS.includes(field))) faults.push({ code: "LAW" });
  const isKnown =
    wish.read.every((field) => GRANTABLE_READS.includes(field)) &&
    wish.write.every((field) => GRANTABLE_WRITES.includes(field)) &&
    wish.actions.every((action) => action in ACTIONS);
  const readsAll = (field: string) => !GRANTABLE_READS.includes(field) || wish.read.includes(field);
  const isBlind =
    !wish.write.every(readsAll) ||
    (wish.actions.includes("comment") && !wish.read.includes("comments")) ||
    (wish.actions.includes("commentInternally") && !wish.read.includes("internalComments")) ||
    (wish.reach === "ASSIGNED" && wish.read.includes("internalComments"));
  if (!isKnown || isBlind) faults.push(BAD);
  return faults;
}

export interface RoleWish {
  readonly name?: string;
  readonly reach?: Reach;
  readonly readFields?: readonly string[];
  readonly writeFields?: readonly string[];
  readonly actions?: readonly string[];
}

export function wished(role: Role, wish: RoleWish): Opened {
  return {
    reach: wish.reach ?? role.reach ?? "UNIT",
    read: wish.readFields ?? role.matrix?.read ?? [],
    write: wish.writeFields ?? role.matrix?.write ?? [],
    actions: wish.actions ?? role.matrix?.actions ?? [],
  };
}

/**
 * R9, I5. What is wrong with the wish is told only to who may change the role at all, and of a revision that stands.
 */
export function againstRoleEdit(eyes: Eyes, roleId: string, revision: number, wish: RoleWish): Reason[] {
  const role = rowOrNull(eyes.world.roles, roleId);
  if (!role) return [NOT_FOUND];
  const against = againstChange(eyes, role);
  if (role.archived) against.push(CONFLICT("R9"));
  if (revision < 1 || revision > role.revision) against.push(BAD);
  else if (revision !== role.revision) against.push(CONFLICT("I5"));
  if (against.length > 0) return against;
  if (wish.name !== undefined && isNameTaken(eyes.world, wish.name, role.id)) against.push(BAD);
  return [...against, ...matrixFaults(wished(role, wish))];
}

/** R9: not under those who have it. */
export function againstRoleArchiving(eyes: Eyes, roleId: string): Reason[] {
  const role = rowOrNull(eyes.world.roles, roleId);
  if (!role) return [NOT_FOUND];
  const against = againstChange(eyes, role);
  const isInUse = eyes.world.memberships.some((one) => !one.ended && one.roleId === roleId);
  if (isInUse && !role.archived) against.push(CONFLICT("R9"));
  return against;
}

/** What a matrix can hold. */
export const MATRIX = {
  readFields: GRANTABLE_READS,
  writeFields: [...EDITABLE, "rank"],
  actions: [
    ...Object.keys(ACTIONS).map((name) => ({ name, grantable: true })),
    ...Object.keys(KEPT_ACTIONS).map((name) => ({ name, grantable: false })),
  ],
};
