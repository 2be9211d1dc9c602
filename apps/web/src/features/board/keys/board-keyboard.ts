import { hasOpenLayer } from "../../../ui/layers";
import type { BoardScreen } from "../board-screen";
import type { BoardSession } from "../board-session";
import type { CardActions } from "../cards/card-actions";
import { cardElement, cardOf, listElement } from "../dom";
import { CARD_GAP, CARD_HEIGHT, density } from "../density";
import type { CardId, ColumnId } from "../order/board-model";
import { boardCommand, type BoardCommand } from "./board-keys";
import { focusTarget, type FocusTo } from "./focus-target";
import type { KeyboardLift } from "./keyboard-lift";

/** What has its own use for keys while the focus is in it. */
const TYPES_ITSELF = "input, textarea, select, [contenteditable], [role=menu], [role=dialog], dialog";
/** On these, Enter and Space press. */
const PRESSES = "button, a, summary";

export interface BoardKeyboardDeps {
  readonly session: BoardSession;
  readonly screen: BoardScreen;
  readonly actions: CardActions;
  readonly lift: KeyboardLift;
  readonly board: () => HTMLElement | null;
  readonly create: () => void;
}

function scrolledBy(column: ColumnId): number {
  return (listElement(column)?.scrollTop ?? 0) / (CARD_HEIGHT[density.get()] + CARD_GAP);
}

/** UX.md, section 5: carries out what a key asks of the board. */
export class BoardKeyboard {
  private readonly deps: BoardKeyboardDeps;

  constructor(deps: BoardKeyboardDeps) {
    this.deps = deps;
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const { lift, create } = this.deps;
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element) || target.closest(TYPES_ITSELF)) return;
    if (hasOpenLayer() && !lift.isLifted) return;
    const command = boardCommand(event, lift.isLifted);
    if (!command) return;
    if (command.kind !== "create") {
      this.onCardKey(event, target, command);
      return;
    }
    event.preventDefault();
    create();
  };

  private onCardKey(event: KeyboardEvent, target: Element, command: BoardCommand): void {
    const id = this.cardOf(target);
    const isPress = event.key === "Enter" || event.key === " ";
    if (id === null || (isPress && target.closest(PRESSES))) return;
    const isFocused = cardElement(id)?.contains(target) === true;
    if (command.kind === "focus") {
      event.preventDefault();
      this.focus(id, command.to, isFocused);
    } else if (isFocused || this.deps.lift.isLifted) {
      event.preventDefault();
      this.run(id, command);
    }
  }

  /** The card that a key is for: the one with the focus, or, while nothing has it, the board's tab stop. */
  private cardOf(target: Element): CardId | null {
    const card = cardOf(target);
    if (card !== null) return card;
    return target === document.body ? this.deps.session.focus.current.get() : null;
  }

  private run(id: CardId, command: BoardCommand): void {
    const { lift, actions, screen } = this.deps;
    if (command.kind === "move") {
      if (lift.isLifted) lift.carry(command.to);
      else actions.step(id, command.to);
    } else if (command.kind === "lift") lift.lift(id);
    else if (command.kind === "drop") lift.drop();
    else if (command.kind === "cancel") lift.cancel();
    else if (command.kind === "open") screen.open(id);
    else if (command.kind === "moveTo") screen.show("moveTo", id);
    else if (command.kind === "assignee") screen.show("assign", id);
    else if (command.kind === "handOff") screen.handOff(id, actions.handOffRefusal(id));
    else if (command.kind === "assignMe") void actions.assignToMe(id);
  }

  /** @param isFocused the first arrow on a page without focus only brings it to the board */
  private focus(id: CardId, to: FocusTo, isFocused: boolean): void {
    const { session, board } = this.deps;
    const column = session.base.order.columnOf(id);
    if (column === null) return;
    const open = board()?.querySelectorAll<HTMLElement>("[data-column]:not([data-folded=true])") ?? [];
    const columns = [...open].map((element) => element.dataset["column"] ?? "");
    const field = { order: session.base.order.order(), columns, scrolledBy };
    const target = isFocused ? focusTarget(field, { column, card: id }, to) : id;
    if (target !== null) session.focus.go(target);
  }
}
