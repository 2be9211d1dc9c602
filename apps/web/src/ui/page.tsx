import type { ReactNode } from "react";
import { cx } from "../lib/cx";
import styles from "./page.module.css";

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** The page's one primary action. */
  action?: ReactNode;
  /** For a table that needs the whole width. */
  wide?: boolean;
  children: ReactNode;
}

/** A page of sections, for what is set up rather than worked on. */
export function Page({ title, lead, action, wide, children }: PageProps) {
  return (
    <div className={cx(styles["page"], wide === true && styles["wide"])}>
      <div className={styles["head"]}>
        <div className={styles["titles"]}>
          <h1>{title}</h1>
          {lead !== undefined && <p className={styles["lead"]}>{lead}</p>}
        </div>
        {action}
      </div>
      {children}
    </div>
  );
}

interface PageSectionProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

export function PageSection({ title, lead, children }: PageSectionProps) {
  return (
    <section className={styles["section"]}>
      <header>
        <h2 className={styles["sectionTitle"]}>{title}</h2>
        {lead !== undefined && <p>{lead}</p>}
      </header>
      <div className={styles["content"]}>{children}</div>
    </section>
  );
}
