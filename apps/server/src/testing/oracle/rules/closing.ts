import type { Eyes } from "./eyes.js";
import { BAD, CONFLICT, FORBIDDEN, LAW, NOT_FOUND, type Reason } from "./reasons.js";
import { keptAs, makesCircle } from "./relations.js";
import { againstMove, categoryOf, isDone, statusesOf } from "./workflow.js";
import type { Category, Issue, Status, World } from "./world.js";

/** I3: the first of a category in the issue's own unit. */
export function firstStatus(world: World, unitId: string, category: Category): Status {
  const status = statusesOf(world, unitId).find((one) => one.category === category);
  if (!status) throw new Error(`I3: unit ${unitId} has no status of category ${category}`);
  return status;
}

/** All or nothing: what stands against one stands against all. */
export function againstEach(
  eyes: Eyes,
  ids: readonly string[],
  against: (eyes: Eyes, issue: Issue) => readonly Reason[],
): Reason[] {
  if (ids.length === 0) return [BAD];
  return ids.flatMap((id) => {
    const issue = eyes.issue(id);
    return issue ? against(eyes, issue) : [NOT_FOUND];
  });
}

/** L2. @param together closed in the same stroke: they do not stand in each other's way (I1) */
export function againstClosing(eyes: Eyes, issue: Issue, together: readonly string[] = []): Reason[] {
  const { world } = eyes;
  if (!eyes.isBoss) return [LAW("L2")];
  if (categoryOf(world, issue) === "CLOSED") return [CONFLICT("L2")];
  return againstMove(eyes, issue, firstStatus(world, issue.unitId, "CLOSED"), together);
}

/** L2: a returned or reopened issue goes to the first IN_PROGRESS status (I3). */
export function againstReopening(eyes: Eyes, issue: Issue): Reason[] {
  const { world } = eyes;
  if (!eyes.isBoss) return [LAW("L2")];
  if (categoryOf(world, issue) !== "CLOSED") return [CONFLICT("L2")];
  return againstMove(eyes, issue, firstStatus(world, issue.unitId, "IN_PROGRESS"));
}

/** I3: whoever could drag a resolved issue back may return it (decision 0013). */
export function againstReturning(eyes: Eyes, issue: Issue): Reason[] {
  const { world } = eyes;
  const to = firstStatus(world, issue.unitId, "IN_PROGRESS");
  // The present status is no move, and nothing stands against it.
  const against = issue.statusId === to.id ? [] : againstMove(eyes, issue, to);
  const isResolved = categoryOf(world, issue) === "RESOLVED";
  return isResolved ? against : [...against, CONFLICT("I3")];
}

/** L5: a MANAGER cancels or merges; of what is closed the boss's law comes first (L2). */
export function againstEnding(eyes: Eyes, issue: Issue, resolution: "CANCELLED" | "DUPLICATE"): Reason[] {
  const { world } = eyes;
  const category = categoryOf(world, issue);
  const against: Reason[] = [];
  if (category === "CLOSED" && !eyes.isBoss) against.push(LAW("L2"));
  if (!eyes.has(issue, "MANAGER")) against.push(FORBIDDEN("L5"));
  if (category === "CLOSED" || issue.resolution === resolution) against.push(CONFLICT("L5"));
  // What is resolved already stays where it is, and gets another ending.
  if (!isDone(category)) against.push(...againstMove(eyes, issue, endedStatus(world, issue)));
  return against;
}

export function endedStatus(world: World, issue: Issue): Status {
  const present = statusesOf(world, issue.unitId).find(({ id }) => id === issue.statusId);
  return present?.category === "RESOLVED" ? present : firstStatus(world, issue.unitId, "RESOLVED");
}

/** L5: merging adds DUPLICATES; two that are merged into each other would leave none. */
export function againstMerging(eyes: Eyes, fromId: string, intoId: string): Reason[] {
  const [from, into] = [eyes.issue(fromId), eyes.issue(intoId)];
  if (!from || !into) return [NOT_FOUND];
  const against = againstEnding(eyes, from, "DUPLICATE");
  const isCircle = makesCircle(eyes.world, keptAs(fromId, intoId, "DUPLICATES", null));
  if (fromId === intoId || isCircle) against.push(BAD);
  if (into.archived) against.push(CONFLICT("L5"));
  return against;
}

/** L5: a boss archives closed issues. */
export function againstArchiving(eyes: Eyes, issue: Issue): Reason[] {
  if (!eyes.isBoss) return [LAW("L5")];
  const isClosed = categoryOf(eyes.world, issue) === "CLOSED";
  return issue.archived || !isClosed ? [CONFLICT("L5")] : [];
}
