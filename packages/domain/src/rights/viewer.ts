import type { Company } from "../org/company.js";
import { bossesActedFor } from "../org/deputies.js";
import { bossesOf } from "../org/heads.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import type { UnitId, UserId } from "../shared/ids.js";
import { joinGrants, type Grants } from "./grants.js";
import {
  bitsOf,
  CAN_HOLD,
  COUNTS_HELD,
  HAT_BITS,
  hatsFrom,
  NO_HATS,
  SEES_ALL,
  withGrants,
  type HatBits,
  type Hats,
} from "./hats.js";
import { unitRightsOf, type UnitGrants } from "./unit-rights.js";

/** Who asks, with all their rights as of one version of the company. */
export interface Viewer {
  readonly userId: UserId;
  readonly isAdmin: boolean;
  /** MANAGER of the root, or acting for one today (section 1). */
  readonly isBoss: boolean;
  /** The bosses whom they act for today; events name both. */
  readonly deputyFor: readonly UserId[];
  /** What memberships give in each unit: R3 to R7, R9. A unit that gives nothing is absent. */
  readonly unitHats: ReadonlyMap<UnitId, HatBits>;
  /** R9: what custom roles open in each unit; null for whoever has none, so that they pay nothing for it. */
  readonly unitGrants: ReadonlyMap<UnitId, UnitGrants> | null;
  /** What the viewer can be towards some record (R10): decides what can be filtered, sorted or grouped by. */
  readonly possibleHats: Hats;
}

/** The facts of an issue that hats hang on. */
export interface HatFacts {
  readonly unitId: UnitId;
  readonly assigneeId: UserId | null;
  readonly authorId: UserId;
  /** Whether the viewer once held it, began its hand-off or acted on a step of one (R8, H5). */
  readonly followed: boolean;
  /** The unit of the current step of its pending hand-off; null: it is not in transit (H2, H3). */
  readonly stepUnitId: UnitId | null;
}

/** Whoever has the MANAGER hat somewhere may have to act on a step there (H2). */
export function maybeStepHead(fromUnits: HatBits): HatBits {
  return (fromUnits & HAT_BITS.MANAGER) === 0 ? NO_HATS : HAT_BITS.STEP_HEAD;
}

/** R3 to R8. Null when there is no such active user: the floor of all rights is to be staff. */
export function viewerOf(company: Company, userId: UserId, today: CalendarDate): Viewer | null {
  const person = company.personById.get(userId);
  if (!person?.active) return null;
  const bosses = bossesOf(company);
  const deputyFor = bossesActedFor(company, userId, today);
  const { unitHats, unitGrants } = unitRightsOf(company, userId, deputyFor.length > 0);
  return {
    userId,
    isAdmin: person.admin,
    isBoss: deputyFor.length > 0 || bosses.some((boss) => boss.id === userId),
    deputyFor,
    unitHats,
    unitGrants,
    possibleHats: possibleHatsOf(unitHats, unitGrants),
  };
}

/** R10: what memberships give, AUTHOR and FOLLOWER for anyone, HOLDER for any member who can be assigned. */
function possibleHatsOf(unitHats: Viewer["unitHats"], unitGrants: Viewer["unitGrants"]): Hats {
  let bits: HatBits = hatsFrom(["AUTHOR", "FOLLOWER"]);
  for (const hats of unitHats.values()) bits |= hats;
  if ((bits & CAN_HOLD) !== 0) bits |= HAT_BITS.HOLDER;
  bits |= maybeStepHead(bits);
  let grants: Grants | null = null;
  for (const { all } of unitGrants?.values() ?? []) grants = joinGrants(grants, all);
  return withGrants(bits, grants);
}

/** What memberships give in the unit itself, whatever they reach of its issues. */
export function hatsInUnit(viewer: Viewer, unitId: UnitId): Hats {
  return withGrants(viewer.unitHats.get(unitId) ?? NO_HATS, viewer.unitGrants?.get(unitId)?.all);
}

/** What memberships give on each issue of the unit, whoever holds it: R6 and R9 reach no further than what one holds. */
export function hatsOnAnyIssue(viewer: Viewer, unitId: UnitId): Hats {
  const bits = (viewer.unitHats.get(unitId) ?? NO_HATS) & SEES_ALL;
  return withGrants(bits, viewer.unitGrants?.get(unitId)?.everywhere);
}

/** What a viewer who can hold is towards what they hold in the unit, but for AUTHOR and FOLLOWER. */
export function hatsIfHeld(viewer: Viewer, unitId: UnitId): Hats {
  const inUnit = hatsInUnit(viewer, unitId);
  return withGrants(bitsOf(inUnit) | HAT_BITS.HOLDER, viewer.unitGrants?.get(unitId)?.all);
}

/**
 * R10, first half: what the viewer is towards an issue. A REPORTER's membership gives sight of nothing by itself (R6),
 * so their hat counts only on what they hold. NO_HATS: for them it does not exist.
 */
export function hatsOn(viewer: Viewer, issue: HatFacts): Hats {
  const fromUnit = viewer.unitHats.get(issue.unitId) ?? NO_HATS;
  let hats: HatBits = fromUnit & SEES_ALL;
  const isAssignee = issue.assigneeId === viewer.userId;
  const isHolder = isAssignee && (fromUnit & CAN_HOLD) !== 0;
  if (isHolder) hats |= HAT_BITS.HOLDER | (fromUnit & COUNTS_HELD);
  if (isAssignee || issue.followed) hats |= HAT_BITS.FOLLOWER;
  if (issue.authorId === viewer.userId) hats |= HAT_BITS.AUTHOR;
  if (issue.stepUnitId !== null) hats |= maybeStepHead(viewer.unitHats.get(issue.stepUnitId) ?? NO_HATS);
  if (viewer.unitGrants === null) return hats;
  const grants = viewer.unitGrants.get(issue.unitId);
  return withGrants(hats, isHolder ? grants?.all : grants?.everywhere);
}

/** R10: without a hat towards it, a record answers as one that does not exist. */
export function canSee(hats: Hats): boolean {
  return bitsOf(hats) !== NO_HATS;
}
