import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ComponentProps } from "react";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import { useStore } from "../../lib/store";
import { useIdle } from "../../lib/use-idle";
import { t, withWords } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { headerActions, headerTools } from "../../ui/slot";
import { useViewer } from "../identity/viewer";
import type { UnitNode } from "../org/units";
import { BoardDisplay } from "./board-display";
import { BoardEmpty } from "./board-empty";
import { useBoard } from "./board-context";
import styles from "./board.module.css";
import { createDenial } from "./columns/create-denial";
import { ColumnTabs } from "./columns/column-tabs";
import { ColumnView } from "./columns/column";
import type { Column } from "./columns/column-model";
import { FoldedColumn } from "./columns/folded-column";
import { collapsedColumns, density } from "./density";
import { useBoardKeyboard } from "./keys/use-board-keyboard";

interface BoardColumnsProps {
  readonly columns: readonly Column[];
  readonly unit: UnitNode;
}

/** What is due before this day is late; the company's day, looked at again each time the page is. */
function useToday(): string {
  const { timeZone } = useViewer();
  const [today, setToday] = useState<string>(() => dayIn(timeZone, new Date()));
  useEffect(() => {
    const look = () => {
      setToday(dayIn(timeZone, new Date()));
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
    };
  }, [timeZone]);
  return today;
}

function useFolding(key: string) {
  const [store] = useState(() => collapsedColumns(key));
  const folded = useStore(store);
  const fold = useCallback(
    (id: string) => {
      store.update((now) => [...now.filter((one) => one !== id), id]);
    },
    [store],
  );
  const unfold = useCallback(
    (id: string) => {
      store.update((now) => now.filter((one) => one !== id));
    },
    [store],
  );
  return { folded, fold, unfold };
}

/** `C` and the header's button: in the column of the focused card, else in the first that takes new issues. */
function useCreate(columns: readonly Column[]): () => void {
  const { session, screen } = useBoard();
  return useCallback(() => {
    const card = session.focus.current.get();
    const here = card === null ? null : session.base.order.columnOf(card);
    const isOpen = (column: Column) => createDenial(session, screen, column) === undefined;
    const column = columns.find((one) => one.id === here && isOpen(one)) ?? columns.find(isOpen);
    if (column) screen.creating.set(column.id);
  }, [session, screen, columns]);
}

export function BoardColumns({ columns, unit }: BoardColumnsProps) {
  const { session, screen } = useBoard();
  const board = useRef<HTMLDivElement>(null);
  const today = useToday();
  const create = useCreate(columns);
  const { folded, fold, unfold } = useFolding(`${unit.key}${session.place.under ? "+" : ""}`);
  useBoardKeyboard(board, create);
  const denied = columns.map((column) => createDenial(session, screen, column));
  return (
    <>
      <headerTools.Fill>
        <BoardDisplay unit={unit} />
      </headerTools.Fill>
      <headerActions.Fill>
        <Button
          look="primary"
          icon="plus"
          aria-label={t("board.create")}
          aria-keyshortcuts="C"
          denied={denied.every((reason) => reason !== undefined) ? denied[0] : undefined}
          onClick={create}
        >
          <span className={styles["createWords"]}>{t("board.create")}</span>
        </Button>
      </headerActions.Fill>
      <ColumnTabs columns={columns} board={board} />
      <BoardFrame board={board}>
        {columns.map((column) =>
          folded.includes(column.id) ? (
            <FoldedColumn key={column.id} column={column} onExpand={unfold} />
          ) : (
            <ColumnView key={column.id} column={column} today={today} onCollapse={fold} />
          ),
        )}
      </BoardFrame>
      <BoardEmpty onCreate={create} />
      <Later board={board} today={today} unfold={unfold} />
    </>
  );
}

const DragLayer = lazy(async () => ({ default: (await withWords(import("./drag/drag-layer"))).DragLayer }));
const CardLayerView = lazy(async () => ({
  default: (await withWords(import("./cards/card-layer"))).CardLayerView,
}));

/** What the first paint does without: dragging, menus, and the code of what is likely to be opened next. */
function Later(props: ComponentProps<typeof DragLayer>) {
  const isIdle = useIdle();
  useEffect(() => {
    if (isIdle) void import("../issues/issue-panel").catch(() => undefined);
  }, [isIdle]);
  if (!isIdle) return null;
  return (
    <Suspense fallback={null}>
      <DragLayer {...props} />
      <CardLayerView />
    </Suspense>
  );
}

function BoardFrame({
  board,
  children,
}: {
  board: React.RefObject<HTMLDivElement | null>;
  children: React.ReactNode;
}) {
  const height = useStore(density);
  return (
    <div ref={board} data-density={height} className={styles["columns"]}>
      {children}
    </div>
  );
}
