import { memo, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useStore } from "../../../lib/store";
import { t } from "../../../lib/words/words";
import { useFixedList } from "../../../ui/virtual";
import { useBoard } from "../board-context";
import { CardSlot } from "../cards/card-slot";
import { CARD_GAP, CARD_HEIGHT, density, LIST_PADDING } from "../density";
import { isNewCard } from "../moves/new-cards";
import type { CardId } from "../order/board-model";
import type { Column } from "./column-model";
import styles from "./column.module.css";
import { anchoredScroll } from "./scroll-anchor";

const OVERSCAN = 4;
const NONE: readonly number[] = [];

export function useColumnCards(column: string): readonly CardId[] {
  const { session } = useBoard();
  const { order } = session.base;
  return useSyncExternalStore(
    (listener) => order.subscribe(column, listener),
    () => order.column(column),
  );
}

/** The focused and the dragged card, where they stand in this column: they stay mounted, however far it scrolls. */
function usePinned(ids: readonly CardId[], column: string): readonly number[] {
  const { session } = useBoard();
  const inColumn = (id: CardId | null | undefined) =>
    id != null && session.base.order.columnOf(id) === column ? id : null;
  const focused = useSyncExternalStore(
    (listener) => session.focus.current.subscribe(listener),
    () => inColumn(session.focus.current.get()),
  );
  const dragged = useSyncExternalStore(
    (listener) => session.drag.drag.subscribe(listener),
    () => inColumn(session.drag.drag.get()?.cardId),
  );
  return useMemo(() => {
    const indexes = [focused, dragged].filter((id) => id !== null).map((id) => ids.indexOf(id));
    return indexes.length === 0 ? NONE : [...new Set(indexes)];
  }, [ids, focused, dragged]);
}

/** What is inserted or taken out above the viewport does not shift what is seen (UX.md, section 8). */
function useScrollAnchor(
  ids: readonly CardId[],
  scroller: React.RefObject<HTMLElement | null>,
  stride: number,
): void {
  const before = useRef(ids);
  useLayoutEffect(() => {
    const list = scroller.current;
    const top = list?.scrollTop ?? 0;
    if (top > 0 && before.current !== ids)
      list?.scrollTo({ top: anchoredScroll(before.current, ids, top, stride) });
    before.current = ids;
  }, [ids, scroller, stride]);
}

/** Cards near the viewport, and one screen beyond, are loaded before they are scrolled to. */
function useWanted(ids: readonly CardId[], first: number, last: number): void {
  const { session } = useBoard();
  useEffect(() => {
    const screen = Math.max(last - first + 1, 10);
    const near = ids.slice(Math.max(0, first - screen), last + 1 + screen);
    session.loader.want(near.filter((id) => !isNewCard(id)));
  }, [session, ids, first, last]);
}

interface ColumnListProps {
  readonly column: Column;
  readonly today: string;
}

export const ColumnList = memo(function ColumnList({ column, today }: ColumnListProps) {
  const ids = useColumnCards(column.id);
  const rowHeight = CARD_HEIGHT[useStore(density)];
  const scroller = useRef<HTMLDivElement>(null);
  const pinned = usePinned(ids, column.id);
  const list = useFixedList({
    count: ids.length,
    scroller,
    rowHeight,
    gap: CARD_GAP,
    padding: LIST_PADDING,
    overscan: OVERSCAN,
    keyOf: (index) => ids[index] ?? String(index),
    pinned,
  });
  useScrollAnchor(ids, scroller, rowHeight + CARD_GAP);
  useEffect(() => {
    list.measure();
  }, [list, rowHeight]);
  const rows = list.getVirtualItems();
  useWanted(ids, rows[0]?.index ?? 0, rows.at(-1)?.index ?? -1);
  return (
    <div ref={scroller} data-list={column.id} className={styles["scroller"]}>
      {ids.length === 0 && <p className={styles["empty"]}>{t("board.column.empty")}</p>}
      <ul
        role="list"
        aria-label={t("board.column.list", { column: column.name })}
        className={styles["list"]}
        style={{ height: list.getTotalSize() }}
      >
        {rows.map(({ index, start }) => {
          const id = ids[index];
          if (id === undefined) return null;
          return <CardSlot key={id} id={id} index={index} count={ids.length} offset={start} today={today} />;
        })}
      </ul>
    </div>
  );
});
