import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import styles from "./list.module.css";

/** Rows of records with what can be done to each. */
export function List({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className={styles["list"]}>
      {children}
    </ul>
  );
}

interface ListRowProps {
  icon?: IconName;
  /** In place of the icon. */
  mark?: ReactNode;
  title: ReactNode;
  badge?: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
}

export function ListRow({ icon, mark, title, badge, text, actions }: ListRowProps) {
  return (
    <li className={styles["row"]}>
      <span className={styles["mark"]}>{icon ? <Icon name={icon} /> : mark}</span>
      <div className={styles["words"]}>
        <div className={styles["title"]}>
          <span>{title}</span>
          {badge}
        </div>
        {text !== undefined && <div className={styles["text"]}>{text}</div>}
      </div>
      {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
    </li>
  );
}

/** Holds the place of rows that are on their way, at their height. */
export function ListWaiting({ rows, label }: { rows: number; label: string }) {
  return (
    <ul aria-busy="true" aria-label={label} className={styles["list"]}>
      {Array.from({ length: rows }, (_none, index) => (
        <li key={index} className={styles["row"]} />
      ))}
    </ul>
  );
}

export function EmptyList({ text }: { text: string }) {
  return <p className={styles["empty"]}>{text}</p>;
}
