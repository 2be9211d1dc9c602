import { isLaterEvent } from "../order/board-model";
import type { BoardChangedSubscription } from "../../../gql/graphql";
import type { BoardCard } from "../board-client";
import { columnOfStatus, type Column } from "../columns/column-model";
import type { Placement, PlacedCard } from "./apply-events";

export type BoardEvent = BoardChangedSubscription["boardChanged"];

/** A change of one of these can move a card; an event of any other kind keeps it where it stands. */
const MOVING_FIELDS: ReadonlySet<string> = new Set(["status", "rank", "unit", "archived"]);
const RESTING_KINDS: ReadonlySet<string> = new Set([
  "ISSUE_EDITED",
  "ISSUE_ASSIGNED",
  "ISSUE_TAKEN",
  "COMMENT_ADDED",
  "COMMENT_EDITED",
]);

export interface BoardFrame {
  readonly columns: readonly Column[];
  /** Null on a board over several units, which shows the cards of all of them. */
  readonly unitId: string | null;
}

export function placedCard(card: BoardCard, { columns, unitId }: BoardFrame): PlacedCard {
  const isHere = !card.archived && (unitId === null || card.unit.id === unitId);
  return {
    column: isHere ? columnOfStatus(columns, card.status) : null,
    rank: card.rank,
    estimate: card.estimate,
    unitId: card.unit.id,
    statusId: card.status.id,
    revision: card.revision,
  };
}

export function placementOf({ event, issueId, issue }: BoardEvent, frame: BoardFrame): Placement {
  const mayMove =
    !RESTING_KINDS.has(event.kind) || event.changes.some(({ field }) => MOVING_FIELDS.has(field));
  const estimate = event.changes.find(({ field }) => field === "estimate")?.before;
  const card = issue ? placedCard(issue, frame) : null;
  const isNumber = typeof estimate === "number" || estimate === null;
  return { cardId: issueId, card, mayMove, ...(isNumber && { estimateBefore: estimate }) };
}

/** The newest word on each card of a batch: what its content becomes. */
export function latestCards(events: readonly BoardEvent[]): BoardCard[] {
  const latest = new Map<string, BoardEvent>();
  for (const event of events) {
    const known = latest.get(event.issueId);
    if (!known || isLaterEvent(event.event.id, known.event.id)) latest.set(event.issueId, event);
  }
  return [...latest.values()].flatMap(({ issue }) => issue ?? []);
}
