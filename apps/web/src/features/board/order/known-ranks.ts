import type { CardFacts, CardId, Order } from "./board-model";

type FactsOf = (id: CardId) => CardFacts | undefined;

/** Whether a rank that was read with a card's content fits between the known ranks around the card's place. */
export function fitsPlace(ids: readonly CardId[], at: number, rank: string, factsOf: FactsOf): boolean {
  const rankAt = (index: number) => factsOf(ids[index] ?? "")?.rank;
  let above = at - 1;
  while (above >= 0 && typeof rankAt(above) !== "string") above -= 1;
  let below = at + 1;
  while (below < ids.length && typeof rankAt(below) !== "string") below += 1;
  const [before, after] = [rankAt(above), rankAt(below)];
  return (typeof before !== "string" || before < rank) && (typeof after !== "string" || rank < after);
}

/** The cards whose known ranks contradict an order that was read anew: what is known of them is older than it. */
export function outOfOrder(order: Order, factsOf: FactsOf): Set<CardId> {
  const doubtful = new Set<CardId>();
  for (const ids of order.values()) {
    let previous: { id: CardId; rank: string } | null = null;
    for (const id of ids) {
      const rank = factsOf(id)?.rank;
      if (typeof rank !== "string") continue;
      if (previous && previous.rank >= rank) doubtful.add(id).add(previous.id);
      previous = { id, rank };
    }
  }
  return doubtful;
}
