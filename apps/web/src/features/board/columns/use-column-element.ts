import { useCallback } from "react";
import { useBoard } from "../board-context";
import type { ColumnId } from "../order/board-model";

/** A ref that makes a column's element a drop target, once the drag layer is there. */
export function useColumnElement(id: ColumnId): (element: HTMLElement | null) => void {
  const { elements } = useBoard();
  return useCallback(
    (element: HTMLElement | null) => {
      elements.column(id, element);
    },
    [elements, id],
  );
}
