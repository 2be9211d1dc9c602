import { useEffect, useLayoutEffect, useRef } from "react";
import { formatInstant, formatSpan } from "../../lib/format";
import { letterOf, isForPage } from "../../ui/page-keys";
import { Icon } from "../../ui/icon";
import { t } from "../../lib/words/words";
import { neighbourOf } from "./chosen";
import styles from "./inbox.module.css";
import type { Waiting } from "./waiting";

interface InboxListProps {
  readonly all: readonly Waiting[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Where the arrows choose: in the list, or where nothing has the focus. Elsewhere they scroll. */
function isAtList(target: EventTarget | null, list: HTMLElement | null): boolean {
  return target === document.body || (target instanceof Node && list?.contains(target) === true);
}

function stepOf(event: KeyboardEvent, list: HTMLElement | null): 1 | -1 | null {
  const letter = letterOf(event);
  if (letter === "j") return 1;
  if (letter === "k") return -1;
  if (!isAtList(event.target, list)) return null;
  return event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
}

function useListKeys(list: React.RefObject<HTMLElement | null>, props: InboxListProps): void {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = isForPage(event) ? stepOf(event, list.current) : null;
      if (step === null) return;
      event.preventDefault();
      const { all, chosenId, onChoose } = latest.current;
      const next = neighbourOf(all, chosenId, step);
      if (next) onChoose(next.id);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [list]);
}

/** The focus goes with what is chosen, unless it has work elsewhere. */
function useFocusOnChosen(list: React.RefObject<HTMLElement | null>, chosenId: string | undefined): void {
  useLayoutEffect(() => {
    const row = list.current?.querySelector<HTMLElement>("[aria-current=true]");
    row?.scrollIntoView({ block: "nearest" });
    if (isAtList(document.activeElement, list.current)) row?.focus({ preventScroll: true });
  }, [list, chosenId]);
}

/** One tab stop; J, K and the arrows choose. */
export function InboxList(props: InboxListProps) {
  const { all, chosenId, onChoose } = props;
  const ref = useRef<HTMLUListElement>(null);
  useListKeys(ref, props);
  useFocusOnChosen(ref, chosenId);
  return (
    <ul ref={ref} aria-label={t("inbox.list")} className={styles["list"]}>
      {all.map((one) => (
        <li key={one.id}>
          <Row
            waiting={one}
            isChosen={one.id === chosenId}
            onChoose={() => {
              onChoose(one.id);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly waiting: Waiting;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Row({ waiting: { issue, icon, text, since }, isChosen, onChoose }: RowProps) {
  return (
    <button
      type="button"
      aria-current={isChosen}
      tabIndex={isChosen ? 0 : -1}
      className={styles["row"]}
      onClick={onChoose}
    >
      <Icon name={icon} className={styles["icon"]} />
      <span className={styles["words"]}>
        <span className={styles["title"]}>
          <span className={styles["key"]}>{issue.key}</span> {issue.title}
        </span>
        <span className={styles["text"]}>{text}</span>
      </span>
      <time dateTime={since} title={formatInstant(since)} className={styles["age"]}>
        {formatSpan(new Date().getTime() - Date.parse(since))}
      </time>
    </button>
  );
}
