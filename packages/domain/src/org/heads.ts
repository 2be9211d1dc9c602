import type { UnitId, UserId } from "../shared/ids.js";
import type { Company, Person } from "./company.js";
import { isBelowOrSame, pathToRoot } from "./tree.js";

/** Active members with the built-in MANAGER role of this very unit (R9: a custom role makes no head). */
export function managersOf(company: Company, unitId: UnitId): Person[] {
  const managers = new Map<UserId, Person>();
  for (const membership of company.membershipsOfUnit.get(unitId) ?? []) {
    const role = company.roleById.get(membership.roleId);
    const person = company.personById.get(membership.userId);
    if (role?.builtIn && role.base === "MANAGER" && person?.active) managers.set(person.id, person);
  }
  return [...managers.values()];
}

/** Section 1: whom work is routed to and who is told: the unit's managers, else those of the nearest ancestor that has some. */
export function headsOf(company: Company, unitId: UnitId): Person[] {
  for (const unit of pathToRoot(company, unitId)) {
    const managers = managersOf(company, unit.id);
    if (managers.length > 0) return managers;
  }
  return [];
}

/** Section 1: the active managers of the root. Deputies act for them, and are none. */
export function bossesOf(company: Company): Person[] {
  return managersOf(company, company.root.id);
}

/** R2: the last active boss can be neither removed nor deactivated. */
export function isLastBoss(company: Company, userId: UserId): boolean {
  const bosses = bossesOf(company);
  return bosses.length === 1 && bosses[0]?.id === userId;
}

/** Who acts on the organisation. A viewer is one. */
export interface Actor {
  readonly userId: UserId;
  readonly isAdmin: boolean;
  /** A boss, or acting for one today. */
  readonly isBoss: boolean;
}

/** R3: a MANAGER of the unit or of any above it; a boss and their deputy everywhere. */
export function manages(company: Company, actor: Actor, unitId: UnitId): boolean {
  if (actor.isBoss) return company.unitById.has(unitId);
  return (company.membershipsOfUser.get(actor.userId) ?? []).some((membership) => {
    const role = company.roleById.get(membership.roleId);
    return (
      role?.builtIn === true && role.base === "MANAGER" && isBelowOrSame(company, unitId, membership.unitId)
    );
  });
}

/** A boss in their own name: a deputy changes no membership of the root (section 1). */
export function isBossThemselves(company: Company, actor: Actor): boolean {
  return bossesOf(company).some((boss) => boss.id === actor.userId);
}
