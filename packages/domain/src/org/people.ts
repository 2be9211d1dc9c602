import { allow, notFound, refuse, type Decision } from "../shared/decision.js";
import type { UserId } from "../shared/ids.js";
import type { Company } from "./company.js";
import { bossesOf, isBossThemselves, isLastBoss, type Actor } from "./heads.js";

/** Section 1: admins manage users, and a boss may do all that an admin may. */
export function canCreateUser(actor: Actor): Decision {
  return actor.isAdmin || actor.isBoss ? allow() : refuse("FORBIDDEN", "R2", "user.adminsOnly");
}

/** R2. People are never deleted; who is inactive already may be deactivated again. */
export function canDeactivate(company: Company, actor: Actor, userId: UserId): Decision {
  if (!company.personById.has(userId)) return notFound();
  if (!actor.isAdmin && !actor.isBoss) return refuse("FORBIDDEN", "R2", "user.adminsOnly");
  if (isLastBoss(company, userId)) return refuse("CONFLICT", "R2", "member.lastBoss");
  return allow();
}

/**
 * R2: whoever makes a reset link can sign in with it. So an admin makes none for a boss, and neither does a deputy, whose own
 * days end.
 */
export function canResetAccess(company: Company, actor: Actor, userId: UserId): Decision {
  if (!company.personById.has(userId)) return notFound();
  if (!actor.isAdmin && !actor.isBoss) return refuse("FORBIDDEN", "R2", "user.adminsOnly");
  const ofBoss = bossesOf(company).some((boss) => boss.id === userId);
  return ofBoss && !isBossThemselves(company, actor)
    ? refuse("FORBIDDEN", "R2", "user.bossByBossOnly")
    : allow();
}
