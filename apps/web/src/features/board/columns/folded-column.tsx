import { useId } from "react";
import { formatNumber } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { IconButton } from "../../../ui/button";
import { useBoard } from "../board-context";
import { useKeyed } from "../order/keyed-store";
import type { Column } from "./column-model";
import { ColumnDenial } from "./column-denial";
import styles from "./column.module.css";
import { useColumnElement } from "./use-column-element";

/** A column folded to a strip: still a drop target (the top), and it opens when a card rests on it. */
export function FoldedColumn({ column, onExpand }: { column: Column; onExpand: (id: string) => void }) {
  const { session } = useBoard();
  const headingId = useId();
  const { count } = useKeyed(session.base.figures, column.id);
  const attach = useColumnElement(column.id);
  const words = t("board.column.count", { count });
  return (
    <section
      ref={attach}
      aria-labelledby={headingId}
      data-column={column.id}
      data-folded="true"
      className={styles["folded"]}
    >
      <IconButton
        small
        icon="chevron-right"
        label={t("board.column.expand", { column: column.name })}
        onClick={() => {
          onExpand(column.id);
        }}
      />
      <span role="img" aria-label={words} title={words} className={styles["count"]}>
        {formatNumber(count)}
      </span>
      <h2 id={headingId} className={styles["foldedName"]}>
        {column.name}
      </h2>
      <ColumnDenial column={column} />
    </section>
  );
}
