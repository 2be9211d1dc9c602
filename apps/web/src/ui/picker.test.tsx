import { act, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { matches, PickerPopover, type PickerOption } from "./picker";

const people: readonly PickerOption[] = [
  { id: "1", label: "Anna Kovács", text: "anna@demo.test" },
  { id: "2", label: "Béla Árva", text: "bela@demo.test" },
  { id: "3", label: "dev.dev1", denied: "This person’s account is not active." },
];

interface HarnessProps {
  options: readonly PickerOption[] | null;
  onPick: (option: PickerOption) => void;
  onQuery?: (text: string) => void;
}

function Harness({ options, onPick, onQuery }: HarnessProps) {
  const ref = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button ref={ref} type="button">
        Assign
      </button>
      <PickerPopover
        anchor={ref}
        label="Assignee"
        placeholder="Name"
        empty="Nobody of that name."
        options={options}
        onPick={onPick}
        onClose={vi.fn()}
        {...(onQuery && { onQuery })}
      />
    </>
  );
}

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  vi.useRealTimers();
});

function type(text: string): void {
  fireEvent.change(screen.getByRole("combobox"), { target: { value: text } });
}

const shown = () => screen.queryAllByRole("option").map((option) => option.textContent);

describe("a picker", () => {
  it("takes a few letters and Enter", async () => {
    const onPick = vi.fn();
    render(<Harness options={people} onPick={onPick} />);
    expect(document.activeElement).toBe(screen.getByRole("combobox"));
    type("arv");
    expect(shown()).toEqual([expect.stringContaining("Béla Árva")]);
    fireEvent.keyDown(screen.getByRole("combobox"), { key: "Enter" });
    await vi.waitFor(() => {
      expect(onPick).toHaveBeenCalledWith(people[1]);
    });
  });

  it("names the option that Enter would take", () => {
    render(<Harness options={people} onPick={vi.fn()} />);
    const field = screen.getByRole("combobox");
    const [first, second] = screen.getAllByRole("option");
    expect(field.getAttribute("aria-activedescendant")).toBe(first?.id);
    fireEvent.keyDown(field, { key: "ArrowDown" });
    expect(field.getAttribute("aria-activedescendant")).toBe(second?.id);
    fireEvent.keyDown(field, { key: "ArrowUp" });
    fireEvent.keyDown(field, { key: "ArrowUp" });
    expect(field.getAttribute("aria-activedescendant")).toBe(screen.getAllByRole("option").at(-1)?.id);
  });

  it("R12: shows why somebody cannot be chosen, and does not choose them", async () => {
    const onPick = vi.fn();
    render(<Harness options={people} onPick={onPick} />);
    type("dev1");
    expect(shown()[0]).toContain("This person’s account is not active.");
    fireEvent.keyDown(screen.getByRole("combobox"), { key: "Enter" });
    await Promise.resolve();
    expect(onPick).not.toHaveBeenCalled();
  });

  it("asks the server once when the typing rests", () => {
    vi.useFakeTimers();
    const onQuery = vi.fn();
    render(<Harness options={null} onPick={vi.fn()} onQuery={onQuery} />);
    act(() => {
      vi.advanceTimersByTime(0);
    });
    for (const text of ["k", "ko", "kov"]) type(text);
    act(() => {
      vi.advanceTimersByTime(200);
    });
    expect(onQuery.mock.calls).toEqual([[""], ["kov"]]);
  });

  it("says when nothing matches", () => {
    render(<Harness options={people} onPick={vi.fn()} />);
    type("xyz");
    expect(screen.getByText("Nobody of that name.")).toBeTruthy();
  });
});

describe("matches", () => {
  it.each([
    ["kov", true],
    ["KOVACS", true],
    ["an ko", true],
    ["demo", true],
    ["ovacs", true],
    ["bela", false],
  ])("%s: %s", (query, expected) => {
    expect(matches({ id: "1", label: "Anna Kovács", text: "anna@demo.test" }, query)).toBe(expected);
  });
});
