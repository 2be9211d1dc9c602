import { t } from "../../../lib/words/words";
import { useBoard } from "../board-context";
import { useKeyed } from "../order/keyed-store";
import type { Column } from "./column-model";
import styles from "./column.module.css";

/** A CLOSED column holds the last days alone; the rest comes by this link (UX.md, section 2). */
export function OlderLink({ column }: { column: Column }) {
  const { session } = useBoard();
  const { olderCount } = useKeyed(session.base.figures, column.id);
  if (olderCount === 0) return null;
  return (
    <button
      type="button"
      className={styles["older"]}
      title={t("board.column.olderHint")}
      onClick={() => {
        session.showOlder();
      }}
    >
      {t("board.column.older", { count: olderCount })}
    </button>
  );
}
