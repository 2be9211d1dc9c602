import type { ReactNode } from "react";
import styles from "./message-page.module.css";

interface MessagePageProps {
  title: string;
  text: string;
  children?: ReactNode;
}

/** A calm page that says one thing: nothing here, no board yet, it broke. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  return (
    <div className={styles["page"]}>
      <h1>{title}</h1>
      <p className={styles["text"]}>{text}</p>
      {children !== undefined && <div className={styles["actions"]}>{children}</div>}
    </div>
  );
}

/** Code, request id and text of an error, folded away. */
export function ErrorDetails({ label, text }: { label: string; text: string }) {
  return (
    <details className={styles["details"]}>
      <summary>{label}</summary>
      <pre>{text}</pre>
    </details>
  );
}
