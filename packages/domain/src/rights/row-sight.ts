import type { Company } from "../org/company.js";
import type { UnitId } from "../shared/ids.js";
import { canRead, type FieldPolicy } from "./field-policy.js";
import { CAN_HOLD, HAT_BITS, ROLE_HATS, SEES_ALL, type Hats } from "./hats.js";
import { hatsInUnit, type Viewer } from "./viewer.js";

/**
 * Which rows a viewer sees, as SQL needs it. Beside the rows of these units, all see what is assigned to them, what they
 * wrote and what they once held or acted on (R6, R8).
 */
export interface RowSight {
  /** Every unit is among `units`, so that no predicate is needed. */
  readonly all: boolean;
  /** Units all of whose issues are seen (R3, R4, R5, R7). */
  readonly units: readonly UnitId[];
}

/** Hats that a unit gives towards each of its issues, whoever holds it: a REPORTER's count only on what they hold (R6). */
function hatsForAnyIssue(viewer: Viewer, unitId: UnitId): Hats {
  return hatsInUnit(viewer, unitId) & ROLE_HATS & SEES_ALL;
}

export function rowSight(company: Company, viewer: Viewer): RowSight {
  const units = [...viewer.unitHats.keys()].filter((unitId) => hatsForAnyIssue(viewer, unitId) !== 0);
  return { all: units.length === company.units.length, units };
}

/** R10: the units in which the field is read on every issue. For "ANYONE": those all of whose rows are seen. */
export function readableUnits(viewer: Viewer, policy: FieldPolicy): UnitId[] {
  return [...viewer.unitHats.keys()].filter((unitId) => {
    const hats = hatsForAnyIssue(viewer, unitId);
    return hats !== 0 && canRead(policy, hats);
  });
}

/** R10: the units in which being the assignee lets one read the field (HOLDER, and a REPORTER's own hat). */
export function readsAsHolder(viewer: Viewer, policy: FieldPolicy): UnitId[] {
  return [...viewer.unitHats].flatMap(([unitId, hats]) => {
    if ((hats & CAN_HOLD) === 0) return [];
    return canRead(policy, (hats & ROLE_HATS) | HAT_BITS.HOLDER) ? [unitId] : [];
  });
}

/** R10: whether having created an issue lets one read the field on it, in whatever unit it is (R8). */
export function readsAsAuthor(policy: FieldPolicy): boolean {
  return canRead(policy, HAT_BITS.AUTHOR);
}

/** R8: whether being or having been its assignee, in whatever unit, lets one read the field on it. */
export function readsAsFollower(policy: FieldPolicy): boolean {
  return canRead(policy, HAT_BITS.FOLLOWER);
}

/** R10: to filter, sort or group by a field that no possible hat of the viewer reads is FORBIDDEN. */
export function canAskBy(viewer: Viewer, policy: FieldPolicy): boolean {
  return canRead(policy, viewer.possibleHats);
}
