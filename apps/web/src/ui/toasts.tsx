import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
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
  const region = useRef<HTMLElement>(null);
  const isAside = useStepsAside(region, all.length);
  return (
    <>
      <div role="status" className="visually-hidden">
        {all.map((toast) => (
          <p key={toast.id}>{toast.text}</p>
        ))}
      </div>
      <section ref={region} aria-label={label} className={cx(styles["region"], isAside && styles["aside"])}>
        {all.map((toast) => (
          <ToastView key={toast.id} toast={toast} closeLabel={closeLabel} />
        ))}
      </section>
    </>
  );
}

function covers(region: Element, focused: Element | null): boolean {
  if (!focused || focused === document.body || region.contains(focused)) return false;
  const [a, b] = [region.getBoundingClientRect(), focused.getBoundingClientRect()];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Never over what has the focus: the region goes to the other corner, and stays there while it shows anything. */
function useStepsAside(region: RefObject<HTMLElement | null>, count: number): boolean {
  const [isAside, setAside] = useState(false);
  const isShown = count > 0;
  useLayoutEffect(() => {
    if (!isShown) return undefined;
    const look = () => {
      if (region.current && covers(region.current, document.activeElement)) setAside(true);
    };
    look();
    document.addEventListener("focusin", look);
    return () => {
      document.removeEventListener("focusin", look);
      setAside(false);
    };
  }, [region, isShown, count]);
  return isAside;
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
