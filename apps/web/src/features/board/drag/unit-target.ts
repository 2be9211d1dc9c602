import type { Box } from "./insert-place";

interface UnitBox {
  readonly id: string;
  readonly element: HTMLElement;
  readonly box: Box;
}

/** Units in the tree beside the board: a card that is dropped on one is offered to be handed off there (H6, I3). */
export class UnitTarget {
  private boxes: readonly UnitBox[] | null = null;
  private hovered: HTMLElement | null = null;

  /** After a scroll or a resize. */
  readonly forget = (): void => {
    this.boxes = null;
  };

  at(x: number, y: number): string | null {
    this.boxes ??= [...document.querySelectorAll<HTMLElement>("[role=tree] [data-unit]")].map((element) => ({
      id: element.dataset["unit"] ?? "",
      element,
      box: element.getBoundingClientRect(),
    }));
    const found = this.boxes.find(
      ({ box }) => x >= box.left && x < box.right && y >= box.top && y < box.bottom,
    );
    this.mark(found?.element ?? null);
    return found?.id ?? null;
  }

  mark(element: HTMLElement | null): void {
    if (element === this.hovered) return;
    this.hovered?.removeAttribute("data-over");
    element?.setAttribute("data-over", "");
    this.hovered = element;
  }
}
