import type { ReactNode } from "react";
import { cx } from "../lib/cx";
import { t } from "../lib/words/words";
import styles from "./door-page.module.css";

interface DoorPageProps {
  title: string;
  intro?: string;
  wide?: boolean;
  children?: ReactNode;
}

/** The pages before the app: sign-in, set-up, invitation. */
export function DoorPage({ title, intro, wide, children }: DoorPageProps) {
  return (
    <main className={styles["page"]}>
      <p className={styles["brand"]}>
        <img src="/favicon.svg" alt="" width={32} height={32} />
        {t("app.name")}
      </p>
      <div className={cx(styles["card"], wide === true && styles["wide"])}>
        <h1>{title}</h1>
        <p className={styles["intro"]}>{intro ?? t("login.tagline")}</p>
        {children}
      </div>
    </main>
  );
}
