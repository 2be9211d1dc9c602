import { NO_FIGURES, type CardFacts, type CardId, type ColumnId, type Figures } from "./board-model";
import type { OrderStore } from "./order-store";

export function isSameFigures(a: Figures, b: Figures): boolean {
  return a.count === b.count && a.estimateSum === b.estimateSum && a.olderCount === b.olderCount;
}

/** The server's counts and sums, moved along with the cards that unanswered wishes have put elsewhere. */
export function figuresWithWishes(
  server: ReadonlyMap<ColumnId, Figures>,
  order: OrderStore,
  factsOf: (id: CardId) => CardFacts | undefined,
): Map<ColumnId, Figures> {
  const shown = new Map(server);
  const sumOf = (cards: readonly CardId[]) =>
    cards.reduce((sum, id) => sum + (factsOf(id)?.estimate ?? 0), 0);
  for (const [column, ids] of order.serverOrder()) {
    const now = order.order().get(column);
    if (now === undefined || now === ids) continue;
    const [before, after] = [new Set(ids), new Set(now)];
    const came = now.filter((id) => !before.has(id));
    const left = ids.filter((id) => !after.has(id));
    const { count, estimateSum, olderCount } = shown.get(column) ?? NO_FIGURES;
    const sum = estimateSum === null ? null : estimateSum + sumOf(came) - sumOf(left);
    shown.set(column, { count: count + came.length - left.length, estimateSum: sum, olderCount });
  }
  return shown;
}
