import type { Company } from "../org/company.js";
import type { UnitId } from "../shared/ids.js";
import { joinGrants, sharedGrants, type Grants } from "./grants.js";
import { bitsOf, CAN_HOLD, grantsOf, HAT_BITS, NO_HATS, SEES_ALL, withGrants, type Hats } from "./hats.js";
import { hatsInUnit, hatsOnAnyIssue, maybeStepHead, type Viewer } from "./viewer.js";

/** What is known of a viewer's hats on issues before any of them is read (R10). */
export interface RowHats {
  /** On every one of them at the least. */
  readonly common: Hats;
  /** On any of them at the most. */
  readonly possible: Hats;
}

function commonHats(viewer: Viewer, unitIds: readonly UnitId[]): Hats {
  const [first, ...rest] = unitIds;
  if (first === undefined) return NO_HATS;
  const start = hatsOnAnyIssue(viewer, first);
  let bits = bitsOf(start) & SEES_ALL;
  let grants = grantsOf(start);
  for (const unitId of rest) {
    const hats = hatsOnAnyIssue(viewer, unitId);
    bits &= bitsOf(hats);
    grants = sharedGrants(grants, grantsOf(hats));
  }
  return withGrants(bits, grants);
}

/** The hats on issues of any unit. */
export function hatsAnywhere(company: Company, viewer: Viewer): RowHats {
  const unitIds = company.units.map((unit) => unit.id);
  return { common: commonHats(viewer, unitIds), possible: viewer.possibleHats };
}

/** The hats on issues of these units alone. */
export function hatsWithin(viewer: Viewer, unitIds: readonly UnitId[]): RowHats {
  let bits = HAT_BITS.AUTHOR | HAT_BITS.FOLLOWER;
  let grants: Grants | null = null;
  for (const unitId of unitIds) {
    const hats = hatsInUnit(viewer, unitId);
    bits |= bitsOf(hats);
    grants = joinGrants(grants, grantsOf(hats));
  }
  if ((bits & CAN_HOLD) !== 0) bits |= HAT_BITS.HOLDER;
  // H2: a step may be the viewer's, whatever unit the issue is in.
  bits |= maybeStepHead(bitsOf(viewer.possibleHats));
  return { common: commonHats(viewer, unitIds), possible: withGrants(bits, grants) };
}
