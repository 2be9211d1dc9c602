import type { ReactNode } from "react";
import { cx } from "../lib/cx";
import styles from "./badge.module.css";

export type BadgeTone = "plain" | "ok" | "warn" | "bad" | "accent";

/** A word about something; its colour only underlines the word. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={cx(styles["badge"], tone !== "plain" && styles[tone])}>{children}</span>;
}
