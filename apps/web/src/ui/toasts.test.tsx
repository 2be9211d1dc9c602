import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TOAST_LASTS_MS, showToast, toasts } from "./toast-store";
import { ToastRegion } from "./toasts";

beforeEach(() => {
  vi.useFakeTimers();
  render(<ToastRegion label="Messages" closeLabel="Close" />);
});
afterEach(() => {
  toasts.set([]);
  vi.useRealTimers();
});

function toast(text: string, run = vi.fn()) {
  act(() => {
    showToast(text, { action: { label: "Retry", run } });
  });
  return run;
}

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

describe("toasts", () => {
  it("are read out by a status whose button stands outside of it", () => {
    toast("DEV-1 moved");
    const status = screen.getByRole("status");
    expect(status.textContent).toBe("DEV-1 moved");
    expect(status.contains(screen.getByRole("button", { name: "Retry" }))).toBe(false);
  });

  it("go after eight seconds", () => {
    toast("DEV-1 moved");
    pass(TOAST_LASTS_MS - 1);
    expect(screen.getByRole("status").textContent).toBe("DEV-1 moved");
    pass(1);
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it.each([
    ["the pointer", fireEvent.pointerEnter, fireEvent.pointerLeave],
    ["the focus", fireEvent.focus, fireEvent.blur],
  ])("stay while %s is on them, then have the rest of their time", (_what, enter, leave) => {
    toast("DEV-1 moved");
    pass(6000);
    const button = screen.getByRole("button", { name: "Retry" });
    enter(button);
    pass(60_000);
    expect(screen.getByRole("status").textContent).toBe("DEV-1 moved");
    leave(button);
    pass(1999);
    expect(screen.getByRole("status").textContent).toBe("DEV-1 moved");
    pass(1);
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("do what they offer once, and go", () => {
    const run = toast("DEV-1 stayed");
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(run).toHaveBeenCalledOnce();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("go to the other corner where they would cover what has the focus", () => {
    const box = (left: number) => new DOMRect(left, 700, 300, 40);
    const bounds = vi.spyOn(Element.prototype, "getBoundingClientRect");
    bounds.mockImplementation(function boundsOf(this: Element) {
      return this.tagName === "INPUT" ? box(200) : box(16);
    });
    const field = document.body.appendChild(document.createElement("input"));
    toast("DEV-1 moved");
    expect(screen.getByRole("region").className).not.toContain("aside");
    act(() => {
      field.focus();
    });
    expect(screen.getByRole("region").className).toContain("aside");
    field.remove();
  });

  it("never cover the page: the oldest makes room", () => {
    for (const n of [1, 2, 3, 4, 5, 6]) toast(`message ${n}`);
    expect(screen.getByRole("status").textContent).toBe("message 3message 4message 5message 6");
  });
});
