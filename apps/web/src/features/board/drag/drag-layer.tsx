import { useCallback, useRef, type ReactNode, type RefObject } from "react";
import { anchorsAt } from "@stafeta/domain/board/move-cards";
import { useStore } from "../../../lib/store";
import { wordsOf } from "../../../lib/refusals";
import { cancelDrag, DragArea, DragPreview, type DragStartEvent } from "../../../ui/dnd";
import { useLayer } from "../../../ui/layers";
import { useBoard } from "../board-context";
import { readCard } from "../board-client";
import { CardBody } from "../cards/card-body";
import cardStyles from "../cards/card.module.css";
import type { BoardSession } from "../board-session";
import type { CardActions } from "../cards/card-actions";
import { say } from "../say";
import type { CardId, ColumnId } from "../order/board-model";
import { BoardBoxes } from "./board-boxes";
import { ColumnStrip } from "./column-strip";
import styles from "./drag.module.css";
import type { Drag } from "./drag-state";
import { PointerDrag, type PointerPlace } from "./pointer-drag";

interface DragLayerProps {
  readonly board: RefObject<HTMLElement | null>;
  readonly today: string;
  readonly unfold: (column: ColumnId) => void;
  readonly children: ReactNode;
}

/** A card as it is when a hand takes it, with the verdict for every column (R12). */
export function liftedCard(
  session: BoardSession,
  actions: CardActions,
  id: CardId,
  by: Drag["by"],
): Drag | null {
  const column = session.base.order.columnOf(id);
  const card = readCard(session.client.cache, id);
  if (column === null || !card) return null;
  return {
    cardId: id,
    cardKey: card.key,
    by,
    from: { column, index: session.base.order.column(column).indexOf(id) },
    revision: session.base.factsOf(id)?.revision ?? null,
    verdicts: actions.verdicts(id),
  };
}

/** Dragging by mouse and finger over the whole board. */
export function DragLayer({ board, today, unfold, children }: DragLayerProps) {
  const { session, actions } = useBoard();
  const line = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLDivElement>(null);
  const current = useRef<PointerDrag | null>(null);

  const onStart = useCallback(
    ({ active, activatorEvent }: DragStartEvent) => {
      const by = activatorEvent.type.startsWith("touch") ? "touch" : "mouse";
      const drag = liftedCard(session, actions, String(active.id), by);
      if (!drag || !board.current || !line.current) return;
      session.drag.start(drag);
      say.lifted(actions.placeOf(drag.cardId));
      if (by === "touch") navigator.vibrate?.(10);
      current.current = new PointerDrag({
        session,
        drag,
        boxes: new BoardBoxes(board.current),
        board: board.current,
        line: line.current,
        strip: () => strip.current,
        unfold,
      });
    },
    [session, actions, board, unfold],
  );
  const finish = useCallback(
    (isDrop: boolean) => {
      const over = current.current?.stop() ?? null;
      current.current = null;
      const drag = session.drag.drag.get();
      session.drag.end();
      if (drag) drop(session, actions, drag, isDrop ? over : null);
    },
    [session, actions],
  );
  const onEnd = useCallback(() => {
    finish(true);
  }, [finish]);
  const onCancel = useCallback(() => {
    finish(false);
  }, [finish]);
  return (
    <DragArea onDragStart={onStart} onDragEnd={onEnd} onDragCancel={onCancel}>
      {children}
      <div ref={line} hidden className={styles["line"]} />
      <ColumnStrip ref={strip} />
      <CancelKeys />
      <DragPreview>
        <Preview today={today} />
      </DragPreview>
    </DragArea>
  );
}

/** The drop: to a place, or back to where it was, with the reason where a column is denied. */
function drop(session: BoardSession, actions: CardActions, drag: Drag, over: PointerPlace | null): void {
  const column = over && session.column(over.column);
  if (!over || !column || over.place.isStill) {
    say.cancelled(actions.placeOf(drag.cardId));
    return;
  }
  const verdict = drag.verdicts.get(over.column);
  if (verdict && !verdict.allowed) {
    actions.deny(drag.cardId, column.name, wordsOf(verdict.message, verdict.params));
    return;
  }
  const anchors = anchorsAt(session.base.order.order(), over.column, over.place.index, [drag.cardId]);
  session.focus.rest(drag.cardId);
  session.moves.move({ cardId: drag.cardId, column, anchors, revision: drag.revision });
  say.dropped(actions.placeOf(drag.cardId));
}

/** Escape and the right button put the card back; Escape then closes nothing else. */
function CancelKeys() {
  const { session } = useBoard();
  const drag = useStore(session.drag.drag);
  useLayer(drag !== null && drag.by !== "keys", cancelDrag);
  return null;
}

function Preview({ today }: { today: string }) {
  const { session } = useBoard();
  const drag = useStore(session.drag.drag);
  const notice = useStore(session.drag.notice);
  if (!drag || drag.by === "keys") return null;
  return (
    <div className={styles["preview"]} aria-hidden="true">
      <div className={cardStyles["card"]}>
        <CardBody id={drag.cardId} today={today} />
      </div>
      {notice !== null && <p className={styles["notice"]}>{notice}</p>}
    </div>
  );
}
