import type { Company } from "../org/company.js";
import type { UnitId } from "../shared/ids.js";
import { canRead, type FieldPolicy } from "./field-policy.js";
import { CAN_HOLD, HAT_BITS, NO_HATS } from "./hats.js";
import { hatsIfHeld, hatsOnAnyIssue, type Viewer } from "./viewer.js";

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

export function rowSight(company: Company, viewer: Viewer): RowSight {
  const units = [...viewer.unitHats.keys()].filter((unitId) => hatsOnAnyIssue(viewer, unitId) !== NO_HATS);
  return { all: units.length === company.units.length, units };
}

/** R10: the units in which the field is read on every issue. For "ANYONE": those all of whose rows are seen. */
export function readableUnits(viewer: Viewer, policy: FieldPolicy): UnitId[] {
  return [...viewer.unitHats.keys()].filter((unitId) => {
    const hats = hatsOnAnyIssue(viewer, unitId);
    return hats !== NO_HATS && canRead(policy, hats);
  });
}

/** R10: the units in which being the assignee lets one read the field (HOLDER, and the hats that count only there: R6, R9). */
export function readsAsHolder(viewer: Viewer, policy: FieldPolicy): UnitId[] {
  return [...viewer.unitHats].flatMap(([unitId, hats]) => {
    if ((hats & CAN_HOLD) === 0) return [];
    return canRead(policy, hatsIfHeld(viewer, unitId)) ? [unitId] : [];
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
