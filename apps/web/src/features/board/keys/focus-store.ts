import { createStore, type Store } from "../../../lib/store";
import { createKeyedStore, type KeyedStore } from "../order/keyed-store";
import type { CardId } from "../order/board-model";

/** The board is one tab stop: the card that has it, and whether that card is still to receive the focus itself. */
export interface FocusStore {
  /** The tab stop of the board. */
  readonly current: Store<CardId | null>;
  /** For one card: how often it became the tab stop or was asked to take the focus; 0 for all others. */
  readonly stops: KeyedStore<number>;
  /** Makes the card the tab stop; the focus itself is where it is. */
  rest(id: CardId | null): void;
  /** Focuses the card now or as soon as it is mounted. */
  go(id: CardId): void;
  /** The card is being taken out of the page while it has the focus: it gets it back where it appears again. */
  lost(id: CardId): void;
  /**
   * Asked by a card that is in the page: whether the focus is meant for it, and if so, whether the page should scroll to
   * it: it does for what the viewer did, not for what somebody else did to the card. At most once not null.
   */
  take(id: CardId): "scroll" | "still" | null;
}

export function createFocusStore(): FocusStore {
  const current = createStore<CardId | null>(null);
  const stops = createKeyedStore(0);
  let wanted: { readonly id: CardId; readonly how: "scroll" | "still" } | null = null;
  let turn = 0;

  const rest = (id: CardId | null) => {
    const before = current.get();
    if (before === id) return;
    turn += 1;
    if (before !== null) stops.set(before, 0);
    if (id !== null) stops.set(id, turn);
    current.set(id);
  };
  return {
    current,
    stops,
    rest,
    go: (id) => {
      wanted = { id, how: "scroll" };
      if (current.get() === id) stops.set(id, (turn += 1));
      else rest(id);
    },
    lost: (id) => {
      // Another card has taken over meanwhile: this one has left the board.
      if (current.get() === id && wanted?.id !== id) wanted = { id, how: "still" };
    },
    take: (id) => {
      if (wanted?.id !== id) return null;
      const { how } = wanted;
      wanted = null;
      return how;
    },
  };
}
