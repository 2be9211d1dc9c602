import { createContext, use } from "react";
import type { BoardSession } from "./board-session";
import type { BoardScreen } from "./board-screen";
import type { CardActions } from "./cards/card-actions";
import type { DragElements } from "./drag/drag-elements";

export interface BoardContextValue {
  readonly session: BoardSession;
  readonly screen: BoardScreen;
  readonly actions: CardActions;
  readonly elements: DragElements;
}

const BoardContext = createContext<BoardContextValue | null>(null);
export const BoardProvider = BoardContext.Provider;

/** What stands around every part of a board; it never changes while the board is on screen. */
export function useBoard(): BoardContextValue {
  const board = use(BoardContext);
  if (!board) throw new Error("This belongs inside a board");
  return board;
}
