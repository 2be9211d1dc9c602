import { applyPlacements, type BoardState, type Placement, type Travel } from "../live/apply-events";
import {
  isLaterEvent,
  NO_FIGURES,
  type CardFacts,
  type CardId,
  type ColumnId,
  type Figures,
} from "./board-model";
import { figuresWithWishes, isSameFigures } from "./figures";
import { createKeyedStore } from "./keyed-store";
import { fitsPlace, outOfOrder } from "./known-ranks";
import { OrderStore, type Overlay } from "./order-store";

/** What the server said of a board at one moment. */
export interface Snapshot extends BoardState {
  readonly lastEvent: string;
}

export interface NumberedPlacement {
  readonly eventId: string;
  readonly placement: Placement;
}

export interface LoadedCard extends Omit<CardFacts, "placedRevision" | "rank"> {
  readonly id: CardId;
  readonly column: ColumnId | null;
  readonly rank: string | null;
}

/** A board's order, counts and what is known of its cards' places: the server's word below, the viewer's wishes above. */
export class BoardBase {
  readonly order = new OrderStore();
  readonly figures = createKeyedStore<Figures>(NO_FIGURES, isSameFigures);
  private readonly facts = new Map<CardId, CardFacts>();
  private readonly keeping = new Set<NumberedPlacement[]>();
  private state: BoardState = { order: new Map(), figures: new Map() };
  private newest: string | null = null;

  readonly factsOf = (id: CardId): CardFacts | undefined => this.facts.get(id);

  /** The newest event of the stream that is known: what it is resumed from. */
  lastEvent(): string | null {
    return this.newest;
  }

  /** Notes an event of the stream. Not the events that answers name: others may lie between it and the stream's last. */
  saw(eventId: string): void {
    if (this.newest === null || isLaterEvent(eventId, this.newest)) this.newest = eventId;
  }

  /** What events and answers tell, together. */
  apply(placements: readonly NumberedPlacement[]): {
    readonly travels: readonly Travel[];
    isUncertain: boolean;
  } {
    for (const kept of this.keeping) kept.push(...placements);
    const result = this.run(placements, false);
    this.show();
    return result;
  }

  /**
   * Cards whose content was read by itself. Such an answer may be newer than the order, so a rank that does not fit
   * the card's place is not believed.
   *
   * @returns whether all of them fit; else the order is to be read anew
   */
  learn(cards: readonly LoadedCard[]): boolean {
    return cards.map((card) => this.learnOne(card)).every((fits) => fits);
  }

  /** An answer told of a card's content alone: its echo need not be written again. */
  noteContent(id: CardId, revision: number): void {
    const known = this.facts.get(id);
    if (known && known.revision < revision) this.facts.set(id, { ...known, revision });
  }

  /**
   * From now until the answer comes, what is applied is kept, since the answer may have been read before it.
   *
   * @returns takes the answer, lays over it what it does not contain, and ends the keeping; null: no answer came
   */
  startReading(): (snapshot: Snapshot | null, facts?: ReadonlyMap<CardId, CardFacts>) => void {
    const kept: NumberedPlacement[] = [];
    this.keeping.add(kept);
    return (snapshot, facts = new Map()) => {
      this.keeping.delete(kept);
      if (snapshot) this.reset(snapshot, facts, kept);
    };
  }

  pushWish(wish: Overlay): void {
    this.order.push(wish);
    this.refreshFigures();
  }

  dropWish(key: string): void {
    this.order.drop(key);
    this.refreshFigures();
  }

  private reset(
    snapshot: Snapshot,
    fresh: ReadonlyMap<CardId, CardFacts>,
    kept: readonly NumberedPlacement[],
  ): void {
    this.state = { order: snapshot.order, figures: snapshot.figures };
    for (const [id, card] of fresh) this.facts.set(id, card);
    for (const id of outOfOrder(this.state.order, this.factsOf)) {
      const known = this.facts.get(id);
      if (known) this.facts.set(id, { ...known, rank: undefined });
    }
    this.run(
      kept.filter(({ eventId }) => isLaterEvent(eventId, snapshot.lastEvent)),
      true,
    );
    this.saw(snapshot.lastEvent);
    this.show();
  }

  private run(placements: readonly NumberedPlacement[], force: boolean) {
    const bare = placements.map(({ placement }) => placement);
    const applied = applyPlacements(this.state, bare, this.factsOf, force);
    this.state = applied.state;
    for (const [id, fresh] of applied.facts) {
      if (fresh === null) this.facts.delete(id);
      else this.facts.set(id, fresh);
    }
    return { travels: applied.travels, isUncertain: applied.isUncertain };
  }

  private learnOne({ id, column, rank, ...content }: LoadedCard): boolean {
    const known = this.facts.get(id);
    if (known && known.revision > content.revision) return true;
    const placed = { rank: known?.rank, placedRevision: known?.placedRevision ?? -1 };
    const ids = (column === null ? undefined : this.state.order.get(column)) ?? [];
    const at = ids.indexOf(id);
    const fits = at >= 0 && rank !== null && fitsPlace(ids, at, rank, this.factsOf);
    this.facts.set(id, { ...content, ...placed, ...(fits && { rank }) });
    return fits;
  }

  private show(): void {
    this.order.change(this.state.order);
    this.refreshFigures();
  }

  private refreshFigures(): void {
    const shown = figuresWithWishes(this.state.figures, this.order, this.factsOf);
    for (const column of new Set([...this.figures.keys(), ...shown.keys()])) {
      this.figures.set(column, shown.get(column) ?? NO_FIGURES);
    }
  }
}
