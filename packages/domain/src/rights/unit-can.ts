import type { Company } from "../org/company.js";
import { manages } from "../org/heads.js";
import type { UnitId } from "../shared/ids.js";
import { hatsFrom, SEES_ALL } from "./hats.js";
import { hatsInUnit, type Viewer } from "./viewer.js";

/** R5: who creates issues; a REPORTER only reports (R6), an ANALYST only reads (R7). */
export const CREATES_ISSUES = hatsFrom(["MANAGER", "DEVELOPER"]);

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
    createIssue: unit?.archived === false && (hats & CREATES_ISSUES) !== 0,
    manage: isManager,
    plan: isManager && unit?.archived === false,
    seeAll: (hats & SEES_ALL) !== 0,
  };
}
