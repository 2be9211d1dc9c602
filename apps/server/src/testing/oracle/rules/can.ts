import {
  againstArchiving,
  againstClosing,
  againstEnding,
  againstReopening,
  againstReturning,
} from "./closing.js";
import type { Eyes } from "./eyes.js";
import { EDITABLE } from "./fields.js";
import { againstHandOff } from "./handoff.js";
import { frozenReasons, keptReasons } from "./kept.js";
import { againstRelating } from "./relations.js";
import { againstMove, categoryOf, mayComment, statusesOf } from "./workflow.js";
import type { Issue } from "./world.js";

/** What a viewer may do with an issue (R12): that against which nothing stands. */
export function canOf(eyes: Eyes, issue: Issue) {
  const { world } = eyes;
  const isFixed = [...keptReasons(world, issue), ...frozenReasons(world, issue)].length > 0;
  const isNothing = (against: readonly unknown[]) => against.length === 0;
  const isOpen = categoryOf(world, issue) !== "CLOSED";
  const mayTake = eyes.may(issue, "take") && issue.assigneeId === null && isOpen;
  return {
    edit: isFixed ? [] : EDITABLE.filter((field) => eyes.writes(issue, field)),
    moveTo: statusesOf(world, issue.unitId).filter(
      (status) => status.id !== issue.statusId && isNothing(againstMove(eyes, issue, status)),
    ),
    comment: mayComment(eyes, issue, false),
    assign: eyes.has(issue, "MANAGER") && !isFixed,
    take: mayTake && !isFixed,
    handOff: isNothing(againstHandOff(eyes, issue)),
    close: isNothing(againstClosing(eyes, issue)),
    reopen: isNothing(againstReopening(eyes, issue)),
    return: isNothing(againstReturning(eyes, issue)),
    cancel: isNothing(againstEnding(eyes, issue, "CANCELLED")),
    merge: isNothing(againstEnding(eyes, issue, "DUPLICATE")),
    archive: isNothing(againstArchiving(eyes, issue)),
    relate: isNothing(againstRelating(eyes, issue)),
  };
}
