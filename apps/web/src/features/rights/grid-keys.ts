import type { KeyboardEvent } from "react";

type Step = (at: number, last: number) => number;

const COLUMN_STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowRight: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_at, last) => last,
};
const ROW_STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: (at) => Math.max(0, at - 1),
  ArrowDown: (at, last) => Math.min(last, at + 1),
  PageUp: (at) => Math.max(0, at - 10),
  PageDown: (at, last) => Math.min(last, at + 10),
};

function cellsOf(grid: HTMLElement): HTMLElement[][] {
  const rows = [...grid.querySelectorAll<HTMLElement>("tr")];
  return rows
    .map((row) => [...row.querySelectorAll<HTMLElement>("[data-cell]")])
    .filter((cells) => cells.length > 0);
}

/** Arrows move the focus over the cells of a grid (`data-cell`), of which one is a tab stop: the last that had the focus. */
export function moveInGrid(grid: HTMLElement, event: KeyboardEvent): void {
  const cells = cellsOf(grid);
  const y = cells.findIndex((row) => row.includes(event.target as HTMLElement));
  const row = cells[y];
  const toRow = ROW_STEPS[event.key];
  const toColumn = COLUMN_STEPS[event.key];
  if (!row || event.altKey || event.metaKey || (!toRow && !toColumn)) return;
  const x = row.indexOf(event.target as HTMLElement);
  const wanted = cells[toRow ? toRow(y, cells.length - 1) : y];
  const next = wanted?.[toColumn ? toColumn(x, row.length - 1) : x];
  if (!next) return;
  event.preventDefault();
  for (const cell of cells.flat()) cell.tabIndex = cell === next ? 0 : -1;
  next.focus();
}
