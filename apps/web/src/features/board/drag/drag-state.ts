import type { Decision, Refusal } from "@stafeta/domain/shared/decision";
import { t } from "../../../lib/words/words";
import { createStore, type Store } from "../../../lib/store";
import type { BoardEvent } from "../live/board-event";
import type { CardId, ColumnId } from "../order/board-model";

/** A card in somebody's hand, by pointer or by keys. */
export interface Drag {
  readonly cardId: CardId;
  readonly cardKey: string;
  readonly by: "mouse" | "touch" | "keys";
  readonly from: { readonly column: ColumnId; readonly index: number };
  /** Of the card when it was lifted: a drop after somebody else's change of status is a conflict (I5). */
  readonly revision: number | null;
  /** R12: known for every column at lift. */
  readonly verdicts: ReadonlyMap<ColumnId, Decision>;
  /** R12: why it cannot be handed off; null: it can. */
  readonly handOffRefusal: Refusal | null;
}

export interface DragState {
  readonly drag: Store<Drag | null>;
  /** What somebody else did to the card meanwhile. */
  readonly notice: Store<string | null>;
  readonly onForeignMove: (event: BoardEvent) => void;
  start(drag: Drag): void;
  end(): void;
}

export function createDragState(): DragState {
  const drag = createStore<Drag | null>(null);
  const notice = createStore<string | null>(null);
  return {
    drag,
    notice,
    onForeignMove: ({ issueId, issue, event }) => {
      if (drag.get()?.cardId !== issueId || !issue || !event.actor) return;
      notice.set(t("board.drag.movedBy", { name: event.actor.name, column: issue.status.name }));
    },
    start: (next) => {
      notice.set(null);
      drag.set(next);
    },
    end: () => {
      drag.set(null);
      notice.set(null);
    },
  };
}
