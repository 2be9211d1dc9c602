import { useId, useLayoutEffect, useRef, type MouseEvent } from "react";
import { cx } from "../../../lib/cx";
import { formatAgo, formatInstant } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { Avatar } from "../../../ui/avatar";
import { Badge } from "../../../ui/badge";
import { Icon } from "../../../ui/icon";
import { RESOLUTION_WORDS, TYPE_WORDS, typeIcon } from "../issue-words";
import { focusOn, selectTo, toggle } from "./closure-model";
import styles from "./closure.module.css";
import type { ClosureRow } from "./use-awaiting";
import type { ClosureQueue } from "./use-closure-queue";

interface ClosureListProps {
  readonly queue: ClosureQueue;
  readonly focused: string | null;
  readonly onOpen: (key: string) => void;
}

/** Keys that work on a row, for who cannot see the list of them. */
const SHORTCUTS = "Enter X Shift+X Control+A Y Shift+Y R";

/** One tab stop: the row with the focus. */
export function ClosureList({ queue, focused, onOpen }: ClosureListProps) {
  const list = useRef<HTMLUListElement>(null);
  // A row that left takes the focus with it: it goes on to the next one, and to nowhere else.
  const isInList = useRef(false);
  useLayoutEffect(() => {
    if (isInList.current && document.activeElement === document.body) focusRow(focused);
  }, [focused]);
  return (
    <ul
      ref={list}
      aria-label={t("closure.title")}
      className={styles["rows"]}
      onFocus={() => {
        isInList.current = true;
      }}
      onBlur={(event) => {
        isInList.current = event.relatedTarget === null;
      }}
    >
      {queue.rows.map((row) => (
        <Row key={row.id} row={row} queue={queue} isStop={row.id === focused} onOpen={onOpen} />
      ))}
    </ul>
  );
}

export function focusRow(id: string | null): void {
  const all = [...document.querySelectorAll<HTMLElement>("[data-closure-row]")];
  const row = all.find((element) => element.dataset["closureRow"] === id);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

interface RowProps {
  readonly row: ClosureRow;
  readonly queue: ClosureQueue;
  readonly isStop: boolean;
  readonly onOpen: (key: string) => void;
}

/** Whether there is a preview that shows what a click chooses; else the click opens the issue. */
function hasPreview(): boolean {
  const preview = document.querySelector("[data-closure-preview]");
  return preview !== null && preview.getClientRects().length > 0;
}

function useRowHandlers({ row, queue, onOpen }: RowProps) {
  return {
    onFocus: () => {
      queue.change((state) => focusOn(state, row.id));
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (event.target instanceof Element && event.target.closest("label") !== null) return;
      if (event.shiftKey) queue.change((state) => selectTo(state, queue.ids, row.id));
      else if (event.ctrlKey || event.metaKey) queue.change((state) => toggle(state, row.id));
      else if (!hasPreview()) onOpen(row.key);
    },
  };
}

function Row(props: RowProps) {
  const { row, queue, isStop } = props;
  const id = useId();
  const isSelected = queue.state.selected.has(row.id);
  const refused = queue.state.refused.get(row.id);
  return (
    <li
      {...useRowHandlers(props)}
      data-closure-row={row.id}
      tabIndex={isStop ? 0 : -1}
      aria-labelledby={`${id}-key ${id}-title`}
      aria-describedby={`${id}-about`}
      aria-keyshortcuts={SHORTCUTS}
      className={cx(
        styles["row"],
        isStop && styles["stop"],
        isSelected && styles["selected"],
        refused !== undefined && styles["stuck"],
      )}
    >
      <SelectBox row={row} queue={queue} isSelected={isSelected} />
      <span className={styles["words"]}>
        <span className={styles["line"]}>
          {row.type !== null && <Icon name={typeIcon(row.type)} label={t(TYPE_WORDS[row.type])} />}
          <span id={`${id}-key`} className={styles["key"]}>
            {row.key}
          </span>
          <span id={`${id}-title`} className={styles["name"]}>
            {row.title}
          </span>
        </span>
        <About id={`${id}-about`} row={row} refused={refused} />
      </span>
      {row.assignee && <Avatar name={row.assignee.name} url={row.assignee.avatarUrl} />}
    </li>
  );
}

function SelectBox({
  row,
  queue,
  isSelected,
}: {
  row: ClosureRow;
  queue: ClosureQueue;
  isSelected: boolean;
}) {
  return (
    <label className={styles["box"]}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t("closure.select", { key: row.key })}
        checked={isSelected}
        onChange={(event) => {
          const { nativeEvent } = event;
          const isRange = nativeEvent instanceof globalThis.MouseEvent && nativeEvent.shiftKey;
          queue.change((state) => (isRange ? selectTo(state, queue.ids, row.id) : toggle(state, row.id)));
        }}
      />
    </label>
  );
}

function About({ id, row, refused }: { id: string; row: ClosureRow; refused: string | undefined }) {
  return (
    <span id={id} className={styles["about"]}>
      {refused !== undefined && (
        <span className={styles["reason"]}>
          <Icon name="alert" />
          {refused}
        </span>
      )}
      {row.resolution !== null && row.resolution !== "DONE" && (
        <Badge tone="warn">{t(RESOLUTION_WORDS[row.resolution])}</Badge>
      )}
      {!row.can.close && refused === undefined && (
        <span className={styles["locked"]}>
          <Icon name="lock" />
          {t("closure.partsLeft")}
        </span>
      )}
      <span>{row.unit.name}</span>
      <span>{row.assignee?.name ?? t("issue.assignee.nobody")}</span>
      <time dateTime={row.updatedAt} title={formatInstant(row.updatedAt)}>
        {formatAgo(row.updatedAt, new Date())}
      </time>
    </span>
  );
}
