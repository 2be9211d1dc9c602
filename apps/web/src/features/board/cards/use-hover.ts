import { useRef } from "react";
import { useBoard } from "../board-context";
import { isNewCard } from "../moves/new-cards";
import type { CardId } from "../order/board-model";

/** A pointer that rests on a card, or a focus that stays there, is likely to open or lift it. */
const REST_MS = 80;

/** What is likely to be needed is asked for meanwhile, unless something else is done first. */
export function useHover(id: CardId) {
  const { screen } = useBoard();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const leave = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  const enter = () => {
    leave();
    if (isNewCard(id)) return;
    timer.current = setTimeout(() => {
      screen.prefetch(id);
    }, REST_MS);
  };
  return { onPointerEnter: enter, onPointerLeave: leave, onFocusCapture: enter, onBlurCapture: leave };
}
