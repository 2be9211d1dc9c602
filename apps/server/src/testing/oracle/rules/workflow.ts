import type { Eyes } from "./eyes.js";
import { EDITABLE } from "./fields.js";
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

export interface Reason {
  readonly code: "NOT_FOUND" | "LAW" | "FORBIDDEN" | "CONFLICT" | "BAD_USER_INPUT";
  readonly rule?: string;
}

/** I3, L2, I1, L5, R1: all that stands against another status of the same unit. */
export function againstMove(eyes: Eyes, issue: Issue, to: Status): Reason[] {
  const { world } = eyes;
  const from = categoryOf(world, issue);
  const against: Reason[] = [];
  if ((from === "CLOSED") !== (to.category === "CLOSED") && !eyes.isBoss)
    against.push({ code: "LAW", rule: "L2" });
  if (!mayMove(eyes, issue, from, to.category)) against.push({ code: "FORBIDDEN" });
  if (issue.archived) against.push({ code: "CONFLICT", rule: "L5" });
  if (rowOf(world.units, issue.unitId).archived && !isDone(to.category))
    against.push({ code: "CONFLICT", rule: "R1" });
  const enters = isDone(to.category) && from !== to.category;
  if (enters && unfinishedChildren(world, issue).length > 0) against.push({ code: "CONFLICT", rule: "I1" });
  return against;
}

function mayMove(eyes: Eyes, issue: Issue, from: Category, to: Category): boolean {
  if (eyes.isBoss) return true;
  if (from === "CLOSED" || to === "CLOSED") return false;
  if (eyes.has(issue, "MANAGER", "DEVELOPER")) return true;
  return eyes.has(issue, "REPORTER") && (to === "IN_PROGRESS" || to === "RESOLVED");
}

export function statusesOf(world: World, unitId: string): Status[] {
  return world.statuses.filter((status) => status.unitId === unitId).sort((a, b) => a.position - b.position);
}

/** L5, R1: what is archived, or lies in an archived unit, is kept as it is. */
export function isKept(world: World, issue: Issue): boolean {
  return issue.archived || rowOf(world.units, issue.unitId).archived;
}

export function mayComment(eyes: Eyes, issue: Issue, internal: boolean): boolean {
  if (internal) return eyes.has(issue, "MANAGER");
  return eyes.has(issue, "MANAGER", "DEVELOPER", "HOLDER", "AUTHOR");
}

/** What a viewer may do with an issue (R12). */
export function canOf(eyes: Eyes, issue: Issue) {
  const { world } = eyes;
  const moveTo = statusesOf(world, issue.unitId).filter(
    (status) => status.id !== issue.statusId && againstMove(eyes, issue, status).length === 0,
  );
  const category = categoryOf(world, issue);
  const mayWrite = eyes.has(issue, "MANAGER") && !isKept(world, issue);
  const mayTake = eyes.has(issue, "MANAGER", "DEVELOPER") && !isKept(world, issue);
  return {
    edit: mayWrite ? [...EDITABLE] : [],
    moveTo,
    comment: mayComment(eyes, issue, false),
    assign: mayWrite,
    take: mayTake && issue.assigneeId === null && category !== "CLOSED",
    close: category !== "CLOSED" && moveTo.some((status) => status.category === "CLOSED"),
    reopen: category === "CLOSED" && moveTo.some((status) => status.category === "IN_PROGRESS"),
  };
}
