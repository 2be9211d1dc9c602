import { useEffect, useRef } from "react";
import { isForPage, letterOf } from "../../../ui/page-keys";

/** Keys of what is read, wherever on the page the focus is, but for text fields and open layers. */
export function useAnswerKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      const letter = letterOf(event);
      const run = Object.hasOwn(latest.current, letter) ? latest.current[letter] : undefined;
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
