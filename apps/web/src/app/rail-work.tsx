import { lazy, Suspense, type ReactNode } from "react";
import { useViewer } from "../features/identity/viewer";
import { Link } from "../lib/navigation";
import { t, withWords } from "../lib/words/words";
import { Icon, type IconName } from "../ui/icon";
import type { GoTarget } from "./go-keys";
import styles from "./rail.module.css";

const InboxCount = lazy(async () => ({ default: (await withWords(import("./rail-counts"))).InboxCount }));
const AwaitingCount = lazy(async () => ({
  default: (await withWords(import("./rail-counts"))).AwaitingCount,
}));

/** What is the viewer's own, above the units: one line for each of its screens, with its key (go-keys.ts). */
export function RailWork({ isCompact }: { isCompact: boolean }) {
  const { isBoss } = useViewer();
  return (
    <div role="group" aria-label={t("rail.work")} className={styles["work"]}>
      <WorkLink to="/my" icon="work" words={t("go.my")} goKey="M" isCompact={isCompact} />
      <WorkLink to="/inbox" icon="inbox" words={t("go.inbox")} goKey="I" isCompact={isCompact}>
        <InboxCount />
      </WorkLink>
      {isBoss && (
        <WorkLink to="/closure" icon="status-closed" words={t("go.closure")} goKey="C" isCompact={isCompact}>
          <AwaitingCount />
        </WorkLink>
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
  isCompact: boolean;
  /** How much waits there. */
  children?: ReactNode;
}

function WorkLink({ to, icon, words, goKey, isCompact, children }: WorkLinkProps) {
  return (
    <Link to={to} className={styles["link"]} title={t("go.title", { name: words, key: goKey })}>
      <Icon name={icon} {...(isCompact && { label: words })} />
      {!isCompact && <span className={styles["words"]}>{words}</span>}
      <Suspense>{children}</Suspense>
    </Link>
  );
}
