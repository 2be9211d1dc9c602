import { latinLetter, type KeyPress } from "../../../lib/keys";

/** What a key press asks of the board; the layer that carries it out is `use-board-keyboard.ts`. */
export type BoardCommand =
  | {
      readonly kind: "focus";
      readonly to: Direction | "columnStart" | "columnEnd" | "firstColumn" | "lastColumn";
    }
  | { readonly kind: "move"; readonly to: Direction | "top" | "bottom" }
  | {
      readonly kind:
        "lift" | "drop" | "cancel" | "open" | "moveTo" | "assignMe" | "assignee" | "handOff" | "create";
    };
export type Direction = "up" | "down" | "left" | "right";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const LETTERS: Readonly<Record<string, BoardCommand>> = {
  j: { kind: "focus", to: "down" },
  k: { kind: "focus", to: "up" },
  m: { kind: "moveTo" },
  i: { kind: "assignMe" },
  a: { kind: "assignee" },
  h: { kind: "handOff" },
  c: { kind: "create" },
};

function withArrow(direction: Direction, press: KeyPress, isLifted: boolean): BoardCommand | null {
  if (press.ctrlKey) return null;
  if (isLifted) return { kind: "move", to: direction };
  return press.shiftKey ? { kind: "move", to: direction } : { kind: "focus", to: direction };
}

function withEnd(isStart: boolean, press: KeyPress, isLifted: boolean): BoardCommand {
  if (press.shiftKey || isLifted) return { kind: "move", to: isStart ? "top" : "bottom" };
  if (press.ctrlKey) return { kind: "focus", to: isStart ? "firstColumn" : "lastColumn" };
  return { kind: "focus", to: isStart ? "columnStart" : "columnEnd" };
}

function lifted(press: KeyPress): BoardCommand | null {
  if (press.key === " " || press.key === "Enter") return { kind: "drop" };
  return press.key === "Escape" || press.key === "Tab" ? { kind: "cancel" } : null;
}

/**
 * UX.md, section 5. Null: not the board's key.
 *
 * @param isLifted whether a card is lifted: arrows then carry it, Space drops, Escape cancels
 */
export function boardCommand(press: KeyPress, isLifted: boolean): BoardCommand | null {
  if (press.isComposing || press.altKey || press.metaKey) return null;
  const arrow = ARROWS[press.key];
  if (arrow) return withArrow(arrow, press, isLifted);
  if (press.key === "Home" || press.key === "End") return withEnd(press.key === "Home", press, isLifted);
  if (press.ctrlKey) return null;
  if (isLifted) return lifted(press);
  if (press.shiftKey) return null;
  if (press.key === "Enter") return { kind: "open" };
  if (press.key === " ") return { kind: "lift" };
  const letter = latinLetter(press);
  return letter === null ? null : (LETTERS[letter] ?? null);
}
