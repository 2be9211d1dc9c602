/** The fixed measures of a column's list: what lets a place be computed without measuring cards (UX.md, section 3). */
export interface ListMeasures {
  /** Of the list's visible box, in the window. */
  readonly top: number;
  readonly scrollTop: number;
  /** Free space above the first card. */
  readonly paddingTop: number;
  readonly cardHeight: number;
  readonly gap: number;
  /** All cards of the column, the dragged one included where it is its own. */
  readonly count: number;
  /** Where the dragged card stands in this column; null in another. */
  readonly ownIndex: number | null;
}

export interface InsertPlace {
  /** Among the column's cards without the dragged one: 0 is the top, their number the end. */
  readonly index: number;
  /** The middle of the line that shows the place, from the top of the list's visible box; it may lie outside. */
  readonly lineY: number;
  /** Whether the card would stand where it stands now. */
  readonly isStill: boolean;
}

/** Arithmetic alone: on the column's head it is the top, below the last card the end, in an empty column the top. */
export function insertPlace(pointerY: number, list: ListMeasures): InsertPlace {
  const stride = list.cardHeight + list.gap;
  const y = pointerY - list.top + list.scrollTop - list.paddingTop;
  const boundary = Math.min(Math.max(Math.round((y + list.gap / 2) / stride), 0), list.count);
  const lineY = list.paddingTop + boundary * stride - list.gap / 2 - list.scrollTop;
  const { ownIndex } = list;
  const isStill = ownIndex !== null && (boundary === ownIndex || boundary === ownIndex + 1);
  const index = ownIndex !== null && boundary > ownIndex ? boundary - 1 : boundary;
  return { index, lineY, isStill };
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const EDGE_PX = 64;
const MAX_PX_PER_S = 1_200;

/**
 * How fast to scroll at an edge, in pixels a second: nothing further than 64 px from it, faster the nearer, at most
 * 1,200; the same beyond the edge. Negative is towards the start.
 */
export function scrollSpeed(pointer: number, start: number, end: number): number {
  const edge = Math.min(EDGE_PX, (end - start) / 3);
  if (edge <= 0) return 0;
  const toStart = Math.min((start + edge - pointer) / edge, 1);
  const toEnd = Math.min((pointer - (end - edge)) / edge, 1);
  if (toStart > 0) return -Math.round(MAX_PX_PER_S * toStart);
  return toEnd > 0 ? Math.round(MAX_PX_PER_S * toEnd) : 0;
}

/** The column under a pointer: by x alone, so that above the head and below the last card count too; null beside the board. */
export function columnAt<Id>(x: number, boxes: ReadonlyMap<Id, Box>, gap: number): Id | null {
  for (const [id, box] of boxes) if (x >= box.left - gap / 2 && x < box.right + gap / 2) return id;
  return null;
}
