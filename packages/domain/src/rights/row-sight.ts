import type { Company } from "../org/company.js";
import type { UnitId } from "../shared/ids.js";
import { canRead, type FieldPolicy } from "./field-policy.js";
import { CAN_HOLD, HAT_BITS, NO_HATS } from "./hats.js";
import { hatsIfHeld, hatsOnAnyIssue, maybeStepHead, type Viewer } from "./viewer.js";

/**
 * Which rows a viewer sees, as SQL needs it. Beside the rows of these units, all see what is assigned to them, what they
 * wrote, what they once held or acted on (R6, R8), and what waits for them in a hand-off (H2).
 */
export interface RowSight {
  /** Every unit is among `units`, so that no predicate is needed. */
  readonly all: boolean;
  /** Units all of whose issues are seen (R3, R4, R5, R7). */
  readonly units: readonly UnitId[];
  /** Units for which the viewer acts while the turn is theirs in a hand-off (H2). */
  readonly stepUnits: readonly UnitId[];
}

export function rowSight(company: Company, viewer: Viewer): RowSight {
  const units = [...viewer.unitHats.keys()].filter((unitId) => hatsOnAnyIssue(viewer, unitId) !== NO_HATS);
  return { all: units.length === company.units.length, units, stepUnits: stepUnits(viewer) };
}

/** H2: whoever has the MANAGER hat in the unit of the current step may act on it. */
function stepUnits(viewer: Viewer): UnitId[] {
  return [...viewer.unitHats].flatMap(([unitId, hats]) => (maybeStepHead(hats) === 0 ? [] : [unitId]));
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

/** R10: whether it lets one read the field on an issue that one may act on the current step of its hand-off (H2). */
export function readsAsStepHead(policy: FieldPolicy): boolean {
  return canRead(policy, HAT_BITS.STEP_HEAD);
}

/** R8: whether being or having been its assignee, in whatever unit, lets one read the field on it. */
export function readsAsFollower(policy: FieldPolicy): boolean {
  return canRead(policy, HAT_BITS.FOLLOWER);
}

/** R10: to filter, sort or group by a field that no possible hat of the viewer reads is FORBIDDEN. */
export function canAskBy(viewer: Viewer, policy: FieldPolicy): boolean {
  return canRead(policy, viewer.possibleHats);
}
