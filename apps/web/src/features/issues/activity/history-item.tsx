import { formatAgo, formatInstant } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { Icon } from "../../../ui/icon";
import styles from "./activity.module.css";
import { eventWords, type HistoryEvent, type Names } from "./history-words";

export function HistoryItem({ event, names }: { event: HistoryEvent; names: Names }) {
  const sentences = eventWords(event, names);
  return (
    <div className={styles["change"]}>
      <Icon name="history" className={styles["changeIcon"]} />
      <p>
        <b>
          {event.actor?.name ?? (event.kind === "HANDOFF_REMINDED" ? t("app.name") : t("history.nobody"))}
        </b>{" "}
        {event.onBehalfOf && (
          <span className={styles["sentence"]}>{t("history.inNameOf", { name: event.onBehalfOf.name })}</span>
        )}
        {sentences.map((sentence, index) => (
          <span key={index} className={styles["sentence"]}>
            {sentence}
          </span>
        ))}
        <time dateTime={event.at} title={formatInstant(event.at)} className={styles["when"]}>
          {formatAgo(event.at, new Date())}
        </time>
      </p>
    </div>
  );
}
