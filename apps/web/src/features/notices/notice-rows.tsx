import { useRef } from "react";
import { cx } from "../../lib/cx";
import { formatInstant, formatSpan } from "../../lib/format";
import { t } from "../../lib/words/words";
import { Icon } from "../../ui/icon";
import { noticeIcon, noticeSentence } from "./notice-words";
import styles from "./notices.module.css";
import type { Notice } from "./use-notices";

interface NoticeRowsProps {
  readonly all: readonly Notice[];
  readonly onOpen: (notice: Notice) => void;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Newest first. The arrows go through them, Enter opens. */
export function NoticeRows({ all, onOpen }: NoticeRowsProps) {
  const ref = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = STEPS[event.key];
    const rows = [...(ref.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    rows[step(at, rows.length - 1)]?.focus();
  };
  return (
    // The keys move the focus between its buttons, which do the rest.
    <ul ref={ref} aria-label={t("notices.title")} className={styles["rows"]} onKeyDown={onKeyDown}>
      {all.map((notice) => (
        <li key={notice.id}>
          <Row
            notice={notice}
            onOpen={() => {
              onOpen(notice);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function Row({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }) {
  const { at, issue, read, message } = notice;
  return (
    <button type="button" className={cx(styles["row"], !read && styles["unread"])} onClick={onOpen}>
      <Icon name={noticeIcon(message)} className={styles["icon"]} />
      <span className={styles["words"]}>
        <span>{noticeSentence(notice)}</span>
        {issue && <span className={styles["title"]}>{issue.title}</span>}
      </span>
      <span className={styles["side"]}>
        <time dateTime={at} title={formatInstant(at)}>
          {formatSpan(new Date().getTime() - Date.parse(at))}
        </time>
        {!read && <span role="img" aria-label={t("notices.unread")} className={styles["dot"]} />}
      </span>
    </button>
  );
}
