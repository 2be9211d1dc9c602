import { useEffect, useState } from "react";
import { t } from "../lib/words/words";
import { Button } from "../ui/button";
import styles from "./page-waiting.module.css";

const PATIENCE_MS = 10_000;

/** Nothing moves and nothing shimmers; after ten seconds it offers to load anew. */
export function PageWaiting() {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className={styles["waiting"]} aria-busy="true">
      <p>{isLate ? t("app.stillLoading") : t("app.loading")}</p>
      {isLate && (
        <Button
          onClick={() => {
            location.reload();
          }}
        >
          {t("action.retry")}
        </Button>
      )}
    </div>
  );
}
