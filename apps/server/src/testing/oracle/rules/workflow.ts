import type { Eyes } from "./eyes.js";
import { frozenReasons } from "./kept.js";
import { CONFLICT, FORBIDDEN, LAW, type Reason } from "./reasons.js";
import { rowOf, type Category, type Issue, type Status, type World } from "./world.js";

export function categoryOf(world: World, issue: Issue): Category {
  return rowOf(world.statuses, issue.statusId).category;
}

export function isDone(category: Category): boolean {
  return category === "RESOLVED" || category === "CLOSED";
}

/** I1: sub-issues that are unfinished, whoever sees them. */
function unfinishedChildren(world: World, issue: Issue): Issue[] {
  return world.issues.filter((child) => child.parentId === issue.id && !isDone(categoryOf(world, child)));
}

/**
 * I3, L2, I1, H3, L5, R1: all that stands against another status of the same unit.
 *
 * @param together issues that go the same way in the same stroke
 */
export function againstMove(
  eyes: Eyes,
  issue: Issue,
  to: Status,
  together: readonly string[] = [],
): Reason[] {
  const { world } = eyes;
  const from = categoryOf(world, issue);
  const against: Reason[] = [];
  if ((from === "CLOSED") !== (to.category === "CLOSED") && !eyes.isBoss) against.push(LAW("L2"));
  if (!mayMove(eyes, issue, from, to.category)) against.push(FORBIDDEN());
  against.push(...frozenReasons(world, issue));
  if (issue.archived) against.push(CONFLICT("L5"));
  if (rowOf(world.units, issue.unitId).archived && !isDone(to.category)) against.push(CONFLICT("R1"));
  const enters = isDone(to.category) && from !== to.category;
  const inTheWay = unfinishedChildren(world, issue).filter(({ id }) => !together.includes(id));
  if (enters && inTheWay.length > 0) against.push(CONFLICT("I1"));
  return against;
}

/** I3, R6, R9: the actions of a custom role are those of the same names in the table of actions. */
function mayMove(eyes: Eyes, issue: Issue, from: Category, to: Category): boolean {
  if (eyes.isBoss) return true;
  if (from === "CLOSED" || to === "CLOSED") return false;
  if (to === "RESOLVED") return eyes.may(issue, "resolve");
  return eyes.may(issue, "move") || (to === "IN_PROGRESS" && eyes.may(issue, "start"));
}

export function statusesOf(world: World, unitId: string): Status[] {
  return world.statuses.filter((status) => status.unitId === unitId).sort((a, b) => a.position - b.position);
}

export function mayComment(eyes: Eyes, issue: Issue, internal: boolean): boolean {
  return eyes.may(issue, internal ? "commentInternally" : "comment");
}
