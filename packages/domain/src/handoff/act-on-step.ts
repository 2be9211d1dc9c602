import { canBeAssigned } from "../issues/assign-issue.js";
import type { Company } from "../org/company.js";
import { hasHat } from "../rights/hats.js";
import { hatsInUnit, type Viewer } from "../rights/viewer.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import { allow, badInput, notFound, refuse, type Decision } from "../shared/decision.js";
import type { UnitId, UserId } from "../shared/ids.js";
import type { HandoffFacts, StepFacts } from "./handoff.js";

/** H2: whoever has the MANAGER hat in the step's unit (R3), head of it by name or not. */
export function mayActFor(viewer: Viewer, unitId: UnitId): boolean {
  return hasHat(hatsInUnit(viewer, unitId), "MANAGER");
}

/** H2: acts on the step whose turn it is; the first answer wins, and the second is told that it came too late. */
export function canActOnStep(viewer: Viewer, handoff: HandoffFacts, step: StepFacts): Decision {
  if (!mayActFor(viewer, step.unitId)) return refuse("FORBIDDEN", "H2", "handoff.headsOnly");
  if (step.state !== "PENDING") return refuse("CONFLICT", "H2", "handoff.alreadyAnswered");
  if (handoff.state !== "PENDING") return refuse("CONFLICT", "H2", "handoff.ended");
  return step.current ? allow() : refuse("CONFLICT", "H2", "handoff.notItsTurn");
}

/** H4: whom the accepting head of the last step names. */
export interface Executor {
  readonly assigneeId: UserId;
  readonly isLastStep: boolean;
  readonly toUnitId: UnitId;
}

/** H4: in the same stroke the accepting head can name who is to do it: somebody who can hold in the target. */
export function canNameExecutor(company: Company, executor: Executor, today: CalendarDate): Decision {
  const { assigneeId, isLastStep, toUnitId } = executor;
  if (!company.personById.has(assigneeId)) return notFound();
  if (!isLastStep) return badInput("assignee", "handoff.executorAtLastStep");
  return canBeAssigned(company, assigneeId, toUnitId, today)
    ? allow()
    : badInput("assignee", "issue.cannotHold");
}

/** H2: the initiator, or whoever has the MANAGER hat where the issue is, while it is pending. */
export function canWithdraw(viewer: Viewer, handoff: HandoffFacts): Decision {
  const isTheirs = handoff.startedBy === viewer.userId || mayActFor(viewer, handoff.fromUnitId);
  if (!isTheirs) return refuse("FORBIDDEN", "H2", "handoff.initiatorOnly");
  return handoff.state === "PENDING" ? allow() : refuse("CONFLICT", "H2", "handoff.ended");
}
