import {
  NO_FIGURES,
  type CardFacts,
  type CardId,
  type ColumnId,
  type Figures,
  type Order,
} from "../order/board-model";
import { placeByRank } from "../order/place-by-rank";

export interface PlacedCard {
  /** Null: it left the board. */
  readonly column: ColumnId | null;
  /** Null: the viewer may not read where it stands. */
  readonly rank: string | null;
  readonly estimate: number | null;
  readonly unitId: string;
  readonly statusId: string;
  readonly revision: number;
}

/** What an event or an answer tells of a card's place. */
export interface Placement {
  readonly cardId: CardId;
  /** Null: the viewer sees it no longer (I9, GONE). */
  readonly card: PlacedCard | null;
  /** False where the event says that neither rank nor column changed; then a place that is only guessed at is kept. */
  readonly mayMove: boolean;
  /** Left out: as it is now. */
  readonly estimateBefore?: number | null;
}

export interface BoardState {
  readonly order: Order;
  readonly figures: ReadonlyMap<ColumnId, Figures>;
}

export interface Travel {
  readonly cardId: CardId;
  readonly from: ColumnId | null;
  readonly to: ColumnId | null;
}

export interface Applied {
  readonly state: BoardState;
  /** What became known of the cards; null: forget it. */
  readonly facts: ReadonlyMap<CardId, CardFacts | null>;
  readonly travels: readonly Travel[];
  /** Whether a place or a sum could only be guessed, so that the order is to be read anew. */
  readonly isUncertain: boolean;
}

type FactsOf = (id: CardId) => CardFacts | undefined;

/** One frame's work, over copies that are made as columns change. */
interface Work {
  readonly order: Map<ColumnId, readonly CardId[]>;
  readonly figures: Map<ColumnId, Figures>;
  readonly columnOf: Map<CardId, ColumnId>;
  readonly facts: Map<CardId, CardFacts | null>;
  readonly travels: Travel[];
  readonly factsOf: FactsOf;
  isUncertain: boolean;
}

function startWork(state: BoardState, known: FactsOf): Work {
  const columnOf = new Map<CardId, ColumnId>();
  for (const [column, ids] of state.order) for (const id of ids) columnOf.set(id, column);
  const facts = new Map<CardId, CardFacts | null>();
  const factsOf = (id: CardId) => {
    const fresh = facts.get(id);
    return fresh === undefined ? known(id) : (fresh ?? undefined);
  };
  const [order, figures] = [new Map(state.order), new Map(state.figures)];
  return { order, figures, columnOf, facts, travels: [], factsOf, isUncertain: false };
}

function count(work: Work, column: ColumnId, by: 1 | -1, estimate: number | null | undefined): void {
  const before = work.figures.get(column) ?? NO_FIGURES;
  const { estimateSum } = before;
  if (estimate === undefined && estimateSum !== null) work.isUncertain = true;
  const sum = estimateSum === null ? null : estimateSum + by * (estimate ?? 0);
  work.figures.set(column, { ...before, count: before.count + by, estimateSum: sum });
}

/** @param at where the card stood in this column, null when it comes from elsewhere */
function insert(
  work: Work,
  cardId: CardId,
  column: ColumnId,
  card: PlacedCard,
  at: number | null,
  mayMove: boolean,
) {
  const ids = work.order.get(column) ?? [];
  const isStill = at !== null && (!mayMove || work.factsOf(cardId)?.rank === card.rank);
  const place = isStill
    ? { index: at, exact: true }
    : placeByRank(ids, (id) => work.factsOf(id)?.rank, card.rank ?? "", at ?? undefined);
  if (!place.exact) work.isUncertain = true;
  work.order.set(column, ids.toSpliced(place.index, 0, cardId));
  work.columnOf.set(cardId, column);
  return place.index !== at;
}

function applyOne(work: Work, { cardId, card, mayMove, estimateBefore }: Placement): void {
  const known = work.factsOf(cardId);
  const from = work.columnOf.get(cardId) ?? null;
  const to = card !== null && card.rank !== null && card.column !== null ? card.column : null;
  let at: number | null = null;
  if (from !== null) {
    const ids = work.order.get(from) ?? [];
    at = ids.indexOf(cardId);
    work.order.set(from, ids.toSpliced(at, 1));
    work.columnOf.delete(cardId);
    count(work, from, -1, known ? known.estimate : (estimateBefore ?? card?.estimate));
  }
  let hasMoved = from !== to;
  if (card !== null && to !== null && work.order.has(to)) {
    hasMoved = insert(work, cardId, to, card, from === to ? at : null, mayMove);
    count(work, to, 1, card.estimate);
  }
  if (hasMoved) work.travels.push({ cardId, from, to });
  if (card === null) work.facts.set(cardId, null);
  else {
    const { rank, estimate, unitId, statusId, revision } = card;
    work.facts.set(cardId, { rank, estimate, unitId, statusId, revision, placedRevision: revision });
  }
}

/**
 * One frame's events on a board (UX.md, section 8). An event whose revision is not above what is known of the card's
 * place does nothing, so the own echo is silent, whichever of answer and event comes first.
 *
 * @param force takes events for new though their revision is known: to repeat them over an order that was read earlier
 */
export function applyPlacements(
  state: BoardState,
  placements: readonly Placement[],
  known: FactsOf,
  force = false,
): Applied {
  const work = startWork(state, known);
  for (const placement of placements) {
    const placed = work.factsOf(placement.cardId)?.placedRevision ?? -1;
    if (force || placement.card === null || placement.card.revision > placed) applyOne(work, placement);
  }
  const { order, figures, facts, travels, isUncertain } = work;
  return { state: { order, figures }, facts, travels, isUncertain };
}
