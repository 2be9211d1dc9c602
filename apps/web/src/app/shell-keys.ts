import { useEffect } from "react";
import { hasOpenLayer } from "../ui/layers";
import { toggleRail } from "./rail";

/** Whether a key press belongs to what is being typed into. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** The letter that a key stands for, whatever the layout: by `code` where `key` is not Latin (Cyrillic). */
export function letterOf(event: Pick<KeyboardEvent, "key" | "code">): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  const code = /^Key([A-Z])$/.exec(event.code)?.[1];
  return code !== undefined && event.key.length === 1 ? code.toLowerCase() : event.key;
}

/** Keys of the frame. A page's own keys stand with the page. */
export function useShellKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target) || hasOpenLayer()) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (letterOf(event) === "n") {
        event.preventDefault();
        toggleRail();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
