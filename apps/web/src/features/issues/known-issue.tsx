import { useApolloClient } from "@apollo/client/react";
import { t } from "../../lib/words/words";
import styles from "./issue.module.css";
import { knownTitle } from "./known-titles";

/** Until the issue comes: what its card has told already, and still placeholders for the rest. */
export function KnownIssue({ issueKey }: { issueKey: string }) {
  const client = useApolloClient();
  const title = knownTitle(client.cache, issueKey);
  return (
    <div
      className={styles["view"]}
      aria-busy="true"
      aria-label={t("issue.loading", { key: issueKey })}
      role="group"
    >
      <div className={styles["grid"]}>
        <div className={styles["heading"]}>
          <h2 className={styles["title"]}>{title ?? issueKey}</h2>
        </div>
        <div className={styles["ghosts"]} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      </div>
    </div>
  );
}
