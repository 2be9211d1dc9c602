import type { CardId, ColumnId, Order } from "./board-model";

/** A wish that the server has not answered yet; it is laid over what the server last said. */
export interface Overlay {
  readonly key: string;
  readonly apply: (order: Order) => Order;
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

/**
 * The order of a board's cards: what the server said, with the viewer's unanswered wishes laid over it. A late answer
 * to an earlier wish changes what lies below, and the later wish still decides what is seen (CON-07).
 */
export class OrderStore {
  private readonly listeners = new Map<ColumnId, Set<() => void>>();
  private readonly anyListeners = new Set<() => void>();
  private base: Order = new Map();
  private overlays: readonly Overlay[] = [];
  private shown: Order = new Map();
  private held: ColumnId | null = null;
  private index: Map<CardId, ColumnId> | null = null;

  /** As it is on screen. The same array until that column changes. */
  column(id: ColumnId): readonly CardId[] {
    return this.shown.get(id) ?? EMPTY;
  }

  columnOf(card: CardId): ColumnId | null {
    this.index ??= indexOf(this.shown);
    return this.index.get(card) ?? null;
  }

  order(): Order {
    return this.shown;
  }

  /** What the server says now. */
  change(base: Order): void {
    this.base = base;
    this.settle();
  }

  serverOrder(): Order {
    return this.base;
  }

  /** On top of the others; under a key that is there already it takes that one's place. */
  push(overlay: Overlay): void {
    this.overlays = [...this.overlays.filter(({ key }) => key !== overlay.key), overlay];
    this.settle();
  }

  drop(key: string): void {
    this.overlays = this.overlays.filter((overlay) => overlay.key !== key);
    this.settle();
  }

  /** While a card is dragged over a column, that column keeps still (UX.md, section 8); null lets go. */
  hold(column: ColumnId | null): void {
    if (this.held === column) return;
    this.held = column;
    this.settle();
  }

  subscribe(column: ColumnId, listener: () => void): () => void {
    const group = this.listeners.get(column) ?? new Set();
    this.listeners.set(column, group.add(listener));
    return () => group.delete(listener);
  }

  /** Told after a change of any column. */
  subscribeAny(listener: () => void): () => void {
    this.anyListeners.add(listener);
    return () => this.anyListeners.delete(listener);
  }

  /** Columns whose cards stay in place keep their array, so that nothing follows for their readers. */
  private settle(): void {
    let next = this.overlays.reduce((order, overlay) => overlay.apply(order), this.base);
    if (this.held !== null) next = heldStill(next, this.shown, this.held);
    const settled = new Map<ColumnId, readonly CardId[]>();
    const changed: ColumnId[] = [];
    for (const [column, ids] of next) {
      const before = this.shown.get(column);
      const isSame = before !== undefined && sameIds(before, ids);
      settled.set(column, isSame ? before : ids);
      if (!isSame) changed.push(column);
    }
    for (const column of this.shown.keys()) if (!next.has(column)) changed.push(column);
    this.shown = settled;
    if (changed.length === 0) return;
    this.index = null;
    for (const column of changed) for (const listener of [...(this.listeners.get(column) ?? [])]) listener();
    for (const listener of [...this.anyListeners]) listener();
  }
}
