import { useEffect, useState } from "react";
import { retryNow, useLine, type LineState } from "../lib/connection";
import { t } from "../lib/words/words";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import styles from "./line-banner.module.css";

/** A short drop is nobody's business; after three seconds it is said. */
export const BANNER_AFTER_MS = 3000;

/** What the banner says, or null. */
function useBanner(): Exclude<LineState, "up"> | null {
  const { state, since } = useLine();
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
  return state !== "up" && shownFor === since ? state : null;
}

export function LineBanner() {
  const banner = useBanner();
  return (
    <div role="status">
      {banner && (
        <div className={styles["banner"]}>
          <Icon name="offline" />
          <span className={styles["text"]}>
            {banner === "offline" ? t("line.offline") : t("line.noLive")}
          </span>
          <Button small onClick={retryNow}>
            {t("action.retry")}
          </Button>
        </div>
      )}
    </div>
  );
}
