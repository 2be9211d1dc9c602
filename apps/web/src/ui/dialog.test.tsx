import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { Confirm } from "./confirm";
import { Dialog } from "./dialog";

function Opener({ insistent }: { insistent?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setOpen(true);
        }}
      >
        Open
      </button>
      {isOpen && (
        <Dialog
          title="New unit"
          closeLabel="Close"
          insistent={insistent === true}
          onClose={() => {
            setOpen(false);
          }}
        >
          <input aria-label="Name" />
        </Dialog>
      )}
    </>
  );
}

function openIt(): HTMLElement {
  const opener = screen.getByRole("button", { name: "Open" });
  opener.focus();
  fireEvent.click(opener);
  return opener;
}

describe("a dialog", () => {
  it("has its title as name, focuses its first field, and gives the focus back", () => {
    render(<Opener />);
    const opener = openIt();
    expect(screen.getByRole("dialog", { name: "New unit" })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText("Name"));
    fireEvent.keyDown(screen.getByLabelText("Name"), { key: "Escape" });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it("that insists can only be ended from inside", () => {
    render(<Opener insistent />);
    openIt();
    fireEvent.keyDown(screen.getByLabelText("Name"), { key: "Escape" });
    expect(screen.getByRole("dialog")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
  });
});

describe("a confirmation", () => {
  it("begins on the way out, and Enter alone does not do what cannot be taken back", () => {
    const [onConfirm, onClose] = [vi.fn(), vi.fn()];
    render(
      <Confirm
        title="Revoke the token “CI”?"
        text="Programs stop working."
        confirm="Revoke"
        cancel="Cancel"
        error={null}
        isBusy={false}
        onConfirm={onConfirm}
        onClose={onClose}
      />,
    );
    expect(document.activeElement?.textContent).toBe("Cancel");
    fireEvent.click(screen.getByRole("button", { name: "Revoke" }));
    expect(onConfirm).toHaveBeenCalledOnce();
  });
});
