import { memo, useId } from "react";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { ErrorBoundary } from "../../../ui/error-boundary";
import type { Column } from "./column-model";
import styles from "./column.module.css";
import { ColumnDenial } from "./column-denial";
import { ColumnHead } from "./column-head";
import { ColumnList } from "./column-list";
import { OlderLink } from "./older-link";
import { useColumnElement } from "./use-column-element";
import { QuickCreate } from "./quick-create";

interface ColumnViewProps {
  readonly column: Column;
  readonly today: string;
  readonly onCollapse: (id: string) => void;
}

/** One column: a region whose name is the column's (UX.md, section 12). */
export const ColumnView = memo(function ColumnView({ column, today, onCollapse }: ColumnViewProps) {
  const headingId = useId();
  const attach = useColumnElement(column.id);
  return (
    <section ref={attach} aria-labelledby={headingId} data-column={column.id} className={styles["column"]}>
      <ColumnHead column={column} headingId={headingId} onCollapse={onCollapse} />
      <QuickCreate column={column} />
      <ErrorBoundary fallback={(_error, retry) => <BrokenColumn onRetry={retry} />}>
        <ColumnList column={column} today={today} />
      </ErrorBoundary>
      <OlderLink column={column} />
      <ColumnDenial column={column} />
    </section>
  );
});

function BrokenColumn({ onRetry }: { onRetry: () => void }) {
  return (
    <div className={styles["broken"]} role="alert">
      <p>{t("board.column.broken")}</p>
      <Button small onClick={onRetry}>
        {t("board.retry")}
      </Button>
    </div>
  );
}
