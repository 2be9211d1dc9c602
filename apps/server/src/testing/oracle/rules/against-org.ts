import type { Eyes } from "./eyes.js";
import { isBossThemselves, rootOf, upFrom } from "./hats.js";
import { BAD, CONFLICT, FORBIDDEN, NOT_FOUND, type Reason } from "./reasons.js";
import { categoryOf, isDone } from "./workflow.js";
import { rowOf, rowOrNull, todayOf, type World } from "./world.js";

/** R2: a MANAGER of the unit, below the root an admin, but never for themselves; of the root a boss alone. */
function mayChangeMembers(eyes: Eyes, unitId: string, userId: string): boolean {
  const { world, me } = eyes;
  if (unitId === rootOf(world).id) return isBossThemselves(world, me);
  return eyes.manages(unitId) || (eyes.person.admin && userId !== me);
}

export function againstMembership(eyes: Eyes, unitId: string, userId: string, roleId: string): Reason[] {
  const { world } = eyes;
  const [unit, person, role] = [
    rowOrNull(world.units, unitId),
    rowOrNull(world.people, userId),
    rowOrNull(world.roles, roleId),
  ];
  if (!unit || !person || !role) return [NOT_FOUND];
  if (!mayChangeMembers(eyes, unitId, userId)) return [FORBIDDEN("R2")];
  const isThere = world.memberships.some(
    (one) => !one.ended && one.unitId === unitId && one.userId === userId && one.roleId === roleId,
  );
  if (isThere) return [];
  return unit.archived || !person.active || role.archived ? [CONFLICT()] : [];
}

/** R2: the last active boss cannot be removed. */
export function againstEnding(eyes: Eyes, membershipId: string): Reason[] {
  const { world } = eyes;
  const membership = rowOrNull(world.memberships, membershipId);
  if (!membership || membership.ended) return [NOT_FOUND];
  if (!mayChangeMembers(eyes, membership.unitId, membership.userId)) return [FORBIDDEN("R2")];
  const bosses = world.people.filter((person) => isBossThemselves(world, person.id));
  const { base, builtIn } = rowOf(world.roles, membership.roleId);
  const isBossRole = builtIn && base === "MANAGER";
  const isOfRoot = membership.unitId === rootOf(world).id && isBossRole;
  const isLast = bosses.length === 1 && bosses[0]?.id === membership.userId;
  return isOfRoot && isLast ? [CONFLICT("R2")] : [];
}

/** R2: admins and bosses; the last active boss stays. */
export function againstDeactivation(eyes: Eyes, userId: string): Reason[] {
  const { world } = eyes;
  if (!rowOrNull(world.people, userId)) return [NOT_FOUND];
  if (!eyes.person.admin && !eyes.isBoss) return [FORBIDDEN("R2")];
  const bosses = world.people.filter((person) => isBossThemselves(world, person.id));
  return bosses.length === 1 && bosses[0]?.id === userId ? [CONFLICT("R2")] : [];
}

export function againstLabel(eyes: Eyes, unitId: string, name: string): Reason[] {
  const unit = rowOrNull(eyes.world.units, unitId);
  if (!unit) return [NOT_FOUND];
  if (!eyes.manages(unitId)) return [FORBIDDEN()];
  const against: Reason[] = unit.archived ? [CONFLICT("R1")] : [];
  const isTaken = eyes.world.labels.some(
    (label) => label.unitId === unitId && label.name.toLowerCase() === name.toLowerCase(),
  );
  return isTaken ? [...against, BAD] : against;
}

/** R1: moved by one who is MANAGER of both parents; never below itself. */
export function againstUnitMove(eyes: Eyes, unitId: string, parentId: string): Reason[] {
  const { world } = eyes;
  const [unit, parent] = [rowOrNull(world.units, unitId), rowOrNull(world.units, parentId)];
  if (!unit || !parent) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!eyes.manages(unit.parentId ?? unit.id) || !eyes.manages(parentId)) against.push(FORBIDDEN("R1"));
  if (upFrom(world, parentId).some(({ id }) => id === unitId)) against.push(BAD);
  if (unit.archived || parent.archived) against.push(CONFLICT("R1"));
  return against;
}

/** R1: what is left to do in a unit. */
function remainsOf(world: World, unitId: string): string[] {
  const unfinished = world.issues.filter(
    (issue) => issue.unitId === unitId && !isDone(categoryOf(world, issue)),
  );
  const pending = world.handoffs.filter((handoff) => {
    const way = world.steps.filter((step) => step.handoffId === handoff.id).map((step) => step.unitId);
    return handoff.state === "PENDING" && [handoff.fromUnitId, handoff.toUnitId, ...way].includes(unitId);
  });
  const children = world.units.filter((unit) => unit.parentId === unitId && !unit.archived);
  return [...unfinished, ...pending, ...children].map(({ id }) => id);
}

/** R1, R3: when no unfinished issue, pending hand-off or active child is left in it. */
export function againstUnitArchiving(eyes: Eyes, unitId: string): Reason[] {
  const { world } = eyes;
  const unit = rowOrNull(world.units, unitId);
  if (!unit) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!eyes.manages(unitId)) against.push(FORBIDDEN("R3"));
  const isKept = unit.parentId === null || unit.archived;
  if (isKept || remainsOf(world, unitId).length > 0) against.push(CONFLICT("R1"));
  return against;
}

/** H1: whoever manages a unit says how what leaves it travels. */
export function againstUnitPolicy(eyes: Eyes, unitId: string): Reason[] {
  const unit = rowOrNull(eyes.world.units, unitId);
  if (!unit) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!eyes.manages(unitId)) against.push(FORBIDDEN("R3"));
  if (unit.archived) against.push(CONFLICT("R1"));
  return against;
}

/** Section 1: what an admin may, and so a boss. */
export function againstAdministration(eyes: Eyes): Reason[] {
  return eyes.person.admin || eyes.isBoss ? [] : [FORBIDDEN()];
}

/** Section 1, R2: a boss in their own name; a deputy names no deputies. */
export function againstDeputy(eyes: Eyes, userId: string, from: string, to: string): Reason[] {
  const person = rowOrNull(eyes.world.people, userId);
  if (!person) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!isBossThemselves(eyes.world, eyes.me)) against.push(FORBIDDEN("R2"));
  if (userId === eyes.me || from > to) against.push(BAD);
  if (!person.active) against.push(CONFLICT("R2"));
  return against;
}

export function againstDeputyEnd(eyes: Eyes, deputyId: string): Reason[] {
  const { world } = eyes;
  const deputy = rowOrNull(world.deputies, deputyId);
  if (!deputy || deputy.ended) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!isBossThemselves(world, eyes.me)) against.push(FORBIDDEN("R2"));
  if (deputy.to < todayOf(world)) against.push(CONFLICT("R2"));
  return against;
}
