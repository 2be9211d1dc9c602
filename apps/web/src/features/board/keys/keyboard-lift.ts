import { anchorsAt, moveCards, type Anchors } from "@stafeta/domain/board/move-cards";
import { nextColumn } from "@stafeta/domain/board/key-moves";
import { wordsOf } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import type { BoardSession } from "../board-session";
import type { CardActions } from "../cards/card-actions";
import { liftedCard } from "../drag/lift";
import type { CardId, ColumnId } from "../order/board-model";
import { say } from "../say";
import type { BoardCommand } from "./board-keys";

type MoveTo = Extract<BoardCommand, { kind: "move" }>["to"];

/** The wish that shows where a card lifted by keys would stand; nothing is sent before the drop. */
const LIFT = "lift";

/** A card in hand without a pointer: Space lifts, arrows carry, Space drops, Escape puts it back (UX.md, section 6). */
export class KeyboardLift {
  private readonly session: BoardSession;
  private readonly actions: CardActions;
  private place: { column: ColumnId; anchors: Anchors<CardId> } | null = null;

  constructor(session: BoardSession, actions: CardActions) {
    this.session = session;
    this.actions = actions;
  }

  get isLifted(): boolean {
    return this.session.drag.drag.get()?.by === "keys";
  }

  lift(id: CardId): void {
    const drag = liftedCard(this.session, this.actions, id, "keys");
    if (!drag) return;
    this.place = null;
    this.session.drag.start(drag);
    this.session.marks.lifted(id, true);
    say.lifted(this.actions.placeOf(id));
  }

  carry(to: MoveTo): void {
    const drag = this.session.drag.drag.get();
    if (drag?.by !== "keys") return;
    if (to === "left" || to === "right") this.carryAside(drag.cardId, to);
    else this.carryWithin(drag.cardId, to);
  }

  drop(): void {
    const drag = this.session.drag.drag.get();
    if (drag?.by !== "keys") return;
    const { place } = this;
    const column = place && this.session.column(place.column);
    const isBack = place?.column === drag.from.column && this.rowOf(drag.cardId) === drag.from.index;
    this.end(drag.cardId);
    if (!place || !column || isBack) {
      this.putBack(drag.cardId);
      return;
    }
    const { cardId, revision } = drag;
    // First the wish that is sent, then away with the one that was shown: the card does not move in between.
    this.session.moves.move({ cardId, column, anchors: place.anchors, revision });
    this.session.base.dropWish(LIFT);
    this.place = null;
    say.dropped(this.actions.placeOf(cardId));
  }

  cancel(): void {
    const drag = this.session.drag.drag.get();
    if (drag?.by !== "keys") return;
    this.end(drag.cardId);
    this.putBack(drag.cardId);
  }

  private end(id: CardId): void {
    this.session.drag.end();
    this.session.marks.lifted(id, false);
  }

  private putBack(id: CardId): void {
    this.place = null;
    this.session.base.dropWish(LIFT);
    this.session.focus.go(id);
    say.cancelled(this.actions.placeOf(id));
  }

  private show(id: CardId, column: ColumnId, index: number): void {
    const { base } = this.session;
    const anchors = anchorsAt(base.order.order(), column, index, [id]);
    this.place = { column, anchors };
    base.pushWish({ key: LIFT, apply: (order) => moveCards(order, [id], column, anchors) });
    this.session.focus.go(id);
    say.over(this.actions.placeOf(id));
  }

  private carryWithin(id: CardId, to: Exclude<MoveTo, "left" | "right">): void {
    const { order } = this.session.base;
    const column = order.columnOf(id);
    if (column === null) return;
    const ids = order.column(column);
    const at = ids.indexOf(id);
    const last = ids.length - 1;
    const index = { up: at - 1, down: at + 1, top: 0, bottom: last }[to];
    if (index < 0 || index > last || index === at) {
      announce(index <= 0 ? t("board.menu.firstAlready") : t("board.menu.lastAlready"));
      return;
    }
    this.show(id, column, index);
  }

  /** To the nearest column that may be entered; where there is none, the nearest one says why. */
  private carryAside(id: CardId, to: "left" | "right"): void {
    const { session } = this;
    const from = session.base.order.columnOf(id);
    const verdicts = session.drag.drag.get()?.verdicts;
    if (from === null || !verdicts) return;
    const order = session.columns().map((column) => column.id);
    const direction = to === "left" ? "PREVIOUS" : "NEXT";
    const target = nextColumn(order, from, direction, (column) => verdicts.get(column)?.allowed !== false);
    if (target !== null) {
      this.show(id, target, Math.min(session.base.order.column(target).length, this.rowOf(id)));
      return;
    }
    const nearest = nextColumn(order, from, direction, () => true);
    const verdict = nearest === null ? undefined : verdicts.get(nearest);
    const name = nearest === null ? "" : (session.column(nearest)?.name ?? "");
    if (verdict && !verdict.allowed) say.denied(name, wordsOf(verdict.message, verdict.params));
    else announce(t("board.say.edge"));
  }

  private rowOf(id: CardId): number {
    const { order } = this.session.base;
    const column = order.columnOf(id);
    return column === null ? 0 : order.column(column).indexOf(id);
  }
}
