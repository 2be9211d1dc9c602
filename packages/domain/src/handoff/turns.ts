import type { Company } from "../org/company.js";
import { viewerOf } from "../rights/viewer.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import type { UnitId, UserId } from "../shared/ids.js";
import { mayActFor } from "./act-on-step.js";

/** What happens when the turn goes on: steps that are accepted at once, in the initiator's name, and whose turn it is then. */
export interface Turn {
  /** How many of the steps ahead are accepted at once. */
  readonly accepted: number;
  /** Whether the hand-off is completed by it (H4). */
  readonly isOver: boolean;
}

/**
 * H1: when a step's turn comes and the initiator may act on it, it is ACCEPTED in their name. Asked of the rights of that
 * moment: an initiator who left acts on nothing.
 *
 * @param ahead the units of the steps that have not been answered, in order
 */
export function turnOf(
  company: Company,
  startedBy: UserId,
  ahead: readonly UnitId[],
  today: CalendarDate,
): Turn {
  const initiator = viewerOf(company, startedBy, today);
  const waits = ahead.findIndex((unitId) => !initiator || !mayActFor(initiator, unitId));
  return waits < 0 ? { accepted: ahead.length, isOver: true } : { accepted: waits, isOver: false };
}
