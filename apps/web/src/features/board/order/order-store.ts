import type { CardId, ColumnId, Order } from "./board-model";

/** A wish that the server has not answered yet; it is laid over what the server last said. */
export interface Overlay {
  readonly key: string;
  readonly apply: (order: Order) => Order;
}

/**
 * The order of a board's cards: what the server said, with the viewer's unanswered wishes laid over it. A late answer
 * to an earlier wish changes what lies below, and the later wish still decides what is seen (CON-07).
 */
export interface OrderStore {
  /** As it is on screen. The same array until that column changes. */
  column(id: ColumnId): readonly CardId[];
  columnOf(card: CardId): ColumnId | null;
  shown(): Order;
  /** As the server last said. */
  base(): Order;
  change(base: Order): void;
  push(overlay: Overlay): void;
  drop(key: string): void;
  /** Replaces what was pushed under the key, in its place; else pushes. */
  replace(overlay: Overlay): void;
  /** While a card is dragged over a column, that column keeps still (UX.md, section 8); null lets go. */
  hold(column: ColumnId | null): void;
  subscribe(column: ColumnId, listener: () => void): () => void;
}

const EMPTY: readonly CardId[] = [];

function sameIds(a: readonly CardId[], b: readonly CardId[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]));
}

/** The held column as it was; who left it stays there, who came to it waits unseen, so that no card is twice. */
function heldStill(next: Order, shown: Order, held: ColumnId): Order {
  const still = shown.get(held) ?? EMPTY;
  const stays = new Set(still);
  const order = new Map<ColumnId, readonly CardId[]>();
  for (const [column, ids] of next) {
    if (column === held) order.set(column, still);
    else order.set(column, ids.some((id) => stays.has(id)) ? ids.filter((id) => !stays.has(id)) : ids);
  }
  return order;
}

function indexOf(order: Order): Map<CardId, ColumnId> {
  const index = new Map<CardId, ColumnId>();
  for (const [column, ids] of order) for (const id of ids) index.set(id, column);
  return index;
}

export function createOrderStore(initial: Order = new Map()): OrderStore {
  const listeners = new Map<ColumnId, Set<() => void>>();
  let base = initial;
  let overlays: readonly Overlay[] = [];
  let shown = initial;
  let held: ColumnId | null = null;
  let index: Map<CardId, ColumnId> | null = null;

  /** Columns whose cards stay in place keep their array, so that nothing follows for their readers. */
  const settle = () => {
    let next = overlays.reduce((order, overlay) => overlay.apply(order), base);
    if (held !== null) next = heldStill(next, shown, held);
    const settled = new Map<ColumnId, readonly CardId[]>();
    const changed: ColumnId[] = [];
    for (const [column, ids] of next) {
      const before = shown.get(column);
      const isSame = before !== undefined && sameIds(before, ids);
      settled.set(column, isSame ? before : ids);
      if (!isSame) changed.push(column);
    }
    for (const column of shown.keys()) if (!next.has(column)) changed.push(column);
    shown = settled;
    if (changed.length === 0) return;
    index = null;
    for (const column of changed) for (const listener of [...(listeners.get(column) ?? [])]) listener();
  };

  const setOverlays = (next: readonly Overlay[]) => {
    overlays = next;
    settle();
  };

  return {
    column: (id) => shown.get(id) ?? EMPTY,
    columnOf: (card) => (index ??= indexOf(shown)).get(card) ?? null,
    shown: () => shown,
    base: () => base,
    change: (next) => {
      base = next;
      settle();
    },
    push: (overlay) => {
      setOverlays([...overlays, overlay]);
    },
    drop: (key) => {
      setOverlays(overlays.filter((overlay) => overlay.key !== key));
    },
    replace: (overlay) => {
      const isThere = overlays.some((other) => other.key === overlay.key);
      const next = overlays.map((other) => (other.key === overlay.key ? overlay : other));
      setOverlays(isThere ? next : [...overlays, overlay]);
    },
    hold: (column) => {
      if (held === column) return;
      held = column;
      settle();
    },
    subscribe: (column, listener) => {
      const group = listeners.get(column) ?? new Set();
      listeners.set(column, group.add(listener));
      return () => group.delete(listener);
    },
  };
}
