import type { ChangeValue } from "@stafeta/domain/events/changes";
import { concernedByAssigning } from "@stafeta/domain/issues/concerned";
import { canRank } from "@stafeta/domain/issues/edit-issue";
import type { Resolution } from "@stafeta/domain/issues/issue-kinds";
import { fieldsOfEdit } from "@stafeta/domain/issues/merge-edit";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import type { Decision } from "@stafeta/domain/shared/decision";
import type { StatusId, UserId } from "@stafeta/domain/shared/ids";
import type { LoggedEvent } from "@stafeta/domain/undo/logged-event";
import { turnedBack } from "@stafeta/domain/undo/turned-back";
import { canTurnBack } from "@stafeta/domain/undo/undo-rights";
import type { ViewerChange } from "../../access/change.js";
import { planEdit } from "../issues/edits/plan-edit.js";
import { changeHolderRow } from "../issues/issue-write.queries.js";
import type { LockedIssue } from "../issues/locked-issue.js";
import { placeCard } from "../issues/moves/place-card.js";
import { gapAfter } from "../issues/moves/ranks.queries.js";
import type { RelationChanges } from "../issues/relations/write-relation.js";
import { saveIssue, type IssueValues } from "../issues/save-issue.js";
import { isRankFree } from "./undo.queries.js";
import { requireIn, type UndoScene } from "./undo-scene.js";

/** I6: of the issue as it is now. */
export function mayTurnIssue(
  { change, company, viewer }: ViewerChange,
  { roots }: UndoScene,
  issue: LockedIssue,
  event: LoggedEvent,
): Decision {
  return canTurnBack({
    ...{ company, undoer: viewer, hats: issue.hats, turned: turnedBack(event) },
    today: dayIn(company.timeZone, new Date(change.now)),
    facts: { ...issue.facts, resolution: issue.resolution },
    root: requireIn(roots, event.id),
  });
}

/** I4: the very place that it had; where another card has it now, directly below that one. */
async function rankBack(
  tx: ViewerChange,
  { facts, hats }: LockedIssue,
  rank: string,
): Promise<string | null> {
  // R6: as in the move that is undone, a card stays in the order where it is for who may not write ranks.
  if (!canRank(facts, hats).allowed) return null;
  if (await isRankFree(tx.change, rank, facts.id)) return rank;
  return placeCard(tx.change, await gapAfter(tx.change, rank), facts.id);
}

type Values = Partial<Omit<IssueValues, "rank">>;

function valuesBack(values: ReadonlyMap<string, ChangeValue>): Values {
  const back: { -readonly [Field in keyof Values]: Values[Field] } = {};
  const closedAt = values.get("closedAt");
  // The log keeps a field's values in the form that an issue has them in; instants as text.
  if (values.has("status")) back.status = values.get("status") as StatusId;
  if (values.has("resolution")) back.resolution = values.get("resolution") as Resolution | null;
  if (values.has("archived")) back.archived = values.get("archived") === true;
  if (values.has("assignee")) back.assignee = values.get("assignee") as UserId | null;
  if (closedAt !== undefined) back.closedAt = typeof closedAt === "string" ? new Date(closedAt) : null;
  return back;
}

/** R8: who held it before is kept. */
async function passBack(tx: ViewerChange, { facts }: LockedIssue, assignee: UserId | null | undefined) {
  if (assignee === undefined || assignee === facts.assigneeId) return {};
  await changeHolderRow(tx.change, facts.id, assignee, tx.change.now);
  return { concerned: concernedByAssigning(tx.company, facts, assignee, false) };
}

/**
 * L4, I6: turns an event of an issue round, by whoever the change is made by.
 *
 * @param relations what became of the issue's relations already
 * @returns the id of the event that tells of it; null: all is as it was before already
 * @throws RefusedError NOT_FOUND, BAD_USER_INPUT, CONFLICT as an edit
 */
export async function turnIssue(
  tx: ViewerChange,
  issue: LockedIssue,
  event: LoggedEvent,
  relations: RelationChanges,
): Promise<string | null> {
  const { change } = tx;
  const { facts, status, rank, resolution, closedAt } = issue;
  const turned = turnedBack(event);
  const hasEdit = fieldsOfEdit(turned.edit).length > 0;
  const edit = hasEdit ? await planEdit(tx, issue, turned.edit, null) : { before: {}, after: {} };
  const oldRank = turned.values.get("rank");
  const newRank = typeof oldRank === "string" ? await rankBack(tx, issue, oldRank) : null;
  const values = { ...valuesBack(turned.values), ...(newRank !== null && { rank: newRank }) };
  const concerned = await passBack(tx, issue, values.assignee);
  const now = { status: status.id, rank, resolution, closedAt, archived: facts.archived };
  return saveIssue(change, issue, "ISSUE_UNDONE", {
    before: { ...edit.before, ...now, assignee: facts.assigneeId },
    after: { ...edit.after, ...values },
    also: relations.get(facts.id) ?? [],
    ...concerned,
    undoes: event.id,
  });
}
