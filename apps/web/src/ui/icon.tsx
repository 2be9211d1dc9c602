import { cx } from "../lib/cx";
import styles from "./icon.module.css";

/** The symbols of icons.svg, one sprite for the whole product, put into the page by icon-sprite.ts. */
export const ICON_NAMES = [
  "plus",
  "search",
  "close",
  "check",
  "chevron-right",
  "chevron-left",
  "chevron-down",
  "chevron-up",
  "more",
  "rail",
  "user",
  "users",
  "sign-out",
  "sun",
  "moon",
  "monitor",
  "copy",
  "lock",
  "alert",
  "info",
  "offline",
  "refresh",
  "board",
  "company",
  "division",
  "department",
  "project",
  "key",
  "mail",
  "calendar",
  "clock",
  "comment",
  "sub-issue",
  "arrow-up",
  "arrow-down",
  "arrow-right",
  "to-top",
  "to-bottom",
  "edit",
  "undo",
  "link",
  "external",
  "eye",
  "history",
  "settings",
  "tag",
  "task",
  "bug",
  "story",
  "claim",
  "request",
  "priority-urgent",
  "priority-high",
  "priority-normal",
  "priority-low",
  "status-backlog",
  "status-todo",
  "status-in-progress",
  "status-resolved",
  "status-closed",
  "grip",
  "shield",
  "star",
  "blocked",
  "archive",
  "bell",
  "work",
  "inbox",
  "handoff",
] as const;
export type IconName = (typeof ICON_NAMES)[number];

interface IconProps {
  name: IconName;
  /** Its words where it stands alone and says something; decoration has none. */
  label?: string | undefined;
  className?: string | undefined;
}

export function Icon({ name, label, className }: IconProps) {
  const named = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg className={cx(styles["icon"], className)} {...named}>
      <use href={`#icon-${name}`} />
    </svg>
  );
}
