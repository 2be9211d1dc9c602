import type { Company, Unit } from "../org/company.js";
import { bossesOf } from "../org/heads.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import type { UnitId, UserId } from "../shared/ids.js";
import { CAN_HOLD, HAT_BITS, hatOfRole, hatsFrom, NO_HATS, ROLE_HATS, SEES_ALL, type Hats } from "./hats.js";

/** Who asks, with all their rights as of one version of the company. */
export interface Viewer {
  readonly userId: UserId;
  readonly isAdmin: boolean;
  /** MANAGER of the root, or acting for one today (section 1). */
  readonly isBoss: boolean;
  /** The bosses whom they act for today; events name both. */
  readonly deputyFor: readonly UserId[];
  /** What memberships give in each unit: R3 to R7. A unit that gives nothing is absent. */
  readonly unitHats: ReadonlyMap<UnitId, Hats>;
  /** What the viewer can be towards some record (R10): decides what can be filtered, sorted or grouped by. */
  readonly possibleHats: Hats;
}

/** The facts of an issue that hats hang on. */
export interface HatFacts {
  readonly unitId: UnitId;
  readonly assigneeId: UserId | null;
  readonly authorId: UserId;
  /** Whether the viewer once held it or acted on a step of its hand-off (R8). */
  readonly followed: boolean;
}

function addBelow(company: Company, unit: Unit, hats: Hats, into: Map<UnitId, Hats>): void {
  into.set(unit.id, (into.get(unit.id) ?? NO_HATS) | hats);
  for (const child of company.childrenOf.get(unit.id) ?? []) addBelow(company, child, hats, into);
}

function add(into: Map<UnitId, Hats>, unitId: UnitId, hats: Hats): void {
  into.set(unitId, (into.get(unitId) ?? NO_HATS) | hats);
}

/** R3: a MANAGER everywhere below. R4: a DEVELOPER of the direct parent, from a membership of their own. R7: an ANALYST below. */
function unitHatsOf(company: Company, userId: UserId, asBoss: boolean): Map<UnitId, Hats> {
  const hats = new Map<UnitId, Hats>();
  if (asBoss) addBelow(company, company.root, HAT_BITS.MANAGER, hats);
  for (const membership of company.membershipsOfUser.get(userId) ?? []) {
    const unit = company.unitById.get(membership.unitId);
    const role = company.roleById.get(membership.roleId);
    if (!unit || !role?.builtIn) continue;
    const hat = hatOfRole(role.base);
    if (role.base === "MANAGER" || role.base === "ANALYST") addBelow(company, unit, hat, hats);
    else add(hats, unit.id, hat);
    if (role.base === "MANAGER" && unit.parentId) add(hats, unit.parentId, HAT_BITS.DEVELOPER);
  }
  return hats;
}

/** R3 to R8. Null when there is no such active user: the floor of all rights is to be staff. */
export function viewerOf(company: Company, userId: UserId, today: CalendarDate): Viewer | null {
  const person = company.personById.get(userId);
  if (!person?.active) return null;
  const bosses = bossesOf(company);
  const deputyFor = company.deputies
    .filter((deputy) => deputy.userId === userId && deputy.from <= today && today <= deputy.to)
    .map((deputy) => deputy.bossId)
    .filter((bossId) => bosses.some((boss) => boss.id === bossId));
  const unitHats = unitHatsOf(company, userId, deputyFor.length > 0);
  let fromUnits = NO_HATS;
  for (const hats of unitHats.values()) fromUnits |= hats;
  const maybeHolder = (fromUnits & CAN_HOLD) === 0 ? NO_HATS : HAT_BITS.HOLDER;
  return {
    userId,
    isAdmin: person.admin,
    isBoss: deputyFor.length > 0 || bosses.some((boss) => boss.id === userId),
    deputyFor,
    unitHats,
    possibleHats: fromUnits | maybeHolder | hatsFrom(["AUTHOR", "FOLLOWER"]),
  };
}

export function hatsInUnit(viewer: Viewer, unitId: UnitId): Hats {
  return viewer.unitHats.get(unitId) ?? NO_HATS;
}

/**
 * R10, first half: what the viewer is towards an issue. A REPORTER's membership gives sight of nothing by itself (R6),
 * so their hat counts only on what they hold. NO_HATS: for them it does not exist.
 */
export function hatsOn(viewer: Viewer, issue: HatFacts): Hats {
  const fromUnit = hatsInUnit(viewer, issue.unitId);
  let hats = fromUnit & ROLE_HATS & SEES_ALL;
  const isAssignee = issue.assigneeId === viewer.userId;
  if (isAssignee && (fromUnit & CAN_HOLD) !== 0) hats |= HAT_BITS.HOLDER | (fromUnit & HAT_BITS.REPORTER);
  if (isAssignee || issue.followed) hats |= HAT_BITS.FOLLOWER;
  if (issue.authorId === viewer.userId) hats |= HAT_BITS.AUTHOR;
  return hats;
}

/** R10: without a hat towards it, a record answers as one that does not exist. */
export function canSee(hats: Hats): boolean {
  return hats !== NO_HATS;
}
