import type { WorkRowFragment } from "../../../gql/graphql";
import { formatDay, formatList, formatInstant, formatSpan } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { Badge } from "../../../ui/badge";
import { Icon } from "../../../ui/icon";
import { priorityIcon, statusIcon } from "../issue-words";
import styles from "./my-work.module.css";
import { whereaboutsOf, type WaitingIssue } from "./work-tabs";

interface WorkRowProps {
  readonly issue: WorkRowFragment | WaitingIssue;
  readonly onOpen: () => void;
}

/** One issue: what it is, where it is and who holds it. What is hidden is said to be, and never looks empty (R11). */
export function WorkRow({ issue, onOpen }: WorkRowProps) {
  const { key, title, status, unit, priority, dueDate, inTransit } = issue;
  return (
    <button type="button" className={styles["row"]} onClick={onOpen}>
      <Icon name={statusIcon(status.category)} className={styles["icon"]} />
      <span className={styles["words"]}>
        <span className={styles["title"]}>
          <span className={styles["key"]}>{key}</span> {title}
        </span>
        <span className={styles["text"]}>
          <span>{unit.name}</span>
          <span>{status.name}</span>
          <Holder issue={issue} />
          {dueDate !== null && <span>{t("my.due", { date: formatDay(dueDate) })}</span>}
        </span>
      </span>
      <span className={styles["marks"]}>
        {inTransit && <Badge tone="warn">{t("my.inTransit")}</Badge>}
        {priority === null ? (
          <span className={styles["hidden"]} title={t("my.hidden")}>
            <Icon name="lock" label={t("my.hidden")} />
          </span>
        ) : (
          <Icon name={priorityIcon(priority)} />
        )}
      </span>
    </button>
  );
}

function Holder({ issue }: Pick<WorkRowProps, "issue">) {
  if (!("handoffs" in issue)) return null;
  const { heads, unit, since } = whereaboutsOf(issue, new Date().getTime());
  const span = formatSpan(new Date().getTime() - Date.parse(since));
  return (
    <>
      <span>{holderWords(issue, heads, unit)}</span>
      <time dateTime={since} title={formatInstant(since)}>
        {t("my.since", { span })}
      </time>
    </>
  );
}

function holderWords({ inTransit, assignee }: WaitingIssue, heads: readonly string[], unit: string): string {
  if (inTransit) {
    return heads.length > 0 ? t("my.waitsFor", { names: formatList(heads) }) : t("my.waitsIn", { unit });
  }
  return assignee ? t("my.holder", { name: assignee.name }) : t("my.heads", { unit });
}
