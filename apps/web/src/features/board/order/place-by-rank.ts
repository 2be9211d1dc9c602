import type { CardId } from "./board-model";

export interface Place {
  readonly index: number;
  /** False when cards of unknown rank stand between the two nearest known ones: the column's ids are to be read anew. */
  readonly exact: boolean;
}

/**
 * I4: where a card of this rank belongs among cards of which only some ranks are known. Compares by code units.
 *
 * @param ids  the column without the card
 * @param near the index to prefer among the possible ones, such as where the card stands now
 */
export function placeByRank(
  ids: readonly CardId[],
  rankOf: (id: CardId) => string | null | undefined,
  rank: string,
  near?: number,
): Place {
  let first = 0;
  let last = ids.length;
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index];
    const other = id === undefined ? undefined : rankOf(id);
    if (other === undefined || other === null) continue;
    if (other < rank) first = index + 1;
    else {
      last = index;
      break;
    }
  }
  const index = near === undefined ? first : Math.min(Math.max(near, first), last);
  return { index, exact: first === last };
}
