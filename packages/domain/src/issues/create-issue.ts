import type { Company, Status, Unit } from "../org/company.js";
import { may } from "../rights/actions.js";
import { hasHat, type Hats } from "../rights/hats.js";
import { hatsInUnit, type Viewer } from "../rights/viewer.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import { allow, badInput, notFound, refuse, type Decision, type Refusal } from "../shared/decision.js";
import type { LabelId, StatusId, UnitId, UserId } from "../shared/ids.js";
import { canBeAssigned } from "./assign-issue.js";
import { datesInOrder } from "./edit-issue.js";
import { isDone } from "./issue-facts.js";
import { firstOf } from "./workflow.js";

/** What a rule needs to know of an issue that is to be made. Title and text are cleaned before; the parent is the caller's. */
export interface NewIssue {
  readonly unitId: UnitId;
  /** Null: the unit's first of category BACKLOG. */
  readonly statusId: StatusId | null;
  readonly assigneeId: UserId | null;
  readonly labelIds: readonly LabelId[];
  readonly startDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
}

/** I3: where an issue starts when nobody says where. */
export function startingStatus(company: Company, unitId: UnitId): Status | undefined {
  const statuses = company.statusesOfUnit.get(unitId) ?? [];
  return firstOf(statuses, "BACKLOG") ?? statuses[0];
}

/** R5: a DEVELOPER assigns nobody or themselves and starts nothing as done; a MANAGER anyone who can hold. L2 before both. */
function rightsRefusal(viewer: Viewer, hats: Hats, wanted: NewIssue, status: Status): Refusal | null {
  if (status.category === "CLOSED" && !viewer.isBoss) return refuse("LAW", "L2", "issue.onlyBossCloses");
  if (!may("createIssue", hats)) return refuse("FORBIDDEN", "R5", "issue.createNotAllowed");
  if (hasHat(hats, "MANAGER")) return null;
  if (isDone(status.category)) return refuse("FORBIDDEN", "R5", "issue.developerStatus");
  const assignsOther = wanted.assigneeId !== null && wanted.assigneeId !== viewer.userId;
  return assignsOther ? refuse("FORBIDDEN", "R5", "issue.assignsThemselvesOnly") : null;
}

function valuesRefusal(company: Company, unit: Unit, wanted: NewIssue, today: CalendarDate): Refusal | null {
  const known = new Set((company.labelsOfUnit.get(unit.id) ?? []).map((label) => label.id));
  if (wanted.labelIds.some((labelId) => !known.has(labelId))) return badInput("labels", "issue.unknownLabel");
  if (wanted.assigneeId !== null && !canBeAssigned(company, wanted.assigneeId, unit.id, today)) {
    return badInput("assignee", "issue.cannotHold");
  }
  return datesInOrder(wanted.startDate, wanted.dueDate);
}

/** R5, L2. @returns the status in which the issue starts */
export function canCreateIssue(
  company: Company,
  viewer: Viewer,
  wanted: NewIssue,
  today: CalendarDate,
): Decision<Status> {
  const unit = company.unitById.get(wanted.unitId);
  const status =
    wanted.statusId === null
      ? startingStatus(company, wanted.unitId)
      : company.statusById.get(wanted.statusId);
  const knowsAssignee = wanted.assigneeId === null || company.personById.has(wanted.assigneeId);
  if (!unit || !status || !knowsAssignee) return notFound();
  if (status.unitId !== unit.id) return badInput("status", "issue.statusOfOtherUnit");
  const refusal =
    rightsRefusal(viewer, hatsInUnit(viewer, unit.id), wanted, status) ??
    valuesRefusal(company, unit, wanted, today);
  if (refusal) return refusal;
  return unit.archived ? refuse("CONFLICT", "R1", "unit.archived") : allow(status);
}
