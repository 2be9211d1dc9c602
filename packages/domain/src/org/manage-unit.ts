import { allow, badInput, notFound, refuse, type Decision } from "../shared/decision.js";
import type { UnitId } from "../shared/ids.js";
import { foldForSearch } from "../shared/text.js";
import type { Company, Unit, UnitKind } from "./company.js";
import { manages, type Actor } from "./heads.js";
import { isBelowOrSame } from "./tree.js";
import { isUnitKey } from "./unit-key.js";

/** R1: a unit is made by a MANAGER of its parent. @returns the parent */
export function canCreateUnit(
  company: Company,
  actor: Actor,
  parentId: UnitId,
  key: string,
  kind: UnitKind,
): Decision<Unit> {
  const parent = company.unitById.get(parentId);
  if (!parent) return notFound();
  if (!manages(company, actor, parentId)) return refuse("FORBIDDEN", "R1", "unit.managersOnly");
  if (kind === "COMPANY") return badInput("kind", "unit.oneCompany");
  if (!isUnitKey(key)) return badInput("key", "unit.badKey");
  if (company.units.some((unit) => unit.key === key)) return badInput("key", "unit.keyTaken", { key });
  if (parent.archived) return refuse("CONFLICT", "R1", "unit.archived");
  return allow(parent);
}

/** R3: labels are the unit's own, so its MANAGER makes them. @param name as cleaned by `cleanTitle` */
export function canCreateLabel(company: Company, actor: Actor, unitId: UnitId, name: string): Decision<Unit> {
  const unit = company.unitById.get(unitId);
  if (!unit) return notFound();
  if (!manages(company, actor, unitId)) return refuse("FORBIDDEN", "R3", "unit.managersOnly");
  const folded = foldForSearch(name);
  const isTaken = (company.labelsOfUnit.get(unitId) ?? []).some(
    (label) => foldForSearch(label.name) === folded,
  );
  if (isTaken) return badInput("name", "label.nameTaken");
  if (unit.archived) return refuse("CONFLICT", "R1", "unit.archived");
  return allow(unit);
}

/**
 * R1: a unit is moved by a MANAGER of both parents, and never below itself (TRE-09). To name the present parent is no move.
 *
 * @param company as read under the lock of all changes, so that two moves cannot make a circle together
 * @returns the unit
 */
export function canMoveUnit(
  company: Company,
  actor: Actor,
  unitId: UnitId,
  parentId: UnitId,
): Decision<Unit> {
  const unit = company.unitById.get(unitId);
  const parent = company.unitById.get(parentId);
  if (!unit || !parent) return notFound();
  const managesBoth = [unit.parentId ?? unit.id, parentId].every((id) => manages(company, actor, id));
  if (!managesBoth) return refuse("FORBIDDEN", "R1", "unit.managersOfBothParents");
  if (isBelowOrSame(company, parentId, unitId)) return badInput("parent", "unit.belowItself");
  return unit.archived || parent.archived ? refuse("CONFLICT", "R1", "unit.archived") : allow(unit);
}

/** What is left in a unit that is to be archived. */
export interface UnitRemains {
  readonly unfinishedIssues: number;
  /** From it, to it or on its way through it. */
  readonly pendingHandoffs: number;
}

/** R1, R3: archived, never deleted, and only when nothing is left to do in it. The root stays. */
export function canArchiveUnit(
  company: Company,
  actor: Actor,
  unitId: UnitId,
  remains: UnitRemains,
): Decision<Unit> {
  const unit = company.unitById.get(unitId);
  if (!unit) return notFound();
  if (!manages(company, actor, unitId)) return refuse("FORBIDDEN", "R3", "unit.managersOnly");
  if (unit.parentId === null) return refuse("CONFLICT", "R1", "unit.rootStays");
  if (unit.archived) return refuse("CONFLICT", "R1", "unit.archived");
  const children = (company.childrenOf.get(unitId) ?? []).filter((child) => !child.archived);
  if (children.length > 0) return refuse("CONFLICT", "R1", "unit.activeChildren", { count: children.length });
  // Whoever may ask manages the unit, and so sees all of its issues (R3): their number is no secret.
  const { unfinishedIssues, pendingHandoffs } = remains;
  if (unfinishedIssues > 0)
    return refuse("CONFLICT", "R1", "unit.unfinishedIssues", { count: unfinishedIssues });
  return pendingHandoffs > 0 ? refuse("CONFLICT", "R1", "unit.pendingHandoffs") : allow(unit);
}
