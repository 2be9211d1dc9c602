import { useId, useRef, useState } from "react";
import { announce } from "./announcer";
import { Button } from "./button";
import styles from "./copy-field.module.css";

interface CopyFieldProps {
  label: string;
  value: string;
  hint?: string;
  copy: string;
  copied: string;
}

/** A link or secret to take away. Where the browser gives no clipboard (no TLS), the text is selected instead. */
export function CopyField({ label, value, hint, copy, copied }: CopyFieldProps) {
  const id = useId();
  const ref = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState(false);
  const take = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      announce(copied);
    } catch {
      if (ref.current) getSelection()?.selectAllChildren(ref.current);
    }
  };
  return (
    <div>
      <p id={id} className={styles["label"]}>
        {label}
      </p>
      <div className={styles["row"]}>
        <code ref={ref} aria-labelledby={id} className={styles["value"]}>
          {value}
        </code>
        <Button icon={isCopied ? "check" : "copy"} autoFocus onClick={() => void take()}>
          {isCopied ? copied : copy}
        </Button>
      </div>
      {hint !== undefined && <p className={styles["hint"]}>{hint}</p>}
    </div>
  );
}
