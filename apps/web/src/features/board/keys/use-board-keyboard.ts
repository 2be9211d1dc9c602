import { useEffect, useState, type RefObject } from "react";
import { useStore } from "../../../lib/store";
import { useLayer } from "../../../ui/layers";
import { useBoard } from "../board-context";
import { BoardKeyboard } from "./board-keyboard";
import { KeyboardLift } from "./keyboard-lift";

/** @param create opens the form for a new issue; the same function each time */
export function useBoardKeyboard(board: RefObject<HTMLElement | null>, create: () => void): void {
  const { session, screen, actions } = useBoard();
  const [lift] = useState(() => new KeyboardLift(session, actions));
  const drag = useStore(session.drag.drag);
  useLayer(drag?.by === "keys", () => {
    lift.cancel();
  });
  useEffect(() => {
    const keyboard = new BoardKeyboard({
      session,
      screen,
      actions,
      lift,
      board: () => board.current,
      create,
    });
    document.addEventListener("keydown", keyboard.onKeyDown);
    return () => {
      document.removeEventListener("keydown", keyboard.onKeyDown);
    };
  }, [session, screen, actions, lift, board, create]);
}
