import type { ReactNode } from "react";
import styles from "./field-group.module.css";

/** Several boxes under one name. */
export function FieldGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={styles["group"]}>
      <legend className={styles["legend"]}>{label}</legend>
      {children}
    </fieldset>
  );
}
