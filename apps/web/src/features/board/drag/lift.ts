import { anchorsAt } from "@stafeta/domain/board/move-cards";
import { wordsOf } from "../../../lib/refusals";
import { readCard } from "../board-client";
import type { BoardSession } from "../board-session";
import type { CardActions } from "../cards/card-actions";
import type { CardId } from "../order/board-model";
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
  };
}

/** The drop: to a place, or back to where it was, with the reason where a column is denied. */
export function dropCard(
  session: BoardSession,
  actions: CardActions,
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
    actions.deny(drag.cardId, column.name, wordsOf(verdict.message, verdict.params));
    return;
  }
  const anchors = anchorsAt(session.base.order.order(), over.column, over.place.index, [drag.cardId]);
  session.focus.rest(drag.cardId);
  session.moves.move({ cardId: drag.cardId, column, anchors, revision: drag.revision });
  say.dropped(actions.placeOf(drag.cardId));
}
