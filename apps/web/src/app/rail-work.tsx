import { useInboxCount } from "../features/inbox/inbox-count";
import { useAwaitingCount } from "../features/issues/closing/awaiting-count";
import { useViewer } from "../features/identity/viewer";
import { Link } from "../lib/navigation";
import { formatNumber } from "../lib/format";
import { t } from "../lib/words/words";
import { Icon, type IconName } from "../ui/icon";
import type { GoTarget } from "./go-keys";
import styles from "./rail.module.css";

/** What is the viewer's own, above the units: one line for each of its screens, with its key (go-keys.ts). */
export function RailWork({ isCompact }: { isCompact: boolean }) {
  const inboxCount = useInboxCount();
  const { isBoss } = useViewer();
  const awaitingCount = useAwaitingCount(isBoss);
  return (
    <div role="group" aria-label={t("rail.work")} className={styles["work"]}>
      <WorkLink to="/my" icon="work" words={t("go.my")} goKey="M" count={null} {...{ isCompact }} />
      <WorkLink
        to="/inbox"
        icon="inbox"
        words={t("go.inbox")}
        goKey="I"
        count={inboxCount}
        {...{ isCompact }}
      />
      {isBoss && (
        <WorkLink
          to="/closure"
          icon="status-closed"
          words={t("go.closure")}
          goKey="C"
          count={awaitingCount}
          {...{ isCompact }}
        />
      )}
    </div>
  );
}

interface WorkLinkProps {
  to: GoTarget;
  icon: IconName;
  words: string;
  /** After `G`. */
  goKey: string;
  /** Null while it is not known. */
  count: number | null;
  isCompact: boolean;
}

function WorkLink({ to, icon, words, goKey, count, isCompact }: WorkLinkProps) {
  const isCounted = count !== null && count > 0;
  return (
    <Link to={to} className={styles["link"]} title={t("go.title", { name: words, key: goKey })}>
      <Icon name={icon} {...(isCompact && { label: words })} />
      {!isCompact && <span className={styles["words"]}>{words}</span>}
      {isCounted && (
        <>
          <span aria-hidden="true" className={styles["count"]}>
            {formatNumber(count)}
          </span>
          <span className="visually-hidden">{t("go.count", { count })}</span>
        </>
      )}
    </Link>
  );
}
