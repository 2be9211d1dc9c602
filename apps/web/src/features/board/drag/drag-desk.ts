import type { RefObject } from "react";
import { cancelDrag } from "../../../ui/dnd";
import type { BoardContextValue } from "../board-context";
import type { CardId, ColumnId } from "../order/board-model";
import { say } from "../say";
import { BoardBoxes } from "./board-boxes";
import { dropCard, dropOnUnit, liftedCard } from "./lift";
import { PointerDrag } from "./pointer-drag";

interface Elements {
  readonly board: RefObject<HTMLElement | null>;
  readonly line: RefObject<HTMLElement | null>;
  readonly strip: RefObject<HTMLElement | null>;
}

/** Begins and ends drags by pointer; in between `PointerDrag` has the word. */
export class DragDesk {
  private readonly context: BoardContextValue;
  private readonly elements: Elements;
  private readonly unfold: (column: ColumnId) => void;
  private current: PointerDrag | null = null;

  constructor(context: BoardContextValue, elements: Elements, unfold: (column: ColumnId) => void) {
    this.context = context;
    this.elements = elements;
    this.unfold = unfold;
  }

  start(id: CardId, press: Event): void {
    const { session, actions } = this.context;
    const board = this.elements.board.current;
    const line = this.elements.line.current;
    const by = press.type.startsWith("touch") ? "touch" : "mouse";
    const drag = liftedCard(session, actions, id, by);
    if (!drag || !board || !line) return;
    session.drag.start(drag);
    session.marks.away(id, true);
    say.lifted(actions.placeOf(id));
    // A tick under the finger, where the device can.
    if (by === "touch" && "vibrate" in navigator) navigator.vibrate(10);
    addEventListener("mousedown", this.onOtherButton, true);
    this.current = new PointerDrag({
      session,
      drag,
      board,
      line,
      boxes: new BoardBoxes(board),
      strip: () => this.elements.strip.current,
      unfold: this.unfold,
    });
  }

  readonly drop = (): void => {
    this.finish(true);
  };

  readonly cancel = (): void => {
    this.finish(false);
  };

  private finish(isDrop: boolean): void {
    const { session } = this.context;
    removeEventListener("mousedown", this.onOtherButton, true);
    const over = this.current?.stop() ?? null;
    const unitId = this.current?.unitOver() ?? null;
    this.current = null;
    const drag = session.drag.drag.get();
    session.drag.end();
    if (!drag) return;
    session.marks.away(drag.cardId, false);
    if (isDrop && unitId !== null) dropOnUnit(this.context, drag, unitId);
    else dropCard(this.context, drag, isDrop ? over : null);
  }

  /** The right button puts the card back. */
  private readonly onOtherButton = (event: MouseEvent): void => {
    if (event.button !== 0) cancelDrag();
  };
}
