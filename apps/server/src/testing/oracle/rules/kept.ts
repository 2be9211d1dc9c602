import { stepUnitOf } from "./hats.js";
import { CONFLICT, type Reason } from "./reasons.js";
import { rowOf, type Issue, type World } from "./world.js";

/** L5, R1: what is archived, or lies in an archived unit, is kept as it is. */
export function keptReasons(world: World, issue: Issue): Reason[] {
  const isUnitArchived = rowOf(world.units, issue.unitId).archived;
  return [...(issue.archived ? [CONFLICT("L5")] : []), ...(isUnitArchived ? [CONFLICT("R1")] : [])];
}

/** H3: conditions, status and assignee are frozen while a hand-off is pending. */
export function frozenReasons(world: World, issue: Issue): Reason[] {
  return stepUnitOf(world, issue.id) === null ? [] : [CONFLICT("H3")];
}
