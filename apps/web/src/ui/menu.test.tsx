import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { IconButton } from "./button";
import { Menu, type MenuEntry } from "./menu";

function open(entries: readonly MenuEntry[]): HTMLElement {
  render(
    <Menu
      label="Actions"
      entries={entries}
      trigger={(props) => <IconButton {...props} icon="more" label="Actions" />}
    />,
  );
  const trigger = screen.getByRole("button", { name: "Actions" });
  trigger.focus();
  fireEvent.click(trigger);
  return trigger;
}

const nothing = () => undefined;
const entries: readonly MenuEntry[] = [
  { kind: "heading", id: "h", label: "Move to" },
  { id: "todo", label: "To do", onSelect: nothing },
  { id: "review", label: "Review", onSelect: nothing },
  { kind: "separator", id: "s" },
  { id: "closed", label: "Closed", denied: "Only the boss closes issues.", onSelect: nothing },
];

function press(key: string): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

describe("a menu", () => {
  it("moves the focus by arrows, round the ends, by Home, End and first letters", () => {
    open(entries);
    const steps: [string, string][] = [
      ["ArrowDown", "Review"],
      ["ArrowDown", "Closed"],
      ["ArrowDown", "To do"],
      ["ArrowUp", "Closed"],
      ["Home", "To do"],
      ["End", "Closed"],
      ["r", "Review"],
    ];
    expect(document.activeElement?.textContent).toContain("To do");
    for (const [key, expected] of steps) {
      press(key);
      expect(document.activeElement?.textContent).toContain(expected);
    }
  });

  it("R12: shows what cannot be chosen with its reason, reachable, without doing it", () => {
    const onSelect = vi.fn();
    open([{ id: "closed", label: "Closed", denied: "Only the boss closes issues.", onSelect }]);
    const item = screen.getByRole("menuitem", { name: /Closed/ });
    expect(item.textContent).toContain("Only the boss closes issues.");
    expect(item.getAttribute("aria-disabled")).toBe("true");
    expect(document.activeElement).toBe(item);
    fireEvent.click(item);
    expect(onSelect).not.toHaveBeenCalled();
    expect(screen.getByRole("menu")).toBeTruthy();
  });

  it("closes and gives the focus back before it acts, so that the action can take it", async () => {
    const focused: (Element | null)[] = [];
    const trigger = open([
      { id: "a", label: "Rename", onSelect: () => focused.push(document.activeElement) },
    ]);
    fireEvent.click(screen.getByRole("menuitem", { name: "Rename" }));
    await Promise.resolve();
    await vi.waitFor(() => {
      expect(focused).toEqual([trigger]);
    });
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it.each(["Escape", "Tab"])("%s closes it and the focus returns to its button", (key) => {
    const trigger = open(entries);
    press(key);
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.activeElement).toBe(trigger);
    expect(trigger.getAttribute("aria-expanded")).toBe("false");
  });

  it("keeps letters from the page's own keys", () => {
    const page = vi.fn();
    document.addEventListener("keydown", page);
    open(entries);
    press("m");
    document.removeEventListener("keydown", page);
    expect(page).not.toHaveBeenCalled();
  });

  it("begins at what is chosen", () => {
    open([
      { id: "light", label: "Light", checked: false, onSelect: nothing },
      { id: "dark", label: "Dark", checked: true, onSelect: nothing },
    ]);
    expect(document.activeElement).toBe(screen.getByRole("menuitemradio", { name: "Dark", checked: true }));
  });
});
