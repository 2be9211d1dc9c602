import type { Status, StatusCategory } from "../org/company.js";
import type { HatFacts } from "../rights/viewer.js";
import { refuse, type Refusal } from "../shared/decision.js";
import type { IssueId } from "../shared/ids.js";

/** As much of a status as rules need, so that a client need not load the rest. */
export type StatusFacts = Pick<Status, "id" | "unitId" | "category">;

/** What rules ask of an issue, as locked by the caller. */
export interface IssueFacts extends HatFacts {
  readonly id: IssueId;
  readonly status: StatusFacts;
  readonly archived: boolean;
  readonly unitArchived: boolean;
  /** H3: a hand-off of it is pending. */
  readonly inTransit: boolean;
  /** Direct sub-issues in BACKLOG, TODO or IN_PROGRESS, seen by the viewer or not (I1). */
  readonly unfinishedSubIssues: number;
  /** How many of them the viewer sees; left out where nobody counted. Only a whole number seen is told. */
  readonly seenUnfinishedSubIssues?: number;
  readonly revision: number;
}

/** Section 1: open is not CLOSED. */
export function isOpen(category: StatusCategory): boolean {
  return category !== "CLOSED";
}

/** Section 1: done is RESOLVED or CLOSED; unfinished is the rest. */
export function isDone(category: StatusCategory): boolean {
  return category === "RESOLVED" || category === "CLOSED";
}

/** H3: while a hand-off is pending, conditions, status, assignee and sprint are frozen; comments, time and rank go on. */
export function transitRefusal(facts: Pick<IssueFacts, "inTransit">): Refusal | null {
  return facts.inTransit ? refuse("CONFLICT", "H3", "issue.inTransit") : null;
}

/** H3, L5, R1: whatever keeps conditions and assignee as they are. */
export function frozenRefusal(facts: IssueFacts): Refusal | null {
  return transitRefusal(facts) ?? archivedRefusal(facts);
}

/** L5, R1: what is archived, or lies in an archived unit, is kept as it is. */
export function archivedRefusal(facts: IssueFacts): Refusal | null {
  if (facts.archived) return refuse("CONFLICT", "L5", "issue.archived");
  return facts.unitArchived ? refuse("CONFLICT", "R1", "unit.archived") : null;
}
