import { wordsOf } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { UNITS } from "../../org/units.graphql";
import type { BoardSession } from "../board-session";
import type { Drag } from "./drag-state";
import type { Box } from "./insert-place";

interface UnitBox {
  readonly id: string;
  readonly element: HTMLElement;
  readonly box: Box;
}

/** Units in the tree beside the board: a card that is dropped on one is offered to be handed off there (H6, I3). */
export class UnitTarget {
  private readonly session: BoardSession;
  private readonly drag: Drag;
  private boxes: readonly UnitBox[] | null = null;
  private hovered: HTMLElement | null = null;

  constructor(session: BoardSession, drag: Drag) {
    this.session = session;
    this.drag = drag;
  }

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
    this.hover(found ?? null);
    return found?.id ?? null;
  }

  /** The pointer is over the board again. */
  leave(): null {
    this.hover(null);
    return null;
  }

  end(): void {
    this.hovered?.removeAttribute("data-over");
    this.hovered = null;
  }

  /** R12: what a drop here would do, or why it would do nothing, stands on the card in hand, which hides the unit's name. */
  private hover(found: UnitBox | null): void {
    const element = found?.element ?? null;
    if (element === this.hovered) return;
    this.end();
    element?.setAttribute("data-over", "");
    this.hovered = element;
    const words = found && this.wordsFor(found.id);
    this.session.drag.notice.set(words);
    if (words !== null) announce(words);
  }

  private wordsFor(unitId: string): string | null {
    const { session, drag } = this;
    const unit = session.client.readQuery({ query: UNITS })?.units.find(({ id }) => id === unitId);
    if (!unit || session.base.factsOf(drag.cardId)?.unitId === unitId) return null;
    const { handOffRefusal: refusal } = drag;
    return refusal ? wordsOf(refusal.message, refusal.params) : t("board.drag.toUnit", { unit: unit.name });
  }
}
