import type { UnitId } from "../shared/ids.js";
import type { Company, Unit } from "./company.js";

/** R1: the unit and all above it, nearest first, the root last; empty for an unknown unit. */
export function pathToRoot(company: Company, unitId: UnitId): Unit[] {
  const path: Unit[] = [];
  let unit = company.unitById.get(unitId);
  while (unit) {
    path.push(unit);
    unit = unit.parentId === null ? undefined : company.unitById.get(unit.parentId);
  }
  return path;
}

/** R1: a unit cannot go below itself (TRE-09). */
export function isBelowOrSame(company: Company, unitId: UnitId, ancestorId: UnitId): boolean {
  return pathToRoot(company, unitId).some((unit) => unit.id === ancestorId);
}

/** The unit and all below it, parents before children; empty for an unknown unit. */
export function unitsUnder(company: Company, unitId: UnitId): Unit[] {
  const unit = company.unitById.get(unitId);
  const found = unit ? [unit] : [];
  // The list grows while it is walked: breadth first, without recursion.
  for (const parent of found) found.push(...(company.childrenOf.get(parent.id) ?? []));
  return found;
}
