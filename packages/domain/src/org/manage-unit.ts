import { allow, badInput, notFound, refuse, type Decision } from "../shared/decision.js";
import type { UnitId } from "../shared/ids.js";
import { foldForSearch } from "../shared/text.js";
import type { Company, Unit, UnitKind } from "./company.js";
import { manages, type Actor } from "./heads.js";
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
