import { allow, notFound, refuse, type Decision, type Refusal } from "../shared/decision.js";
import type { RoleId, UnitId, UserId } from "../shared/ids.js";
import type { Company, Membership } from "./company.js";
import { isBossThemselves, isLastBoss, manages, type Actor } from "./heads.js";

export interface MembershipWish {
  readonly unitId: UnitId;
  readonly userId: UserId;
  readonly roleId: RoleId;
}

/**
 * R2: a MANAGER of the unit, or below the root an admin, but never for themselves. A manager of the root is a boss, and a
 * deputy changes no membership of the root: so the root is for a boss in their own name, whatever the role.
 */
function mayChange(company: Company, actor: Actor, wish: MembershipWish): Refusal | null {
  if (wish.unitId === company.root.id) {
    return isBossThemselves(company, actor) ? null : refuse("FORBIDDEN", "R2", "member.rootByBossOnly");
  }
  if (manages(company, actor, wish.unitId)) return null;
  if (!actor.isAdmin) return refuse("FORBIDDEN", "R2", "member.managersOnly");
  return wish.userId === actor.userId ? refuse("FORBIDDEN", "R2", "member.notYourself") : null;
}

/** R2. @returns the membership that is there already, as a repeat answers with the first; else null */
export function canAddMember(
  company: Company,
  actor: Actor,
  wish: MembershipWish,
): Decision<Membership | null> {
  const unit = company.unitById.get(wish.unitId);
  const person = company.personById.get(wish.userId);
  const role = company.roleById.get(wish.roleId);
  if (!unit || !person || !role) return notFound();
  const refusal = mayChange(company, actor, wish);
  if (refusal) return refusal;
  const present = (company.membershipsOfUnit.get(unit.id) ?? []).find(
    (membership) => membership.userId === wish.userId && membership.roleId === wish.roleId,
  );
  if (present) return allow(present);
  if (unit.archived) return refuse("CONFLICT", "R1", "unit.archived");
  if (!person.active) return refuse("CONFLICT", "R2", "member.inactive");
  if (role.custom?.archived) return refuse("CONFLICT", "R9", "role.archived");
  return allow(null);
}

/** R2. An archived unit lets its members go: a right must always be able to end. */
export function canRemoveMember(company: Company, actor: Actor, membership: Membership): Decision {
  const present = company.membershipsOfUnit.get(membership.unitId) ?? [];
  if (!present.some((other) => other.id === membership.id)) return notFound();
  const refusal = mayChange(company, actor, membership);
  if (refusal) return refusal;
  const role = company.roleById.get(membership.roleId);
  const makesBoss =
    membership.unitId === company.root.id && role?.builtIn === true && role.base === "MANAGER";
  if (makesBoss && isLastBoss(company, membership.userId)) return refuse("CONFLICT", "R2", "member.lastBoss");
  return allow();
}
