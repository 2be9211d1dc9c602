import { useEffect, useState } from "react";
import { retryNow, useLine } from "../lib/connection";
import { t } from "../lib/words/words";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import styles from "./line-banner.module.css";

/** A short drop is nobody's business; after three seconds it is said. */
export const BANNER_AFTER_MS = 3000;

function useIsLongOffline(): boolean {
  const { since } = useLine();
  const [shownFor, setShownFor] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setTimeout(
      () => {
        setShownFor(since);
      },
      Math.max(0, since + BANNER_AFTER_MS - Date.now()),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [since]);
  return since !== null && shownFor === since;
}

export function LineBanner() {
  const isShown = useIsLongOffline();
  return (
    <div role="status">
      {isShown && (
        <div className={styles["banner"]}>
          <Icon name="offline" />
          <span className={styles["text"]}>{t("line.offline")}</span>
          <Button small onClick={retryNow}>
            {t("action.retry")}
          </Button>
        </div>
      )}
    </div>
  );
}
