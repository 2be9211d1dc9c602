import { useStore } from "../../../lib/store";
import { wordsOf } from "../../../lib/refusals";
import { Icon } from "../../../ui/icon";
import { useBoard } from "../board-context";
import type { Column } from "./column-model";
import styles from "./column.module.css";

/** While a card is lifted, a column that it may not enter says so, and why, before the attempt (R12). */
export function ColumnDenial({ column }: { column: Column }) {
  const { session } = useBoard();
  const drag = useStore(session.drag.drag);
  const verdict = drag?.verdicts.get(column.id);
  if (!verdict || verdict.allowed || drag?.from.column === column.id) return null;
  return (
    <div className={styles["denial"]}>
      <p className={styles["reason"]}>
        <Icon name="lock" />
        <span>{wordsOf(verdict.message, verdict.params)}</span>
      </p>
    </div>
  );
}
