import { useEffect, useState, type RefObject } from "react";
import { t } from "../../../lib/words/words";
import { columnElement } from "../dom";
import type { Column } from "./column-model";
import styles from "./column.module.css";

interface ColumnTabsProps {
  readonly columns: readonly Column[];
  readonly board: RefObject<HTMLElement | null>;
}

/** Which column fills the screen; null where all are in sight together, or nothing can tell. */
function useColumnInSight(columns: readonly Column[], board: RefObject<HTMLElement | null>): string | null {
  const [inSight, setInSight] = useState<string | null>(null);
  const ids = columns.map(({ id }) => id).join();
  useEffect(() => {
    const frame = board.current;
    if (!frame || typeof IntersectionObserver === "undefined") return;
    const columnOf = new Map<Element, string>();
    for (const id of ids.split(",")) {
      const element = columnElement(id, frame);
      if (element) columnOf.set(element, id);
    }
    const note = (entries: readonly IntersectionObserverEntry[]) => {
      const shown = entries.find((entry) => entry.isIntersecting);
      if (shown) setInSight(columnOf.get(shown.target) ?? null);
    };
    const observer = new IntersectionObserver(note, { root: frame, threshold: 0.6 });
    columnOf.forEach((_, element) => {
      observer.observe(element);
    });
    return () => {
      observer.disconnect();
    };
  }, [ids, board]);
  return inSight;
}

/** On a narrow screen, where one column fills it: the way to the others without swiping through all of them. */
export function ColumnTabs({ columns, board }: ColumnTabsProps) {
  const inSight = useColumnInSight(columns, board);
  return (
    <nav aria-label={t("board.columns")} className={styles["tabs"]}>
      {columns.map((column) => (
        <button
          key={column.id}
          type="button"
          className={styles["tab"]}
          aria-current={column.id === inSight ? "true" : undefined}
          onClick={() => {
            const frame = board.current;
            if (frame)
              columnElement(column.id, frame)?.scrollIntoView({ inline: "center", block: "nearest" });
          }}
        >
          {column.name}
        </button>
      ))}
    </nav>
  );
}
