import { fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { describe, expect, it, vi } from "vitest";
import { hasOpenLayer, useLayer } from "./layers";

function Layer({
  name,
  onEscape,
  dismissible = false,
}: {
  name: string;
  onEscape: () => void;
  dismissible?: boolean;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useLayer(true, onEscape, dismissible ? [ref] : undefined);
  return (
    <div ref={ref} data-testid={name}>
      <input aria-label={name} />
    </div>
  );
}

describe("layers", () => {
  it("Esc closes the top one only", () => {
    const [below, above] = [vi.fn(), vi.fn()];
    const { rerender } = render(
      <>
        <Layer name="below" onEscape={below} />
        <Layer name="above" onEscape={above} />
      </>,
    );
    fireEvent.keyDown(screen.getByLabelText("below"), { key: "Escape" });
    expect(above).toHaveBeenCalledOnce();
    expect(below).not.toHaveBeenCalled();
    rerender(<Layer name="below" onEscape={below} />);
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(below).toHaveBeenCalledOnce();
    rerender(<></>);
    expect(hasOpenLayer()).toBe(false);
  });

  it("keeps Esc from the page below, and leaves it to an input method", () => {
    const onEscape = vi.fn();
    const page = vi.fn();
    document.body.addEventListener("keydown", page);
    render(<Layer name="only" onEscape={onEscape} />);
    fireEvent.keyDown(screen.getByLabelText("only"), { key: "Escape" });
    expect(page).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByLabelText("only"), { key: "Escape", isComposing: true });
    expect(onEscape).toHaveBeenCalledOnce();
    document.body.removeEventListener("keydown", page);
  });

  it("a press outside closes what may be closed so, a press inside does not", () => {
    const onEscape = vi.fn();
    render(<Layer name="menu" onEscape={onEscape} dismissible />);
    fireEvent.pointerDown(screen.getByLabelText("menu"));
    expect(onEscape).not.toHaveBeenCalled();
    fireEvent.pointerDown(document.body);
    expect(onEscape).toHaveBeenCalledOnce();
  });

  it("a press outside does not close a dialog", () => {
    const onEscape = vi.fn();
    render(<Layer name="dialog" onEscape={onEscape} />);
    fireEvent.pointerDown(document.body);
    expect(onEscape).not.toHaveBeenCalled();
  });
});
