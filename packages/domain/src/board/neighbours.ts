import type { StatusFacts } from "../issues/issue-facts.js";

/** What decides whether a card that a move names can be a neighbour. */
export interface NeighbourFacts {
  readonly status: StatusFacts;
  readonly archived: boolean;
  /** Whether who moves sees the card and reads its rank. */
  readonly isRankRead: boolean;
}

/**
 * I4: of the cards that a move names, those that stand in the column that it goes to; one that is gone, elsewhere or unseen is
 * skipped. A unit's own board has a column per status. A board over several units has one per category, and tells itself by
 * a neighbour of another unit (I3).
 */
export function standingNeighbours<T extends NeighbourFacts>(
  target: StatusFacts,
  named: { readonly after: T | null; readonly before: T | null },
): { readonly after: T | null; readonly before: T | null } {
  const [after, before] = [known(named.after), known(named.before)];
  const isOverUnits = [after, before].some((card) => card && card.status.unitId !== target.unitId);
  const standing = (card: T | null): T | null => {
    const isInColumn = isOverUnits
      ? card?.status.category === target.category
      : card?.status.id === target.id;
    return isInColumn ? card : null;
  };
  return { after: standing(after), before: standing(before) };
}

/** R10: what is unseen decides nothing, not even which board it is. */
function known<T extends NeighbourFacts>(card: T | null): T | null {
  return card?.isRankRead && !card.archived ? card : null;
}
