import { latinLetter, type KeyPress } from "../../../lib/keys";
import type { FocusStep } from "./closure-model";

/** What a key press asks of the queue (UX.md, sections 4 and 5). */
export type ClosureCommand =
  | { readonly kind: "focus"; readonly to: FocusStep }
  | {
      readonly kind:
        | "open"
        | "toggle"
        | "selectTo"
        | "selectAll"
        | "selectNone"
        | "close"
        | "closeSaying"
        | "return"
        | "filter";
    };

const MOVES: Readonly<Record<string, FocusStep>> = {
  ArrowDown: "down",
  ArrowUp: "up",
  Home: "first",
  End: "last",
};

const LETTERS: Readonly<Record<string, ClosureCommand>> = {
  j: { kind: "focus", to: "down" },
  k: { kind: "focus", to: "up" },
  x: { kind: "toggle" },
  y: { kind: "close" },
  r: { kind: "return" },
  f: { kind: "filter" },
};

const SHIFTED: Readonly<Record<string, ClosureCommand>> = {
  x: { kind: "selectTo" },
  y: { kind: "closeSaying" },
};

/** Null: not the queue's key. */
export function closureCommand(press: KeyPress): ClosureCommand | null {
  if (press.isComposing || press.altKey) return null;
  const letter = latinLetter(press);
  if (press.ctrlKey || press.metaKey) return letter === "a" && !press.shiftKey ? { kind: "selectAll" } : null;
  if (letter !== null) return (press.shiftKey ? SHIFTED : LETTERS)[letter] ?? null;
  if (press.shiftKey) return null;
  const to = MOVES[press.key];
  if (to) return { kind: "focus", to };
  if (press.key === "Enter") return { kind: "open" };
  return press.key === "Escape" ? { kind: "selectNone" } : null;
}
