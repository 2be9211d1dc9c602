import { allow, refuse, type Decision, type Refusal } from "../shared/decision.js";
import type { UserId } from "../shared/ids.js";
import { builtOn, closingOf, type BuildingOn } from "./built-on.js";
import type { LoggedEvent } from "./logged-event.js";
import { UNDO_OBSTACLES, UNDO_WAY, type UndoObstacle, type UndoWay } from "./undo-ways.js";

/** Who undoes, as far as kinds of events ask. */
export interface Undoer {
  readonly userId: UserId;
  readonly isBoss: boolean;
}

function isObstacle(way: UndoWay): way is UndoObstacle {
  return (UNDO_OBSTACLES as readonly string[]).includes(way);
}

/** A step that was accepted in the initiator's name is withdrawn along with the hand-off that they began. */
function wayIn(operation: readonly LoggedEvent[], { kind, entityId }: LoggedEvent): UndoWay {
  const began = (one: LoggedEvent) => one.kind === "HANDOFF_STARTED" && one.entityId === entityId;
  return kind === "HANDOFF_STEP_ACCEPTED" && operation.some(began) ? "BESIDE" : UNDO_WAY[kind];
}

/** I6: of an action, what is to be taken back, newest first: as it was done, from its end. */
export function toTakeBack(operation: readonly LoggedEvent[]): LoggedEvent[] {
  const ways = operation.map((event) => [event, wayIn(operation, event)] as const);
  const back = ways.flatMap(([event, way]) => (way === "BACK" || way === "WITHDRAWN" ? [event] : []));
  return back.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
}

/** L2, L5: closing, reopening and archiving are undone by a boss alone. */
function lawRefusal({ isBoss }: Undoer, event: LoggedEvent): Refusal | null {
  if (isBoss || UNDO_WAY[event.kind] !== "BACK") return null;
  if (event.changes.some(({ field }) => field === "archived")) {
    return refuse("LAW", "L5", "issue.onlyBossArchives");
  }
  const closing = closingOf(event);
  if (closing === null) return null;
  return refuse("LAW", "L2", closing === "CLOSED" ? "issue.onlyBossReopens" : "issue.onlyBossCloses");
}

/** I6: LAW, then FORBIDDEN, of an event that the undoer reads: what others did at the same time is not looked at. */
export function isTheirs(undoer: Undoer, event: LoggedEvent): Decision {
  const law = lawRefusal(undoer, event);
  if (law) return law;
  return event.actorId === undoer.userId ? allow() : refuse("FORBIDDEN", "I6", "undo.notYours");
}

/**
 * I6: whether an action of theirs is of a kind that can be undone, whole or not at all. The rights that its changes need, and
 * what has been built on it, are asked beside.
 *
 * @returns what is to be taken back, newest first
 */
export function canUndo(undoer: Undoer, operation: readonly LoggedEvent[]): Decision<LoggedEvent[]> {
  for (const event of operation) {
    const theirs = isTheirs(undoer, event);
    if (!theirs.allowed) return theirs;
  }
  // What a hand-off did to the issue says more than that it was begun.
  const obstacles = operation.map((event) => wayIn(operation, event)).filter(isObstacle);
  const obstacle = obstacles.find((one) => one === "undo.handedOff") ?? obstacles[0];
  if (obstacle !== undefined) return refuse("CONFLICT", "I6", obstacle);
  const back = toTakeBack(operation);
  return back.length > 0 ? allow(back) : refuse("CONFLICT", "I6", "undo.saidStays");
}

const BUILT_ON = {
  SAME_FIELD: "undo.changedSince",
  CLOSED: "undo.closedSince",
  HANDED_OFF: "undo.handedOffSince",
  UNDONE: "undo.alreadyUndone",
} as const satisfies Record<BuildingOn, string>;

/** I6: it says plainly when it cannot. */
export function builtOnRefusal(how: BuildingOn): Refusal {
  return refuse("CONFLICT", "I6", BUILT_ON[how]);
}

/**
 * I6: whether who asks made the whole action, its kinds let it be undone, and nothing later builds on any of it. Whether they
 * still have the rights is not asked.
 *
 * @param historyOf the events of an issue, at least all since the action
 */
export function isUndoable(
  undoer: Undoer,
  operation: readonly LoggedEvent[],
  historyOf: (issueId: string) => readonly LoggedEvent[],
): boolean {
  const may = canUndo(undoer, operation);
  if (!may.allowed) return false;
  return may.value.every((event) => {
    return event.issueId !== null && builtOn(event, historyOf(event.issueId)) === null;
  });
}
