import { useEffect, useState } from "react";
import { useIssueParam } from "../../../lib/navigation";
import { wordsOf } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { EmptyList, ListWaiting } from "../../../ui/list";
import { Button } from "../../../ui/button";
import { useViewer } from "../../identity/viewer";
import { IssueView } from "../issue-view";
import { ClosureBar } from "./closure-bar";
import { ClosureFilterRow } from "./closure-filter";
import { ClosureForms } from "./closure-forms";
import { ClosureList } from "./closure-list";
import { focusIn, leaveOut } from "./closure-model";
import styles from "./closure.module.css";
import { useAwaiting, type Awaiting, type ClosureFilter, type ClosureRow } from "./use-awaiting";
import { useClosureKeys } from "./use-closure-keys";
import { useClosureQueue, type ClosureQueue } from "./use-closure-queue";

interface ClosurePageProps {
  readonly filter: ClosureFilter;
  readonly onFilter: (filter: ClosureFilter) => void;
}

const NO_ROWS: readonly ClosureRow[] = [];

/** L2: all that is resolved and waits for the boss; filtered, chosen and closed or returned by the keyboard alone. */
export function ClosurePage({ filter, onFilter }: ClosurePageProps) {
  const { isBoss } = useViewer();
  if (!isBoss) {
    return (
      <div className={styles["page"]}>
        <div className={styles["main"]}>
          <h1 className={styles["title"]}>{t("closure.title")}</h1>
          <EmptyList text={wordsOf("closure.bossOnly")} />
        </div>
      </div>
    );
  }
  return <Queue filter={filter} onFilter={onFilter} />;
}

function Queue({ filter, onFilter }: ClosurePageProps) {
  const awaiting = useAwaiting(filter);
  const queue = useClosureQueue(awaiting.rows ?? NO_ROWS, awaiting.reload);
  const { issueKey, open } = useIssueParam();
  const focused = focusIn(queue.state, queue.ids);
  const row = queue.rows.find(({ id }) => id === focused);
  useClosureKeys(queue, row ?? null, open);
  return (
    <div className={styles["page"]}>
      <div className={styles["main"]}>
        <div className={styles["head"]}>
          <h1 className={styles["title"]} tabIndex={-1} data-closure-title="">
            {t("closure.title")}
          </h1>
          <ClosureFilterRow filter={filter} onFilter={onFilter} />
          <ClosureBar queue={queue} total={shownTotal(awaiting, queue)} />
          <Refused queue={queue} reload={awaiting.reload} />
        </div>
        <Rows
          awaiting={awaiting}
          queue={queue}
          focused={focused}
          isFiltered={isFiltered(filter)}
          onOpen={open}
        />
      </div>
      {/* Beside the list, unless an issue is open in the panel; where there is no room, Enter opens it there. */}
      {issueKey === undefined && row && <Preview issueKey={row.key} onOpen={open} />}
      <ClosureForms queue={queue} />
    </div>
  );
}

function isFiltered({ text, unit, assignee }: ClosureFilter): boolean {
  return text !== undefined || unit !== undefined || assignee !== undefined;
}

/** What has gone already is no longer waiting, though the server has not been asked anew. */
function shownTotal({ rows, total }: Awaiting, queue: ClosureQueue): number {
  return total - ((rows?.length ?? 0) - queue.rows.length);
}

/** L2: all or nothing, so what stood in the way can be left out. */
function Refused({ queue, reload }: { queue: ClosureQueue; reload: () => Promise<void> }) {
  const { refused } = queue.state;
  return (
    <div role="alert">
      {refused.size > 0 && (
        <p className={styles["refused"]}>
          <span>{t("closure.stoodInTheWay", { count: refused.size })}</span>
          <Button
            small
            onClick={() => {
              queue.change(leaveOut);
              void reload().catch(() => undefined);
            }}
          >
            {t("closure.leaveOut")}
          </Button>
        </p>
      )}
    </div>
  );
}

interface RowsProps {
  readonly awaiting: Awaiting;
  readonly queue: ClosureQueue;
  readonly focused: string | null;
  readonly isFiltered: boolean;
  readonly onOpen: (key: string) => void;
}

function Rows({ awaiting, queue, focused, isFiltered: filtered, onOpen }: RowsProps) {
  if (!awaiting.rows) return <ListWaiting rows={8} label={t("app.loading")} />;
  if (queue.rows.length === 0)
    return <EmptyList text={filtered ? t("closure.noneFiltered") : t("closure.none")} />;
  const hidden = shownTotal(awaiting, queue) - queue.rows.length;
  return (
    <div className={styles["scroller"]} data-stale={awaiting.isStale}>
      <ClosureList queue={queue} focused={focused} onOpen={onOpen} />
      {hidden > 0 && (
        <p className={styles["more"]}>
          <span>{t("closure.hidden", { count: hidden })}</span>
          {awaiting.more && <Button onClick={awaiting.more}>{t("closure.more")}</Button>}
        </p>
      )}
    </div>
  );
}

const PREVIEW_AFTER_MS = 120;

/** The last of several in quick succession. */
function useSettled(key: string): string {
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(key);
    }, PREVIEW_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [key]);
  return settled;
}

function Preview({ issueKey, onOpen }: { issueKey: string; onOpen: (key: string) => void }) {
  const settled = useSettled(issueKey);
  return (
    <section
      aria-label={t("closure.preview", { key: settled })}
      className={styles["preview"]}
      data-closure-preview=""
    >
      <IssueView key={settled} issueKey={settled} openIssue={onOpen} />
    </section>
  );
}
