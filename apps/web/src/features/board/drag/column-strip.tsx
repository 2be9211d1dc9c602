import type { Ref } from "react";
import { cx } from "../../../lib/cx";
import { useStore } from "../../../lib/store";
import { Icon } from "../../../ui/icon";
import { useBoard } from "../board-context";
import styles from "./drag.module.css";

/** While a finger carries a card, all columns rise within reach of the thumb; a drop there is the top of that column. */
export function ColumnStrip({ ref }: { ref: Ref<HTMLDivElement> }) {
  const { session } = useBoard();
  const drag = useStore(session.drag.drag);
  const { columns } = useStore(session.view);
  if (drag?.by !== "touch") return null;
  return (
    <div ref={ref} className={styles["strip"]} aria-hidden="true">
      {columns.map((column) => {
        const isDenied = drag.verdicts.get(column.id)?.allowed === false;
        return (
          <div
            key={column.id}
            data-strip={column.id}
            className={cx(styles["target"], isDenied && styles["deniedTarget"])}
          >
            {isDenied && <Icon name="lock" />}
            {column.name}
          </div>
        );
      })}
    </div>
  );
}
