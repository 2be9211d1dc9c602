import type { Company } from "../org/company.js";
import { headsOf, managersOf } from "../org/heads.js";
import { pathToRoot } from "../org/tree.js";
import { dayIn } from "../shared/calendar-date.js";
import type { UnitId, UserId } from "../shared/ids.js";

const DAY_MS = 86_400_000;
/** H6: working days that a step may wait where the unit says nothing. */
export const DEFAULT_LIMIT_DAYS = 2;

function isWorkingDay(timeZone: string, instant: Date): boolean {
  const day = new Date(`${dayIn(timeZone, instant)}T00:00:00Z`).getUTCDay();
  return day !== 0 && day !== 6;
}

/** So many working days later, at the same time of day; Saturday and Sunday of the company do not count. */
export function workingDaysLater(timeZone: string, from: Date, days: number): Date {
  let at = from.getTime();
  for (let left = days; left > 0;) {
    at += DAY_MS;
    if (isWorkingDay(timeZone, new Date(at))) left--;
  }
  return new Date(at);
}

/** A step whose turn it is. */
export interface WaitingStep {
  readonly unitId: UnitId;
  readonly turnAt: Date;
  readonly isReminded: boolean;
  readonly isEscalated: boolean;
}

/** Whom a reminder is for: the heads of the step's unit, or the head above them. */
export type Reminder = "HEADS" | "ABOVE";

/** H6: after the unit's limit its heads are reminded, and after as long again the head above is told; once each, in this order. */
export function dueReminder(company: Company, step: WaitingStep, now: Date): Reminder | null {
  if (step.isEscalated) return null;
  const limit = company.unitById.get(step.unitId)?.stepLimitDays ?? DEFAULT_LIMIT_DAYS;
  const days = step.isReminded ? 2 * limit : limit;
  if (now < workingDaysLater(company.timeZone, step.turnAt, days)) return null;
  return step.isReminded ? "ABOVE" : "HEADS";
}

/** H6: the managers of the nearest unit above that from which the heads are; nobody above the root's. */
export function headsAbove(company: Company, unitId: UnitId): UserId[] {
  const heads = new Set(headsOf(company, unitId).map((head) => head.id));
  const path = pathToRoot(company, unitId);
  const at = path.findIndex((unit) => managersOf(company, unit.id).length > 0);
  for (const unit of path.slice(at + 1)) {
    const others = managersOf(company, unit.id).filter((head) => !heads.has(head.id));
    if (others.length > 0) return others.map((head) => head.id);
  }
  return [];
}

export function remindedPersons(company: Company, unitId: UnitId, reminder: Reminder): UserId[] {
  return reminder === "HEADS" ? headsOf(company, unitId).map((head) => head.id) : headsAbove(company, unitId);
}
