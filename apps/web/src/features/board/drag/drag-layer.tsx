import { useRef, useState, type RefObject } from "react";
import { useStore } from "../../../lib/store";
import {
  cancelDrag,
  DragArea,
  DragPreview,
  DragSource,
  DropTarget,
  type DragStartEvent,
} from "../../../ui/dnd";
import { useLayer } from "../../../ui/layers";
import { useBoard } from "../board-context";
import { CardBody } from "../cards/card-body";
import cardStyles from "../cards/card.module.css";
import { isNewCard } from "../moves/new-cards";
import type { ColumnId } from "../order/board-model";
import { ColumnStrip } from "./column-strip";
import { DragDesk } from "./drag-desk";
import styles from "./drag.module.css";

interface DragLayerProps {
  readonly board: RefObject<HTMLElement | null>;
  readonly today: string;
  readonly unfold: (column: ColumnId) => void;
}

/** Dragging by mouse and finger over the whole board. It stands beside the board and comes after its first paint. */
export function DragLayer({ board, today, unfold }: DragLayerProps) {
  const context = useBoard();
  const line = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLDivElement>(null);
  const [desk] = useState(() => new DragDesk(context, { board, line, strip }, unfold));
  return (
    <DragArea
      onDragStart={({ active, activatorEvent }: DragStartEvent) => {
        desk.start(String(active.id), activatorEvent);
      }}
      onDragEnd={desk.drop}
      onDragCancel={desk.cancel}
    >
      <Sources />
      <Targets />
      <div ref={line} data-drop-line hidden className={styles["line"]} />
      <ColumnStrip ref={strip} />
      <CancelKeys />
      <DragPreview>
        <Preview today={today} />
      </DragPreview>
    </DragArea>
  );
}

function Sources() {
  const { elements } = useBoard();
  const cards = useStore(elements.cards);
  return [...cards]
    .filter(([id]) => !isNewCard(id))
    .map(([id, element]) => (
      <DragSource key={id} id={id} element={element} onListeners={elements.setListeners} />
    ));
}

function Targets() {
  const { elements } = useBoard();
  const columns = useStore(elements.columns);
  return [...columns].map(([id, element]) => <DropTarget key={id} id={id} element={element} />);
}

/** Escape puts the card back, and closes nothing else. */
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
        <CardBody id={drag.cardId} today={today} isCopy />
      </div>
      {notice !== null && <p className={styles["notice"]}>{notice}</p>}
    </div>
  );
}
