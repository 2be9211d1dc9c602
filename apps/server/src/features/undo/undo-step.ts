import { canWithdraw } from "@stafeta/domain/handoff/act-on-step";
import type { Decision } from "@stafeta/domain/shared/decision";
import type { IssueId } from "@stafeta/domain/shared/ids";
import type { LoggedEvent } from "@stafeta/domain/undo/logged-event";
import type { ViewerChange } from "../../access/change.js";
import { endByWithdrawal } from "../handoff/withdraw-handoff.js";
import { mayReword, rewordComment } from "../issues/comments/update-comment.js";
import type { LockedIssue } from "../issues/locked-issue.js";
import type { RelationChanges } from "../issues/relations/write-relation.js";
import { mayTurnIssue, turnIssue } from "./undo-issue.js";
import { canTurnRelations } from "./undo-relations.js";
import { requireIn, type UndoScene } from "./undo-scene.js";

/** An event that is taken back, and the issue that it is about, as it is now. */
export interface UndoStep {
  readonly event: LoggedEvent;
  readonly issue: LockedIssue;
}

/** The issue that an event which can be taken back is about. */
export function issueIdOf({ id, issueId }: LoggedEvent): IssueId {
  if (issueId === null) throw new Error(`event ${id} is about no issue`);
  return issueId;
}

/** I6: the right that the change needed, held now, and the state of the record. */
export function mayTakeBack(tx: ViewerChange, scene: UndoScene, { event, issue }: UndoStep): Decision {
  const { entity, entityId } = event;
  if (entity === "handoff") return canWithdraw(tx.viewer, requireIn(scene.handoffs, entityId));
  if (entity === "comment") return mayReword(tx, issue, requireIn(scene.comments, entityId));
  const relations = canTurnRelations(scene, event);
  return relations.allowed ? mayTurnIssue(tx, scene, issue, event) : relations;
}

function bodyBefore({ changes }: LoggedEvent): string {
  return (
    changes.flatMap(({ field, before }) =>
      field === "body" && typeof before === "string" ? [before] : [],
    )[0] ?? ""
  );
}

/** @returns the id of the event that tells of it; null: nothing was left to change */
export async function takeBack(
  tx: ViewerChange,
  scene: UndoScene,
  { event, issue }: UndoStep,
  relations: RelationChanges,
): Promise<string | null> {
  const { entity, entityId, id } = event;
  if (entity === "handoff") return endByWithdrawal(tx, issue, requireIn(scene.handoffs, entityId), id);
  if (entity === "comment") {
    return rewordComment(tx, issue, requireIn(scene.comments, entityId), bodyBefore(event), id);
  }
  return turnIssue(tx, issue, event, relations);
}
