import { anchorsAt } from "@stafeta/domain/board/move-cards";
import { canBeAsked } from "@stafeta/domain/requests/can-be-asked";
import type { Refusal } from "@stafeta/domain/shared/decision";
import { t } from "../../../lib/words/words";
import type { ToastAction } from "../../../ui/toast-store";
import { readCard } from "../board-client";
import type { BoardSession } from "../board-session";
import type { CardActions } from "../cards/card-actions";
import type { CardId } from "../order/board-model";
import type { BoardContextValue } from "../board-context";
import type { BoardScreen } from "../board-screen";
import { say } from "../say";
import type { Drag } from "./drag-state";
import type { PointerPlace } from "./pointer-drag";

/** A card as it is when a hand takes it, with the verdict for every column (R12). */
export function liftedCard(
  session: BoardSession,
  actions: CardActions,
  id: CardId,
  by: Drag["by"],
): Drag | null {
  const column = session.base.order.columnOf(id);
  const card = readCard(session.client.cache, id);
  if (column === null || !card) return null;
  return {
    cardId: id,
    cardKey: card.key,
    by,
    from: { column, index: session.base.order.column(column).indexOf(id) },
    revision: session.base.factsOf(id)?.revision ?? null,
    verdicts: actions.verdicts(id),
    handOffRefusal: actions.handOffRefusal(id),
  };
}

/** The drop: to a place, or back to where it was, with the reason where a column is denied. */
export function dropCard(
  { session, actions, screen }: BoardContextValue,
  drag: Drag,
  over: PointerPlace | null,
): void {
  const column = over && session.column(over.column);
  if (!over || !column || over.place.isStill) {
    say.cancelled(actions.placeOf(drag.cardId));
    return;
  }
  const verdict = drag.verdicts.get(over.column);
  if (verdict && !verdict.allowed) {
    actions.deny(drag.cardId, column, verdict, wayOut(screen, drag, verdict));
    return;
  }
  const anchors = anchorsAt(session.base.order.order(), over.column, over.place.index, [drag.cardId]);
  session.focus.rest(drag.cardId);
  session.moves.move({ cardId: drag.cardId, column, anchors, revision: drag.revision });
  say.dropped(actions.placeOf(drag.cardId));
}

/** What can be done instead of a move that is denied, in one click (H6); a move that a head could make is asked for otherwise. */
function wayOut(screen: BoardScreen, drag: Drag, { message, rule }: Refusal): ToastAction | undefined {
  const { cardId, handOffRefusal } = drag;
  if (message === "issue.statusOfOtherUnit") {
    if (handOffRefusal !== null && !canBeAsked(handOffRefusal)) return undefined;
    return {
      label: handOffRefusal === null ? t("handoff.start") : t("request.ask"),
      run: () => {
        if (handOffRefusal === null) screen.handOff(cardId, null);
        else screen.show("askHandOff", cardId);
      },
    };
  }
  if (rule !== "H3") return undefined;
  return {
    label: t("board.showHandOff"),
    run: () => {
      screen.open(cardId);
    },
  };
}

/** I3, H6: a drop on another unit offers the hand-off to it; on its own unit nothing is to be done. */
export function dropOnUnit(
  { session, actions, screen }: BoardContextValue,
  drag: Drag,
  unitId: string,
): void {
  const { cardId, handOffRefusal } = drag;
  session.focus.rest(cardId);
  if (session.base.factsOf(cardId)?.unitId === unitId) say.cancelled(actions.placeOf(cardId));
  else screen.handOff(cardId, handOffRefusal, undefined, unitId);
}
