import type { RefObject } from "react";
import { t } from "../../../lib/words/words";
import { columnElement } from "../dom";
import type { Column } from "./column-model";
import styles from "./column.module.css";

interface ColumnTabsProps {
  readonly columns: readonly Column[];
  readonly board: RefObject<HTMLElement | null>;
}

/** On a narrow screen, where one column fills it: the way to the others without swiping through all of them. */
export function ColumnTabs({ columns, board }: ColumnTabsProps) {
  return (
    <nav aria-label={t("board.columns")} className={styles["tabs"]}>
      {columns.map((column) => (
        <button
          key={column.id}
          type="button"
          className={styles["tab"]}
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
