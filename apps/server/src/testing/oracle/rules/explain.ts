import { canOf } from "./can.js";
import { Eyes } from "./eyes.js";
import { ACTIONS, KEPT_ACTIONS, reads } from "./fields.js";
import { customRole } from "./hats.js";
import { frozenReasons, keptReasons } from "./kept.js";
import { againstMove, categoryOf, mayComment, statusesOf } from "./workflow.js";
import { rowOf, type Category, type Issue, type World } from "./world.js";

/** R12, "view as": by what may be attempted and what would come of it. */
export interface Explanation {
  readonly hats: readonly string[];
  /** Which of these fields are read, and which written. */
  readonly reads: Readonly<Record<string, boolean>>;
  readonly writes: Readonly<Record<string, boolean>>;
  readonly actions: Readonly<Record<string, boolean>>;
}

/** A custom role's hat has one of two names, by its reach. */
function hatNames(world: World, hats: ReadonlySet<string>): string[] {
  const names = [...hats].map((hat) => {
    const role = customRole(world, hat as never);
    if (!role) return hat;
    return role.reach === "ASSIGNED" ? "CUSTOM_HELD" : "CUSTOM";
  });
  return [...new Set(names)].sort();
}

function canReach(eyes: Eyes, issue: Issue, ...categories: readonly Category[]): boolean {
  return statusesOf(eyes.world, issue.unitId).some(
    (status) =>
      status.id !== issue.statusId &&
      categories.includes(status.category) &&
      againstMove(eyes, issue, status).length === 0,
  );
}

/** R12, explained for a person who is active. */
export function explained(
  world: World,
  userId: string,
  issue: Issue,
  fields: readonly string[],
): Explanation {
  const eyes = new Eyes(world, userId);
  const can = canOf(eyes, issue);
  const isFixed = [...keptReasons(world, issue), ...frozenReasons(world, issue)].length > 0;
  const isUnitKept = rowOf(world.units, issue.unitId).archived;
  const isClosed = categoryOf(world, issue) === "CLOSED";
  const sees = eyes.sees(issue);
  const ofIssue: Readonly<Record<string, boolean>> = {
    comment: mayComment(eyes, issue, false),
    commentInternally: mayComment(eyes, issue, true),
    move: canReach(eyes, issue, "BACKLOG", "TODO"),
    start: canReach(eyes, issue, "IN_PROGRESS"),
    // What is resolved has no other such status: nothing stands against it.
    resolve:
      canReach(eyes, issue, "RESOLVED") ||
      (categoryOf(world, issue) === "RESOLVED" && eyes.may(issue, "resolve") && !isFixed),
    take: can.take,
    handOff: can.handOff,
    assign: can.assign,
    cancel: can.cancel,
    merge: can.merge,
    close: can.close,
    reopen: isClosed && can.reopen,
  };
  // What is done in the unit hangs on no issue.
  const ofUnit: Readonly<Record<string, boolean>> = {
    createIssue: eyes.mayInUnit(issue.unitId, "createIssue") && !isUnitKept,
    manageUnit: eyes.manages(issue.unitId),
    plan: eyes.manages(issue.unitId) && !isUnitKept,
  };
  const acts = Object.entries(ofIssue).map(([action, allowed]) => [action, sees && allowed] as const);
  const written = (field: string): boolean => {
    if (field === "rank") return eyes.writes(issue, "rank") && !issue.archived;
    if (field === "assignee") return can.assign;
    if (field === "relations") return can.relate;
    if (field === "internalComments") return mayComment(eyes, issue, true);
    return (can.edit as readonly string[]).includes(field);
  };
  return {
    hats: hatNames(world, eyes.hats(issue)),
    reads: Object.fromEntries(fields.map((field) => [field, sees && reads(world, eyes.hats(issue), field)])),
    writes: Object.fromEntries(fields.map((field) => [field, sees && written(field)])),
    actions: Object.fromEntries([...acts, ...Object.entries(ofUnit)]),
  };
}

/** What this page says of an action; others are of features that come later. */
export const EXPLAINED_ACTIONS = [...Object.keys(ACTIONS), ...Object.keys(KEPT_ACTIONS)].filter(
  (action) => !["file", "logTime"].includes(action),
);
