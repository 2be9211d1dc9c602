import { expect, test } from "vitest";
import type { KeyPress } from "../../../lib/keys";
import { closureCommand } from "./closure-keys";

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  const base = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false };
  return { key, code: key, ...base, ...changes };
}
const shift = { shiftKey: true };
const ctrl = { ctrlKey: true };

test.each([
  [press("ArrowDown"), { kind: "focus", to: "down" }],
  [press("k"), { kind: "focus", to: "up" }],
  [press("End"), { kind: "focus", to: "last" }],
  [press("x"), { kind: "toggle" }],
  [press("X", shift), { kind: "selectTo" }],
  [press("a", ctrl), { kind: "selectAll" }],
  [press("y"), { kind: "close" }],
  [press("Y", shift), { kind: "closeSaying" }],
  [press("r"), { kind: "return" }],
  [press("f"), { kind: "filter" }],
  [press("Enter"), { kind: "open" }],
  [press("Escape"), { kind: "selectNone" }],
  // The keys of Y and A on a Russian layout; Hungarian letters that stand where Latin ones do are no keys of ours.
  [press("н", { code: "KeyY" }), { kind: "close" }],
  [press("ф", { code: "KeyA", ctrlKey: true }), { kind: "selectAll" }],
  [press("z", { code: "KeyY" }), null],
  [press("r", ctrl), null],
  [press("y", { altKey: true }), null],
  [press("y", { isComposing: true }), null],
])("UX.md, section 5: a key of the queue %#", (given, command) => {
  expect(closureCommand(given)).toEqual(command);
});
