import { cx } from "../../../lib/cx";
import { formatNumber } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { IconButton } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { statusIcon } from "../../issues/issue-words";
import { useBoard } from "../board-context";
import { useKeyed } from "../order/keyed-store";
import type { Column } from "./column-model";
import styles from "./column.module.css";
import { createDenial } from "./create-denial";

interface ColumnHeadProps {
  readonly column: Column;
  readonly headingId: string;
  readonly onCollapse: (id: string) => void;
}

export function ColumnHead({ column, headingId, onCollapse }: ColumnHeadProps) {
  const { session, screen } = useBoard();
  return (
    <header className={styles["head"]}>
      <Icon name={statusIcon(column.category)} className={styles[`category-${column.category}`]} />
      <h2 id={headingId} className={styles["name"]}>
        {column.name}
      </h2>
      <Figures column={column} />
      <span className={styles["tools"]}>
        <IconButton
          small
          icon="chevron-left"
          className={styles["collapse"]}
          label={t("board.column.collapse", { column: column.name })}
          onClick={() => {
            onCollapse(column.id);
          }}
        />
        <IconButton
          small
          icon="plus"
          label={t("board.create.in", { column: column.name })}
          denied={createDenial(session, screen, column)}
          onClick={() => {
            screen.creating.set(column.id);
          }}
        />
      </span>
    </header>
  );
}

/** Apart, so that a count draws nothing else anew. */
function Figures({ column }: { column: Column }) {
  const { session } = useBoard();
  const { count, estimateSum } = useKeyed(session.base.figures, column.id);
  const { wipLimit } = column;
  const isOver = wipLimit !== null && count > wipLimit;
  const words = t("board.column.count", { count });
  return (
    <>
      <span
        data-count={column.id}
        role="img"
        aria-label={isOver ? t("board.column.overLimit", { limit: wipLimit }) : words}
        title={isOver ? t("board.column.overLimit", { limit: wipLimit }) : words}
        className={cx(styles["count"], isOver && styles["over"])}
      >
        {wipLimit === null ? formatNumber(count) : t("board.column.limit", { count, limit: wipLimit })}
      </span>
      {estimateSum !== null && estimateSum > 0 && <Sum value={estimateSum} />}
    </>
  );
}

function Sum({ value }: { value: number }) {
  const words = t("board.column.sum", { sum: formatNumber(value) });
  return (
    <span role="img" aria-label={words} title={words} className={styles["sum"]}>
      {`Σ ${formatNumber(value)}`}
    </span>
  );
}
