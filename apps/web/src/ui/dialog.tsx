import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { cx } from "../lib/cx";
import { IconButton } from "./button";
import styles from "./dialog.module.css";
import { focusFirst, returnFocus, useOpener } from "./focus";
import { useLayer } from "./layers";

interface DialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  wide?: boolean;
  /** Without a close button: only what stands inside ends it (a sign-in over the page). */
  insistent?: boolean;
  children: ReactNode;
}

/** A modal dialog: mounted means open. Focus goes to `[data-autofocus]`, else to the first field; then back to the opener. */
export function Dialog({ title, closeLabel, onClose, wide, insistent, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const opener = useOpener();
  useLayer(true, () => {
    if (insistent !== true) onClose();
  });
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    dialog.showModal();
    focusFirst(dialog.querySelector("[data-body]") ?? dialog);
    return () => {
      dialog.close();
      returnFocus(opener, dialog);
    };
  }, [opener]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={cx(styles["dialog"], wide === true && styles["wide"])}
      onCancel={(event) => {
        event.preventDefault();
      }}
    >
      <div className={styles["head"]}>
        <h2 id={titleId} className={styles["title"]}>
          {title}
        </h2>
        {insistent !== true && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
      </div>
      <div data-body className={styles["body"]}>
        {children}
      </div>
    </dialog>
  );
}
