import { mayHandOff } from "../issues/hand-off.js";
import type { IssueFacts } from "../issues/issue-facts.js";
import type { Company, Unit } from "../org/company.js";
import type { Hats } from "../rights/hats.js";
import { allow, badInput, notFound, refuse, type Decision } from "../shared/decision.js";
import type { UnitId } from "../shared/ids.js";

/** H1: an unfinished issue can go to any active other unit. @returns the target */
export function canStartHandoff(
  company: Company,
  facts: IssueFacts,
  hats: Hats,
  toUnitId: UnitId,
): Decision<Unit> {
  const target = company.unitById.get(toUnitId);
  if (!target) return notFound();
  const may = mayHandOff(facts, hats);
  if (!may.allowed && may.code === "FORBIDDEN") return may;
  if (toUnitId === facts.unitId) return badInput("toUnit", "handoff.sameUnit");
  if (!may.allowed) return may;
  return target.archived ? refuse("CONFLICT", "R1", "unit.archived") : allow(target);
}
