import { useEffect, useRef, useState } from "react";
import { cx } from "../lib/cx";
import { useStore } from "../lib/store";
import { Button, IconButton } from "./button";
import { Icon, type IconName } from "./icon";
import styles from "./toasts.module.css";
import { dismissToast, TOAST_LASTS_MS, toasts, type Toast, type ToastTone } from "./toast-store";

const MARKS: Readonly<Record<ToastTone, IconName>> = { plain: "info", ok: "check", bad: "alert" };

interface ToastRegionProps {
  label: string;
  closeLabel: string;
}

/** Texts are read out by one live region; the buttons stand outside of it, so that they are not read as text. */
export function ToastRegion({ label, closeLabel }: ToastRegionProps) {
  const all = useStore(toasts);
  return (
    <>
      <div role="status" className="visually-hidden">
        {all.map((toast) => (
          <p key={toast.id}>{toast.text}</p>
        ))}
      </div>
      <section aria-label={label} className={styles["region"]}>
        {all.map((toast) => (
          <ToastView key={toast.id} toast={toast} closeLabel={closeLabel} />
        ))}
      </section>
    </>
  );
}

/** Eight seconds in all, not counting the time under the pointer or the focus. */
function useCountdown(id: number, isHeld: boolean): void {
  const left = useRef(TOAST_LASTS_MS);
  useEffect(() => {
    if (isHeld) return undefined;
    const from = Date.now();
    const timer = setTimeout(() => {
      dismissToast(id);
    }, left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1000, left.current - (Date.now() - from));
    };
  }, [id, isHeld]);
}

/** True while the pointer or the focus is on it. */
function useHold() {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const handlers = {
    onPointerEnter: () => {
      setHovered(true);
    },
    onPointerLeave: () => {
      setHovered(false);
    },
    onFocus: () => {
      setFocused(true);
    },
    onBlur: () => {
      setFocused(false);
    },
  };
  return { isHeld: isHovered || isFocused, handlers };
}

function ToastView({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const { isHeld, handlers } = useHold();
  useCountdown(toast.id, isHeld);
  const { action } = toast;
  const dismiss = () => {
    dismissToast(toast.id);
  };
  return (
    <div className={cx(styles["toast"], toast.tone !== "plain" && styles[toast.tone])} {...handlers}>
      <span className={styles["mark"]}>
        <Icon name={MARKS[toast.tone]} />
      </span>
      {/* Read out by the region above; here for the eye alone, so that it is not said twice. */}
      <p aria-hidden className={styles["text"]}>
        {toast.text}
      </p>
      {action && (
        <Button
          look="quiet"
          small
          onClick={() => {
            dismiss();
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" small label={closeLabel} onClick={dismiss} />
    </div>
  );
}
