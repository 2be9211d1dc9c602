import { columnElement, listElement } from "../dom";
import type { ColumnId } from "../order/board-model";
import type { Box } from "./insert-place";

/** Where columns, their lists and the board are on screen: measured at lift, and anew after a scroll or a resize. */
export class BoardBoxes {
  private readonly board: HTMLElement;
  private columns: Map<ColumnId, Box> | null = null;
  private lists = new Map<ColumnId, Box>();

  constructor(board: HTMLElement) {
    this.board = board;
  }

  forget = (): void => {
    this.columns = null;
    this.lists = new Map();
  };

  boardBox(): Box {
    return this.board.getBoundingClientRect();
  }

  columnBoxes(): ReadonlyMap<ColumnId, Box> {
    this.columns ??= new Map(
      [...this.board.querySelectorAll<HTMLElement>("[data-column]")].map((element) => [
        element.dataset["column"] ?? "",
        element.getBoundingClientRect(),
      ]),
    );
    return this.columns;
  }

  scroller(column: ColumnId): HTMLElement | null {
    return listElement(column, this.board);
  }

  listBox(column: ColumnId): Box | null {
    const known = this.lists.get(column);
    if (known) return known;
    const box = this.scroller(column)?.getBoundingClientRect() ?? null;
    if (box) this.lists.set(column, box);
    return box;
  }

  element(column: ColumnId): HTMLElement | null {
    return columnElement(column, this.board);
  }
}
