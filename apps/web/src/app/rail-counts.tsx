import { useInboxCount } from "../features/inbox/inbox-count";
import { useAwaitingCount } from "../features/issues/closing/awaiting-count";
import { formatNumber } from "../lib/format";
import { t } from "../lib/words/words";
import styles from "./rail.module.css";

/** What waits, beside the links of the rail: loaded after the first paint, so that no board waits for it. */
export function InboxCount() {
  return <Count count={useInboxCount()} />;
}

export function AwaitingCount() {
  return <Count count={useAwaitingCount(true)} />;
}

/** Null while it is not known. */
function Count({ count }: { count: number | null }) {
  if (count === null || count === 0) return null;
  return (
    <>
      <span aria-hidden="true" className={styles["count"]}>
        {formatNumber(count)}
      </span>
      <span className="visually-hidden">{t("go.count", { count })}</span>
    </>
  );
}
