import { useIssueParam, Link } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { IconButton } from "../../ui/button";
import { Icon } from "../../ui/icon";
import buttonStyles from "../../ui/button.module.css";
import { cx } from "../../lib/cx";
import { showToast } from "../../ui/toast-store";
import { IssueView } from "./issue-view";
import styles from "./issue.module.css";

interface IssuePanelProps {
  readonly issueKey: string;
  readonly onClose: () => void;
}

async function copyLink(key: string): Promise<void> {
  await navigator.clipboard.writeText(`${location.origin}/issue/${key}`);
  showToast(t("issue.link.copied", { key }), { tone: "ok" });
}

/** The issue beside what it was opened from; Back and Escape close it. */
export function IssuePanel({ issueKey, onClose }: IssuePanelProps) {
  const { open } = useIssueParam();
  return (
    <div className={styles["panel"]}>
      <div className={styles["bar"]}>
        <span className={styles["barKey"]}>{issueKey}</span>
        <IconButton icon="link" label={t("issue.copyLink")} onClick={() => void copyLink(issueKey)} />
        <Link
          to="/issue/$issueKey"
          params={{ issueKey }}
          className={cx(buttonStyles["button"], buttonStyles["quiet"], buttonStyles["icon"])}
          aria-label={t("issue.openPage")}
          title={t("issue.openPage")}
        >
          <Icon name="external" />
        </Link>
        <IconButton icon="close" label={t("issue.close")} onClick={onClose} />
      </div>
      <div className={styles["scroller"]}>
        <IssueView issueKey={issueKey} openIssue={open} />
      </div>
    </div>
  );
}
