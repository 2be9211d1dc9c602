import type { Company } from "../org/company.js";
import { manages } from "../org/heads.js";
import type { UnitId } from "../shared/ids.js";
import { may } from "./actions.js";
import { hasAny, SEES_ALL } from "./hats.js";
import { hatsInUnit, type Viewer } from "./viewer.js";

/** What a viewer may do in a unit, to be shown before the attempt (R12). */
export interface UnitCan {
  readonly createIssue: boolean;
  readonly manage: boolean;
  readonly plan: boolean;
  readonly seeAll: boolean;
}

export function unitCan(company: Company, viewer: Viewer, unitId: UnitId): UnitCan {
  const unit = company.unitById.get(unitId);
  const hats = hatsInUnit(viewer, unitId);
  const isManager = manages(company, viewer, unitId);
  return {
    createIssue: unit?.archived === false && may("createIssue", hats),
    manage: isManager,
    plan: may("plan", hats) && unit?.archived === false,
    seeAll: hasAny(hats, SEES_ALL),
  };
}
