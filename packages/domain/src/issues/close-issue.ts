import type { Status } from "../org/company.js";
import { hasHat, type Hats } from "../rights/hats.js";
import { allow, refuse, type Decision, type Refusal } from "../shared/decision.js";
import { isOpen, type IssueFacts } from "./issue-facts.js";
import type { Resolution } from "./issue-kinds.js";
import { canMoveTo, firstOf } from "./workflow.js";

/**
 * L2, L5: how work ends and comes back, beside the moves on a board. Each rule answers with the status that the issue gets:
 * the first of its category in the issue's own unit (I3).
 */

const NO_STATUS = refuse("CONFLICT", "I3", "issue.noSuchStatus");

/** L2: whoever else, and whatever state the issue is in: closing and reopening are the boss's. */
function lawOfBoss(
  isBoss: boolean,
  message: "issue.onlyBossCloses" | "issue.onlyBossReopens",
): Refusal | null {
  return isBoss ? null : refuse("LAW", "L2", message);
}

/** L2, I1. A second closing comes too late. */
export function canClose(
  facts: IssueFacts,
  hats: Hats,
  isBoss: boolean,
  statuses: readonly Status[],
): Decision<Status> {
  const law = lawOfBoss(isBoss, "issue.onlyBossCloses");
  if (law) return law;
  if (!isOpen(facts.status.category)) return refuse("CONFLICT", "L2", "issue.alreadyClosed");
  return movedTo(facts, hats, isBoss, firstOf(statuses, "CLOSED"));
}

/** L2: back into work. */
export function canReopen(
  facts: IssueFacts,
  hats: Hats,
  isBoss: boolean,
  statuses: readonly Status[],
): Decision<Status> {
  const law = lawOfBoss(isBoss, "issue.onlyBossReopens");
  if (law) return law;
  if (isOpen(facts.status.category)) return refuse("CONFLICT", "L2", "issue.notClosed");
  return movedTo(facts, hats, isBoss, firstOf(statuses, "IN_PROGRESS"));
}

/**
 * I3: a resolved issue goes back into work. No law keeps it to the boss: whom the workflow lets take it there by a drag may
 * return it too. To bring back a closed one is to reopen it (L2).
 */
export function canReturn(
  facts: IssueFacts,
  hats: Hats,
  isBoss: boolean,
  statuses: readonly Status[],
): Decision<Status> {
  const moved = movedTo(facts, hats, isBoss, firstOf(statuses, "IN_PROGRESS"));
  const isResolved = facts.status.category === "RESOLVED";
  if (!isResolved && (moved.allowed || moved.code === "CONFLICT")) {
    return refuse("CONFLICT", "I3", "issue.notResolved");
  }
  return moved;
}

function movedTo(
  facts: IssueFacts,
  hats: Hats,
  isBoss: boolean,
  target: Status | undefined,
): Decision<Status> {
  if (!target) return NO_STATUS;
  const moved = canMoveTo(facts, hats, isBoss, target);
  return moved.allowed ? allow(target) : moved;
}

/** An ending that a MANAGER gives (L5). */
export type GivenEnding = Extract<Resolution, "CANCELLED" | "DUPLICATE">;

const ALREADY = {
  CANCELLED: "issue.alreadyCancelled",
  DUPLICATE: "issue.alreadyMerged",
} as const;

/**
 * L5, I1: the unit's MANAGER cancels, or merges into another issue: it becomes RESOLVED, and closing stays with the boss. What
 * is resolved already can get another ending; what is closed must be reopened first, which is a boss's (L2).
 */
export function canEndAs(
  ending: GivenEnding,
  facts: IssueFacts & { readonly resolution: Resolution | null },
  hats: Hats,
  isBoss: boolean,
  statuses: readonly Status[],
): Decision<Status> {
  const { category } = facts.status;
  if (!isOpen(category) && !isBoss) return refuse("LAW", "L2", "issue.onlyBossReopens");
  if (!hasHat(hats, "MANAGER")) return refuse("FORBIDDEN", "L5", "issue.endedByManagerOnly");
  if (!isOpen(category))
    return refuse("CONFLICT", "L5", facts.archived ? "issue.archived" : "issue.closedStays");
  if (facts.resolution === ending) return refuse("CONFLICT", "L5", ALREADY[ending]);
  const target = category === "RESOLVED" ? statuses.find(({ id }) => id === facts.status.id) : undefined;
  return movedTo(facts, hats, isBoss, target ?? firstOf(statuses, "RESOLVED"));
}

/** L5: a boss archives closed issues; in an archived unit too. */
export function canArchive(facts: IssueFacts, isBoss: boolean): Decision {
  if (!isBoss) return refuse("LAW", "L5", "issue.onlyBossArchives");
  if (facts.archived) return refuse("CONFLICT", "L5", "issue.archived");
  return isOpen(facts.status.category) ? refuse("CONFLICT", "L5", "issue.archivesClosedOnly") : allow();
}
