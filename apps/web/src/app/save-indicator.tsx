import { useEffect, useRef, useState } from "react";
import { useLine } from "../lib/connection";
import { cx } from "../lib/cx";
import { dismissSave, useSaves, type Save, type SaveSummary } from "../lib/saves";
import { t } from "../lib/words/words";
import { Button } from "../ui/button";
import { Icon, type IconName } from "../ui/icon";
import { Popover } from "../ui/popover";
import styles from "./save-indicator.module.css";

interface Shown {
  readonly look: "saved" | "saving" | "waiting";
  readonly icon: IconName;
  readonly text: string;
}

/** A save that is over in a blink does not flicker through the header. */
const SHOW_SAVING_AFTER_MS = 300;

function useIsSlow(saving: number): boolean {
  const [isSlow, setSlow] = useState(false);
  const isSaving = saving > 0;
  useEffect(() => {
    if (!isSaving) return undefined;
    const timer = setTimeout(() => {
      setSlow(true);
    }, SHOW_SAVING_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isSaving]);
  return isSlow && isSaving;
}

function shownOf({ saving, waiting }: SaveSummary, isOffline: boolean, isSlow: boolean): Shown {
  if (waiting > 0) return { look: "waiting", icon: "offline", text: t("saves.waiting", { count: waiting }) };
  if (isOffline) return { look: "waiting", icon: "offline", text: t("saves.offline") };
  if (isSlow) return { look: "saving", icon: "refresh", text: t("saves.saving", { count: saving }) };
  return { look: "saved", icon: "check", text: t("saves.saved") };
}

/** Whether what was done is safe: Saved, Saving 2, Offline, 3 waiting; what failed is a button to the reasons. */
export function SaveIndicator() {
  const saves = useSaves();
  const isOffline = useLine().state === "offline";
  const shown = shownOf(saves, isOffline, useIsSlow(saves.saving));
  return (
    <>
      <span className={cx(styles["state"], styles[shown.look])} title={shown.text} data-testid="save-state">
        <Icon name={shown.icon} />
        <span className={styles["text"]}>{shown.text}</span>
      </span>
      {saves.failed.length > 0 && <FailedSaves failed={saves.failed} />}
    </>
  );
}

function FailedSaves({ failed }: { failed: readonly Save[] }) {
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={ref}
        look="danger"
        small
        icon="alert"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen((now) => !now);
        }}
      >
        {t("saves.failed", { count: failed.length })}
      </Button>
      {isOpen && (
        <Popover
          anchor={ref}
          align="end"
          label={t("saves.failedTitle", { count: failed.length })}
          onClose={() => {
            setOpen(false);
          }}
        >
          <div className={styles["list"]}>
            <h3>{t("saves.failedTitle", { count: failed.length })}</h3>
            <p className={styles["hint"]}>{t("saves.kept")}</p>
            {failed.map((save) => (
              <FailedSave key={save.id} save={save} />
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}

function FailedSave({ save }: { save: Save }) {
  const { retry } = save;
  return (
    <div className={styles["item"]}>
      <div className={styles["words"]}>
        <p>{save.label}</p>
        <p className={styles["reason"]}>{save.reason}</p>
      </div>
      {retry && (
        <Button small onClick={retry}>
          {t("action.retry")}
        </Button>
      )}
      <Button
        look="quiet"
        small
        onClick={() => {
          dismissSave(save.id);
        }}
      >
        {t("action.dismiss")}
      </Button>
    </div>
  );
}
