import { useState } from "react";

/** In this order: what asks for it, what is chosen already, the first field, the first control. */
const FIRST = [
  "[data-autofocus]",
  "[aria-checked=true]",
  "input:not([hidden]), textarea, select",
  "[role^=menuitem], button",
];

/** Gives the focus to where work in an opened layer begins. Only what is shown can take it: call it after opening. */
export function focusFirst(container: Element): void {
  for (const selector of FIRST) {
    const element = container.querySelector<HTMLElement>(selector);
    if (element) {
      element.focus();
      return;
    }
  }
}

/** What had the focus before a layer was opened; read at its first render, before anything in it takes the focus. */
export function useOpener(): Element | null {
  const [opener] = useState(() => document.activeElement);
  return opener;
}

/** Back to the opener, when the focus was inside or went nowhere; a click elsewhere keeps what it chose. */
export function returnFocus(opener: Element | null, layer: Element): void {
  const { activeElement } = document;
  const isLost = activeElement === null || activeElement === document.body || layer.contains(activeElement);
  if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
}
