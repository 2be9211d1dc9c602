import type { Company } from "../org/company.js";
import { may } from "../rights/actions.js";
import { CAN_HOLD, hasAny, type Hats } from "../rights/hats.js";
import { hatsInUnit, viewerOf } from "../rights/viewer.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import { allow, badInput, notFound, refuse, type Decision } from "../shared/decision.js";
import type { UnitId, UserId } from "../shared/ids.js";
import { frozenRefusal, isOpen, type IssueFacts } from "./issue-facts.js";

/** "Who can hold" (section 2): an active user with a MANAGER, DEVELOPER, REPORTER or custom hat in the issue's unit. */
export function canBeAssigned(
  company: Company,
  userId: UserId,
  unitId: UnitId,
  today: CalendarDate,
): boolean {
  const viewer = viewerOf(company, userId, today);
  return viewer !== null && hasAny(hatsInUnit(viewer, unitId), CAN_HOLD);
}

/** L3: the holder is named by the unit's MANAGER, whomever they name. */
export function mayAssign(facts: IssueFacts, hats: Hats): Decision {
  if (!may("assign", hats)) return refuse("FORBIDDEN", "L3", "issue.assignByManagerOnly");
  return frozenRefusal(facts) ?? allow();
}

/** L3, R5. @param assigneeId null: nobody */
export function canAssign(
  company: Company,
  facts: IssueFacts,
  hats: Hats,
  assigneeId: UserId | null,
  today: CalendarDate,
): Decision {
  if (assigneeId !== null && !company.personById.has(assigneeId)) return notFound();
  const may = mayAssign(facts, hats);
  if (!may.allowed || assigneeId === null) return may;
  return canBeAssigned(company, assigneeId, facts.unitId, today)
    ? may
    : badInput("assignee", "issue.cannotHold");
}

/** R5: a DEVELOPER or MANAGER takes an open issue that nobody holds; the second comes too late. */
export function canTake(facts: IssueFacts, hats: Hats): Decision {
  if (!may("take", hats)) return refuse("FORBIDDEN", "R5", "issue.takeNotAllowed");
  if (facts.assigneeId !== null) return refuse("CONFLICT", "R5", "issue.alreadyHeld");
  if (!isOpen(facts.status.category)) return refuse("CONFLICT", "R5", "issue.closedCannotBeTaken");
  return frozenRefusal(facts) ?? allow();
}
