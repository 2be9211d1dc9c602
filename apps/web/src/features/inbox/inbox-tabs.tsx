import type { ReactNode } from "react";
import { Link } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { Icon } from "../../ui/icon";
import styles from "./inbox-tabs.module.css";

/** What waits for an answer, and what is only told. */
export function InboxTabs({ children }: { children: ReactNode }) {
  return (
    <div className={styles["page"]}>
      <nav aria-label={t("notices.tabs")} className={styles["tabs"]}>
        <Link
          to="/inbox"
          search={{}}
          activeOptions={{ exact: true, includeSearch: true }}
          className={styles["tab"]}
        >
          <Icon name="inbox" />
          {t("notices.waiting")}
        </Link>
        <Link to="/inbox" search={{ tab: "notices" }} className={styles["tab"]}>
          <Icon name="bell" />
          {t("notices.title")}
        </Link>
      </nav>
      <div className={styles["content"]}>{children}</div>
    </div>
  );
}
