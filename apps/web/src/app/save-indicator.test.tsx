import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { currentSaves, dismissSave, openSave, type SaveTicket } from "../lib/saves";
import { SaveIndicator } from "./save-indicator";

const tickets: SaveTicket[] = [];

function save(label: string): SaveTicket {
  act(() => {
    tickets.push(openSave(label));
  });
  const ticket = tickets.at(-1);
  if (!ticket) throw new Error("no ticket");
  return ticket;
}

beforeEach(() => {
  vi.useFakeTimers();
  render(<SaveIndicator />);
});
afterEach(() => {
  act(() => {
    for (const ticket of tickets.splice(0)) ticket.done();
    for (const one of currentSaves()) dismissSave(one.id);
  });
  vi.useRealTimers();
});

const shown = () => screen.getByTestId("save-state").textContent;

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

describe("the save indicator", () => {
  it("says that all is saved, and how many are on their way once that takes longer than a blink", () => {
    expect(shown()).toBe("Saved");
    const first = save("Move DEV-1");
    save("Move DEV-2");
    pass(299);
    expect(shown()).toBe("Saved");
    pass(1);
    expect(shown()).toBe("Saving 2");
    act(() => {
      first.done();
    });
    expect(shown()).toBe("Saving 1");
  });

  it("says how many wait for the line", () => {
    const ticket = save("Move DEV-1");
    act(() => {
      ticket.waiting();
    });
    expect(shown()).toBe("Offline, 1 waiting");
  });

  it("shows what failed and why, and sends it again", () => {
    const retry = vi.fn();
    const ticket = save("Move DEV-1 to Closed");
    act(() => {
      ticket.failed("Only the boss closes issues.", retry);
    });
    fireEvent.click(screen.getByRole("button", { name: "1 failed" }));
    expect(screen.getByText("Only the boss closes issues.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(retry).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByRole("button", { name: "1 failed" })).toBeNull();
  });
});
