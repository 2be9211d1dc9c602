import type { ReactNode, SyntheticEvent } from "react";
import { FormError } from "./form-error";
import styles from "./form.module.css";

interface FormProps {
  /** Why the whole was refused. */
  error: string | null;
  onSubmit: (form: HTMLFormElement) => void;
  label?: string;
  children: ReactNode;
}

/** Fields above each other, the reason of a refusal first, where it is read out. */
export function Form({ error, onSubmit, label, children }: FormProps) {
  return (
    <form
      aria-label={label}
      className={styles["form"]}
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      <FormError text={error} />
      {children}
    </form>
  );
}

export function FormRow({ children }: { children: ReactNode }) {
  return <div className={styles["row"]}>{children}</div>;
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles["actions"]}>{children}</div>;
}
