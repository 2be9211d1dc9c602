import { useCallback } from "react";
import { useNavigate } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { IssueView } from "./issue-view";
import styles from "./issue.module.css";

/** The issue as a page of its own, with the same content as the panel. */
export function IssuePage({ issueKey }: { issueKey: string }) {
  const navigate = useNavigate();
  const open = useCallback(
    (key: string) => {
      void navigate({ to: "/issue/$issueKey", params: { issueKey: key } });
    },
    [navigate],
  );
  return (
    <div className={styles["page"]}>
      <h1 className="visually-hidden">{t("issue.panel", { key: issueKey })}</h1>
      <IssueView issueKey={issueKey} openIssue={open} />
    </div>
  );
}
