import { applyPlacements, type BoardState, type Placement, type Travel } from "../live/apply-events";
import {
  isLaterEvent,
  NO_FIGURES,
  type CardFacts,
  type CardId,
  type ColumnId,
  type Figures,
} from "./board-model";
import { fitsPlace, outOfOrder } from "./known-ranks";
import { createKeyedStore, type KeyedStore } from "./keyed-store";
import { createOrderStore, type OrderStore, type Overlay } from "./order-store";

/** What the server said of a board at one moment. */
export interface Snapshot extends BoardState {
  readonly lastEvent: string;
}

interface NumberedPlacement {
  readonly eventId: string;
  readonly placement: Placement;
}

export interface LoadedCard extends Omit<CardFacts, "placedRevision" | "rank"> {
  readonly id: CardId;
  readonly column: ColumnId | null;
  readonly rank: string | null;
}

/** A board's order, counts and what is known of its cards' places: the server's word below, the viewer's wishes above. */
export interface BoardBase {
  readonly order: OrderStore;
  readonly figures: KeyedStore<Figures>;
  factsOf(id: CardId): CardFacts | undefined;
  /**
   * Cards whose content was read by itself. Such an answer may be newer than the order, so a rank that does not fit
   * the card's place is not believed.
   *
   * @returns whether all of them fit; else the order is to be read anew
   */
  learn(cards: readonly LoadedCard[]): boolean;
  /** The newest event that is known: what a stream is resumed from. */
  lastEvent(): string | null;
  /** Notes an event of the stream. Not the events that answers name: others may lie between it and the stream's last. */
  saw(eventId: string): void;
  apply(placements: readonly NumberedPlacement[]): {
    readonly travels: readonly Travel[];
    isUncertain: boolean;
  };
  /**
   * From now until the answer comes, what is applied is kept, since the answer may have been read before it.
   *
   * @returns takes the answer, lays over it what it does not contain, and ends the keeping; null: no answer came
   */
  startReading(): (snapshot: Snapshot | null, facts: ReadonlyMap<CardId, CardFacts>) => void;
  pushWish(wish: Overlay): void;
  dropWish(key: string): void;
}

function isSameFigures(a: Figures, b: Figures): boolean {
  return a.count === b.count && a.estimateSum === b.estimateSum && a.olderCount === b.olderCount;
}

/** The server's counts and sums, moved along with the cards that unanswered wishes have put elsewhere. */
function figuresWithWishes(
  state: BoardState,
  order: OrderStore,
  factsOf: (id: CardId) => CardFacts | undefined,
): Map<ColumnId, Figures> {
  const shown = new Map(state.figures);
  for (const [column, ids] of order.base()) {
    const now = order.shown().get(column);
    if (now === undefined || now === ids) continue;
    const [before, after] = [new Set(ids), new Set(now)];
    const came = now.filter((id) => !before.has(id));
    const left = ids.filter((id) => !after.has(id));
    const sumOf = (cards: readonly CardId[]) =>
      cards.reduce((sum, id) => sum + (factsOf(id)?.estimate ?? 0), 0);
    const { count, estimateSum, olderCount } = shown.get(column) ?? NO_FIGURES;
    const sum = estimateSum === null ? null : estimateSum + sumOf(came) - sumOf(left);
    shown.set(column, { count: count + came.length - left.length, estimateSum: sum, olderCount });
  }
  return shown;
}

export function createBoardBase(): BoardBase {
  const order = createOrderStore();
  const figures = createKeyedStore<Figures>(NO_FIGURES, isSameFigures);
  const facts = new Map<CardId, CardFacts>();
  const keeping = new Set<NumberedPlacement[]>();
  let state: BoardState = { order: new Map(), figures: new Map() };
  let lastEvent: string | null = null;
  const factsOf = (id: CardId) => facts.get(id);

  const refreshFigures = () => {
    const shown = figuresWithWishes(state, order, factsOf);
    for (const column of new Set([...figures.keys(), ...shown.keys()])) {
      figures.set(column, shown.get(column) ?? NO_FIGURES);
    }
  };
  const saw = (eventId: string) => {
    if (lastEvent === null || isLaterEvent(eventId, lastEvent)) lastEvent = eventId;
  };
  const run = (placements: readonly NumberedPlacement[], force: boolean) => {
    const applied = applyPlacements(
      state,
      placements.map(({ placement }) => placement),
      factsOf,
      force,
    );
    state = applied.state;
    for (const [id, fresh] of applied.facts) {
      if (fresh === null) facts.delete(id);
      else facts.set(id, fresh);
    }
    return { travels: applied.travels, isUncertain: applied.isUncertain };
  };
  const learnOne = ({ id, column, rank, ...content }: LoadedCard): boolean => {
    const known = facts.get(id);
    if (known && known.revision > content.revision) return true;
    const placed = { rank: known?.rank, placedRevision: known?.placedRevision ?? -1 };
    const ids = (column === null ? undefined : state.order.get(column)) ?? [];
    const at = ids.indexOf(id);
    const fits = at >= 0 && rank !== null && fitsPlace(ids, at, rank, factsOf);
    facts.set(id, { ...content, ...placed, ...(fits && { rank }) });
    return fits;
  };
  const show = () => {
    order.change(state.order);
    refreshFigures();
  };

  return {
    order,
    figures,
    factsOf,
    learn: (cards) => cards.map(learnOne).every((fits) => fits),
    lastEvent: () => lastEvent,
    saw,
    apply: (placements) => {
      for (const kept of keeping) kept.push(...placements);
      const result = run(placements, false);
      show();
      return result;
    },
    startReading: () => {
      const kept: NumberedPlacement[] = [];
      keeping.add(kept);
      return (snapshot, fresh) => {
        keeping.delete(kept);
        if (!snapshot) return;
        state = { order: snapshot.order, figures: snapshot.figures };
        for (const [id, card] of fresh) facts.set(id, card);
        for (const id of outOfOrder(state.order, factsOf)) {
          const known = facts.get(id);
          if (known) facts.set(id, { ...known, rank: undefined });
        }
        run(
          kept.filter(({ eventId }) => isLaterEvent(eventId, snapshot.lastEvent)),
          true,
        );
        saw(snapshot.lastEvent);
        show();
      };
    },
    pushWish: (wish) => {
      order.push(wish);
      refreshFigures();
    },
    dropWish: (key) => {
      order.drop(key);
      refreshFigures();
    },
  };
}
