import type { Company, HandoffPolicy, Unit } from "../org/company.js";
import { headsOf } from "../org/heads.js";
import { pathToRoot } from "../org/tree.js";
import type { UnitId, UserId } from "../shared/ids.js";

/** H1: one stop of the way: whoever has the MANAGER hat in its unit acts on it, and its heads are told. */
export interface RouteStep {
  readonly unitId: UnitId;
  readonly heads: readonly UserId[];
}

/** H1: the company sets the policy, and a unit can override it for what leaves it. */
export function handoffPolicyOf(company: Company, fromUnitId: UnitId): HandoffPolicy {
  return company.unitById.get(fromUnitId)?.handoffPolicy ?? company.handoffPolicy ?? "HEADS";
}

/** The lowest unit that both lie in; one of the two where it lies above the other. */
export function lowestCommonUnit(company: Company, one: UnitId, other: UnitId): Unit {
  const above = new Set(pathToRoot(company, other).map((unit) => unit.id));
  return pathToRoot(company, one).find((unit) => above.has(unit.id)) ?? company.root;
}

function isSameSet(one: readonly UserId[], other: readonly UserId[]): boolean {
  return one.length === other.length && one.every((head) => other.includes(head));
}

/**
 * H1: the steps between holder and executor, who are its ends and no steps. Of neighbours with the same heads the later one
 * stands, so that the last step is always the target's: its head takes the issue over (H4).
 */
export function routeOf(company: Company, fromUnitId: UnitId, toUnitId: UnitId): RouteStep[] {
  const isVia = handoffPolicyOf(company, fromUnitId) === "VIA_COMMON_HEAD";
  const between = isVia ? [lowestCommonUnit(company, fromUnitId, toUnitId).id] : [];
  const all = [fromUnitId, ...between, toUnitId].map((unitId) => ({
    unitId,
    heads: headsOf(company, unitId).map((person) => person.id),
  }));
  return all.filter((step, index) => {
    const next = all[index + 1];
    return !next || !isSameSet(step.heads, next.heads);
  });
}
