import type { Refusal } from "@stafeta/domain/shared/decision";
import { canUndo, isTheirs, toTakeBack } from "@stafeta/domain/undo/can-undo";
import type { LoggedEvent } from "@stafeta/domain/undo/logged-event";
import type { ViewerChange } from "../../access/change.js";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound, refusedBy } from "../../platform/graphql/refused.js";
import { idOrNotFound } from "../handoff/locked-step.js";
import { refuseAll, type RefusedOne } from "../issues/closing/all-or-nothing.js";
import { lockWhetherSeen } from "../issues/locked-issue.js";
import { operationEvents, readableEvent } from "./undo.queries.js";
import { asConflict, NOTHING_LEFT, requireNothingBuilt } from "./undo-refusals.js";
import { turnRelations } from "./undo-relations.js";
import { lockScene, requireIn, type UndoScene } from "./undo-scene.js";
import { issueIdOf, mayTakeBack, takeBack, type UndoStep } from "./undo-step.js";

/** Why each of them may not be taken back, as things stand. */
function refusedOf(tx: ViewerChange, scene: UndoScene, back: readonly LoggedEvent[]): RefusedOne[] {
  return back.flatMap((event) => {
    const id = issueIdOf(event);
    const decision = mayTakeBack(tx, scene, { event, issue: requireIn(scene.issues, id) });
    return decision.allowed ? [] : [{ id, refusal: decision }];
  });
}

/** I1: a parent may end again once its sub-issues have, in the same stroke. */
function mayGoLater({ rule }: Refusal): boolean {
  return rule === "I1";
}

/** I6: rights first, then what was built on it, then the state of each record. @throws RefusedError */
async function requireUndoable(
  tx: ViewerChange,
  scene: UndoScene,
  back: readonly LoggedEvent[],
): Promise<void> {
  const refused = refusedOf(tx, scene, back);
  const unrightful = refused.filter(({ refusal }) => refusal.code !== "CONFLICT");
  if (unrightful.length > 0) throw refuseAll(unrightful);
  await requireNothingBuilt(tx, back);
  const stuck = refused.filter(({ refusal }) => !mayGoLater(refusal));
  if (stuck.length > 0) throw refuseAll(stuck);
}

/** The issue anew: one that was taken back before it may have changed what it is. */
async function stepOf(tx: ViewerChange, event: LoggedEvent): Promise<UndoStep> {
  const [issue] = await lockWhetherSeen(tx, [issueIdOf(event)]);
  if (!issue) throw notFound();
  return { event, issue };
}

/** One after another, from the end; whole or not at all. @returns the new event of each that left something to change */
async function takeAllBack(
  tx: ViewerChange,
  scene: UndoScene,
  back: readonly LoggedEvent[],
): Promise<Map<string, string>> {
  const relations = await turnRelations(tx, scene, back);
  const told = new Map<string, string>();
  let waiting = back;
  for (let stuck: RefusedOne[] = []; waiting.length > 0; stuck = []) {
    const still: LoggedEvent[] = [];
    for (const event of waiting) {
      const step = await stepOf(tx, event);
      const decision = mayTakeBack(tx, scene, step);
      if (decision.allowed) {
        const id = await takeBack(tx, scene, step, relations);
        if (id !== null) told.set(event.id, id);
      } else {
        stuck.push({ id: step.issue.facts.id, refusal: decision });
        still.push(event);
      }
    }
    if (still.length === waiting.length) throw refuseAll(stuck);
    waiting = still;
  }
  return told;
}

/** The one that took back what was named; else another one of the same issue. */
function answerOf(
  named: LoggedEvent,
  back: readonly LoggedEvent[],
  told: ReadonlyMap<string, string>,
): string {
  const sameIssue = back.find((event) => event.issueId === named.issueId && told.has(event.id));
  const id = told.get(named.id) ?? told.get(sameIssue?.id ?? "") ?? [...told.values()][0];
  if (id === undefined) throw refusedBy(NOTHING_LEFT);
  return id;
}

async function undoAction(tx: ViewerChange, id: string): Promise<string> {
  const { change, viewer } = tx;
  const named = await readableEvent(change, tx, id);
  if (!named) throw notFound();
  enforce(isTheirs(viewer, named));
  const operation = await operationEvents(change, named.operation);
  const scene = await lockScene(tx, toTakeBack(operation));
  const back = enforce(canUndo(viewer, operation));
  await requireUndoable(tx, scene, back);
  return answerOf(named, back, await asConflict(() => takeAllBack(tx, scene, back)));
}

/**
 * I6: whoever made a change takes it back, with all that the same action changed, whole or not at all. It is itself an action,
 * whose events name those that they took back, and can be undone like any other.
 *
 * @returns the id of the event that tells of it
 * @throws RefusedError with code and rule; CONFLICT says what was built on it and by whom, as far as the viewer reads it
 */
export function undo(
  context: RequestContext,
  args: { readonly event: string },
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = idOrNotFound(args.event);
  return changeOnce(context, { operation: "undo", input: args, clientMutationId }, (tx) =>
    undoAction(tx, id),
  );
}
