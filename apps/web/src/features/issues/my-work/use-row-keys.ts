import { useEffect } from "react";
import { isForPage, letterOf } from "../../../ui/page-keys";

const ROW = "li > button:first-child";

function stepOf(event: KeyboardEvent, rows: readonly HTMLElement[]): 1 | -1 | null {
  const letter = letterOf(event);
  if (letter === "j") return 1;
  if (letter === "k") return -1;
  // Elsewhere the arrows scroll.
  const isAtRows = event.target === document.body || rows.some((row) => row === event.target);
  if (!isAtRows) return null;
  return event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
}

/** J, K and the arrows go through the rows, without going round; Enter opens, as on any button. */
export function useRowKeys(list: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
      const step = isForPage(event) ? stepOf(event, rows) : null;
      if (step === null) return;
      event.preventDefault();
      const at = rows.findIndex((row) => row === document.activeElement);
      rows[at < 0 ? 0 : at + step]?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [list]);
}
