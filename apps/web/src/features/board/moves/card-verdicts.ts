import { verdicts } from "@stafeta/domain/board/verdict";
import type { IssueFacts } from "@stafeta/domain/issues/issue-facts";
import { isDone } from "@stafeta/domain/issues/issue-facts";
import { hatsOn, type Viewer } from "@stafeta/domain/rights/viewer";
import { allow, refuse, type Decision } from "@stafeta/domain/shared/decision";
import type { IssueId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import { statusOfDrop, type Column, type ColumnStatus } from "../columns/column-model";
import type { ColumnId } from "../order/board-model";

/** What a card tells of itself where its move is decided. */
export interface CardForVerdict {
  readonly id: string;
  readonly unitId: string;
  readonly status: ColumnStatus;
  readonly assigneeId: string | null;
  /** H3: a hand-off of it is pending. */
  readonly inTransit: boolean;
  readonly revision: number;
  /** The server's own list (`can.moveTo`), where it was asked for; it knows what a card does not (I1). */
  readonly moveTo: readonly string[] | null;
}

/** The facts that a card carries; what it does not carry is taken as no hindrance, and the server decides. */
export function factsFrom(card: CardForVerdict): IssueFacts {
  return {
    id: card.id as IssueId,
    unitId: card.unitId as UnitId,
    assigneeId: card.assigneeId as UserId | null,
    // To have written it gives no right to move it.
    authorId: "" as UserId,
    followed: false,
    // To act on a step of its hand-off gives no right to move it either.
    stepUnitId: null,
    inTransit: card.inTransit,
    status: card.status,
    archived: false,
    unitArchived: false,
    unfinishedSubIssues: 0,
    revision: card.revision,
  };
}

/** Where the rules as known here see no hindrance, but the server does: sub-issues that are unfinished, seen or not. */
function missing(target: ColumnStatus): Decision {
  return isDone(target.category)
    ? refuse("CONFLICT", "I1", "issue.subIssuesUnfinishedUnseen")
    : refuse("FORBIDDEN", "I3", "issue.transitionNotAllowed");
}

/** R12: for every column whether the card may go there, and if not, why; asked at lift, without a request. */
export function cardVerdicts(
  columns: readonly Column[],
  card: CardForVerdict,
  viewer: Viewer | null,
): ReadonlyMap<ColumnId, Decision> {
  if (!viewer) return new Map(columns.map(({ id }) => [id, allow()]));
  const facts = factsFrom(card);
  const decided = verdicts(columns, facts, hatsOn(viewer, facts), viewer.isBoss);
  const { moveTo } = card;
  if (moveTo === null) return decided;
  for (const column of columns) {
    const target = statusOfDrop(column, card.unitId);
    const isHere = column.statuses.some((status) => status.id === card.status.id);
    if (isHere || !target || decided.get(column.id)?.allowed !== true) continue;
    if (!moveTo.includes(target.id)) decided.set(column.id, missing(target));
  }
  return decided;
}
