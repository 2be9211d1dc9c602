import { allow, badInput, notFound, refuse, type Decision } from "../shared/decision.js";
import type { UnitId } from "../shared/ids.js";
import type { Company, Unit } from "./company.js";
import { manages, type Actor } from "./heads.js";

export const STEP_LIMIT_MAX_DAYS = 60;

/**
 * H1, H6: a MANAGER of a unit says how what leaves it travels, and how long a hand-off may wait there.
 *
 * @param limitDays null: it stays as it is
 */
export function canSetHandoff(
  company: Company,
  actor: Actor,
  unitId: UnitId,
  limitDays: number | null,
): Decision<Unit> {
  const unit = company.unitById.get(unitId);
  if (!unit) return notFound();
  if (!manages(company, actor, unitId)) return refuse("FORBIDDEN", "R3", "unit.managersOnly");
  if (limitDays !== null && (limitDays < 1 || limitDays > STEP_LIMIT_MAX_DAYS)) {
    return badInput("stepLimitDays", "value.notOffered");
  }
  return unit.archived ? refuse("CONFLICT", "R1", "unit.archived") : allow(unit);
}

/** H1, section 1: settings of the company are an admin's or a boss's. */
export function canSetCompany(actor: Actor): Decision {
  return actor.isAdmin || actor.isBoss ? allow() : refuse("FORBIDDEN", "R2", "user.adminsOnly");
}
