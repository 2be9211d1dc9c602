/** A column's id: of the status that a drop sets, or the category on a board over several units (I3). */
export type ColumnId = string;
export type CardId = string;

/** Which cards stand in which column, top first. Columns in the order of the board. */
export type Order = ReadonlyMap<ColumnId, readonly CardId[]>;

/** What the head of a column shows. The server counts; own moves and events only adjust it until the next answer. */
export interface Figures {
  readonly count: number;
  /** Null: the viewer may not read estimates here (R11). */
  readonly estimateSum: number | null;
  /** In a CLOSED column: those that were closed before the days that the board shows. */
  readonly olderCount: number;
}

/** What placing a card needs to know of it; kept for loaded cards only. */
export interface CardFacts {
  /** Of the card's place, as `placedRevision`. Null where the viewer may not read it; undefined: not known (any more). */
  readonly rank: string | null | undefined;
  readonly estimate: number | null;
  readonly unitId: string;
  readonly statusId: string;
  /** Of the card's content as it was last read. */
  readonly revision: number;
  /**
   * Of the card's place: what an event must exceed to matter. It stays behind `revision` when content was loaded
   * by itself, since such an answer says nothing about where the card stands among the others.
   */
  readonly placedRevision: number;
}

export const NO_FIGURES: Figures = { count: 0, estimateSum: null, olderCount: 0 };

/** Event ids are positive whole numbers of any length, so neither text nor number order will do. */
export function isLaterEvent(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length;
}
