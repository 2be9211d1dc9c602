import { cx } from "../lib/cx";
import styles from "./avatar.module.css";
import { colourOf } from "./label-colours";

interface AvatarProps {
  name: string;
  url?: string | null | undefined;
  size?: "small" | "normal" | "large";
  /** Beside a written name it is decoration; alone it carries the name. */
  decorative?: boolean;
}

/** First letters of the first and the last word: "Anna Kovács" is AK, "dev.dev1" is DD. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s.\-_]+/u).filter((part) => part !== "");
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  const letters = ends.map((part = "") => String.fromCodePoint(part.codePointAt(0) ?? 0x3f));
  return letters.join("").toLocaleUpperCase() || "?";
}

export function Avatar({ name, url, size = "normal", decorative = false }: AvatarProps) {
  const said = decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name };
  return (
    <span
      {...said}
      // Drawn by the style sheet: letters that stand for a name are a picture, not a text of the control around them.
      data-initials={url ? undefined : initialsOf(name)}
      className={cx(styles["avatar"], size !== "normal" && styles[size], styles[colourOf(name)])}
    >
      {url && <img src={url} alt="" />}
    </span>
  );
}
