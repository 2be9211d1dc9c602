export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Alignment = "start" | "end";

const GAP = 4;
const EDGE = 8;

/** Where a popover goes: below its anchor, above where there is more room, and never past an edge of the window. */
export function placeBeside(
  anchor: Box,
  size: Size,
  view: Size,
  align: Alignment,
): { left: number; top: number } {
  const below = view.height - anchor.bottom - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  const isBelow = size.height <= below || below >= above;
  const top = isBelow ? anchor.bottom + GAP : anchor.top - GAP - size.height;
  const left = align === "start" ? anchor.left : anchor.right - size.width;
  return {
    left: Math.max(EDGE, Math.min(left, view.width - size.width - EDGE)),
    top: Math.max(EDGE, Math.min(top, view.height - size.height - EDGE)),
  };
}
