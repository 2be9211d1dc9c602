import { describe, expect, test } from "vitest";
import { latinLetter, type KeyPress } from "../../../lib/keys";
import { boardCommand } from "./board-keys";

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  const base = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false };
  return { key, code: key, ...base, ...changes };
}
const shift = { shiftKey: true };
const ctrl = { ctrlKey: true };

describe("no card is lifted", () => {
  test.each([
    [press("ArrowDown"), { kind: "focus", to: "down" }],
    [press("j"), { kind: "focus", to: "down" }],
    [press("k"), { kind: "focus", to: "up" }],
    [press("ArrowRight"), { kind: "focus", to: "right" }],
    [press("Home"), { kind: "focus", to: "columnStart" }],
    [press("End"), { kind: "focus", to: "columnEnd" }],
    [press("Home", ctrl), { kind: "focus", to: "firstColumn" }],
    [press("End", ctrl), { kind: "focus", to: "lastColumn" }],
    [press("ArrowLeft", shift), { kind: "move", to: "left" }],
    [press("ArrowUp", shift), { kind: "move", to: "up" }],
    [press("Home", shift), { kind: "move", to: "top" }],
    [press("End", shift), { kind: "move", to: "bottom" }],
    [press("Enter"), { kind: "open" }],
    [press(" "), { kind: "lift" }],
    [press("m"), { kind: "moveTo" }],
    [press("i"), { kind: "assignMe" }],
    [press("a"), { kind: "assignee" }],
    [press("c"), { kind: "create" }],
    [press("Escape"), null],
    [press("x"), null],
  ])("%o", (given, command) => {
    expect(boardCommand(given, false)).toEqual(command);
  });
});

describe("a card is lifted", () => {
  test.each([
    [press("ArrowRight"), { kind: "move", to: "right" }],
    [press("ArrowUp"), { kind: "move", to: "up" }],
    [press("Home"), { kind: "move", to: "top" }],
    [press("End"), { kind: "move", to: "bottom" }],
    [press(" "), { kind: "drop" }],
    [press("Enter"), { kind: "drop" }],
    [press("Escape"), { kind: "cancel" }],
    [press("Tab"), { kind: "cancel" }],
    [press("m"), null],
    [press("c"), null],
  ])("%o", (given, command) => {
    expect(boardCommand(given, true)).toEqual(command);
  });
});

describe("keys that are not the board's", () => {
  test.each([
    ["the browser's own", press("j", ctrl)],
    ["with Alt", press("ArrowLeft", { altKey: true })],
    ["with Command", press("c", { metaKey: true })],
    ["capitals are another key", press("M", shift)],
    ["while composing", press("j", { isComposing: true })],
    ["by word in a text", press("ArrowRight", ctrl)],
  ])("%s", (_title, given) => {
    expect(boardCommand(given, false)).toBeNull();
  });
});

describe("layouts", () => {
  test.each([
    ["a Russian layout: by the place of the key", { key: "о", code: "KeyJ" }, "j"],
    ["a Russian layout, M", { key: "ь", code: "KeyM" }, "m"],
    ["a Hungarian layout: by what it types, where Y and Z change places", { key: "z", code: "KeyY" }, "z"],
    ["a Hungarian ű is no letter of ours", { key: "ű", code: "Backslash" }, null],
    ["an accented Latin letter does not stand for its key", { key: "é", code: "Semicolon" }, null],
    ["digits", { key: "1", code: "Digit1" }, null],
    ["a Russian letter on a key without a Latin one", { key: "ж", code: "Semicolon" }, null],
    ["dead keys", { key: "Dead", code: "KeyE" }, null],
  ])("%s", (_title, given, letter) => {
    expect(latinLetter(given)).toBe(letter);
  });
});
