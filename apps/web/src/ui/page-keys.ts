import { hasOpenLayer } from "./layers";

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

/** Whether a key press is for the page at all: not typed text, not a shortcut of the browser, and no layer is open. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || isTyping(event.target) || hasOpenLayer()) return false;
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
}
