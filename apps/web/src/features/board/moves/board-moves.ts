import type { ApolloClient } from "@apollo/client";
import { ServerError } from "@apollo/client/errors";
import { moveCards, type Anchors } from "@stafeta/domain/board/move-cards";
import { newClientMutationId } from "../../../lib/client-id";
import { onLineChange } from "../../../lib/connection";
import { readRefusal, wordsOfRefusal, type Refused } from "../../../lib/refusals";
import { openSave, type SaveTicket } from "../../../lib/saves";
import { t } from "../../../lib/words/words";
import { dismissToast, showToast } from "../../../ui/toast-store";
import { readCard, sendMove, showCard, shownStatus, writeCards, type BoardCard } from "../board-client";
import type { CardMarks } from "../cards/card-marks";
import { statusOfDrop, type Column } from "../columns/column-model";
import { placedCard, type BoardFrame } from "../live/board-event";
import { noteDepartures, showArrivals } from "../live/card-travel";
import type { BoardBase } from "../order/board-base";
import type { CardId } from "../order/board-model";
import { say } from "../say";
import { askToMove } from "./ask-to-move";
import { MoveQueue, type Move, type MoveAnswer } from "./move-queue";

export interface MoveRequest {
  readonly cardId: CardId;
  readonly column: Column;
  readonly anchors: Anchors<CardId>;
  /** As it was when the card was lifted (I5); left out: as it is known now. Null: whatever it is by now. */
  readonly revision?: number | null;
}

export interface BoardMovesDeps {
  readonly client: ApolloClient;
  readonly base: BoardBase;
  readonly marks: CardMarks;
  readonly frame: () => BoardFrame;
  /** A refused card may stand elsewhere by now, or be out of sight. */
  readonly onRefused: (cardId: CardId) => void;
}

/** What shows that a move is on its way, until it is answered. */
interface Shown {
  readonly ticket: SaveTicket;
  readonly column: Column;
  unmark: () => void;
}

/** A proxy whose server is away, as during a restart, answers for it. */
function isProxyAlone(error: unknown): boolean {
  return ServerError.is(error) && [502, 503, 504].includes(error.statusCode);
}

async function answerOf(client: ApolloClient, move: Move): Promise<MoveAnswer<BoardCard, Refused>> {
  const { cardId: id, statusId: status, after, before, revision, key } = move;
  try {
    const card = await sendMove(client, { id, status, after, before, revision, key });
    return { kind: "done", card, revision: card.revision };
  } catch (error) {
    const refusal = readRefusal(error);
    return refusal.code === "OFFLINE" || isProxyAlone(error)
      ? { kind: "lost" }
      : { kind: "refused", refusal };
  }
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => {
    clearTimeout(timer);
  };
}

/** I5: somebody else has put the card into another column since it was lifted. */
function isStatusConflict(refused: Refused): boolean {
  return refused.code === "CONFLICT" && refused.conflicts?.some(({ field }) => field === "status") === true;
}

/** A rule says the same again; a fault of the server may have passed. */
function canRepeat(refused: Refused): boolean {
  return isStatusConflict(refused) || refused.code === "INTERNAL" || refused.code === "RATE_LIMITED";
}

/** The one way in which a card moves: pointer, keys and menu call `move`. */
export class BoardMoves {
  private readonly deps: BoardMovesDeps;
  private readonly shown = new Map<string, Shown>();
  private readonly queue: MoveQueue<BoardCard, Refused>;
  private lastToast: number | null = null;
  private offLine: (() => void) | null = null;

  constructor(deps: BoardMovesDeps) {
    this.deps = deps;
    this.queue = new MoveQueue<BoardCard, Refused>({
      send: (move) => answerOf(deps.client, move),
      onSending: (move) => this.shown.get(move.key)?.ticket.saving(),
      onDone: (move, card) => {
        this.settle(move, card);
      },
      onRefused: (move, refused) => {
        this.refuse(move, refused);
      },
      onLost: (move) => {
        this.wait(move);
      },
      onReplaced: (move) => {
        this.settle(move, null);
      },
      after: later,
    });
  }

  /** Shows the card at its new place at once and asks the server in the next task. */
  move({ cardId, column, anchors, revision }: MoveRequest): void {
    const { base, client, marks } = this.deps;
    const facts = base.factsOf(cardId);
    const card = readCard(client.cache, cardId);
    const target = facts && statusOfDrop(column, facts.unitId);
    if (!card || !target) return;
    const key = newClientMutationId();
    const { after, before } = anchors;
    const isRankOnly = column.statuses.some((status) => status.id === card.status.id);
    const ticket = openSave(t("board.save.move", { key: card.key }));
    this.shown.set(key, { ticket, column, unmark: marks.waiting(cardId) });
    base.pushWish({ key, apply: (order) => moveCards(order, [cardId], column.id, { after, before }) });
    if (!isRankOnly) {
      showCard(client.cache, key, cardId, { status: shownStatus(target) });
      this.tell(t("board.toast.moved", { key: card.key, column: column.name }));
      // I2: it warns, and refuses nothing.
      if (target.category === "IN_PROGRESS" && card.blocked === true)
        showToast(t("relation.startedBlocked", { key: card.key }));
    }
    const based = revision === undefined ? facts.revision : revision;
    const wish = { key, cardId, toColumn: column.id, after, before };
    this.queue.add({ ...wish, statusId: isRankOnly ? null : target.id, revision: isRankOnly ? null : based });
  }

  /** One toast for moves at a time: of ten quick moves the last one matters. */
  private tell(text: string): void {
    if (this.lastToast !== null) dismissToast(this.lastToast);
    this.lastToast = showToast(text);
  }

  /** Takes down everything that showed the wish; what the server says is then what is seen. */
  private settle(move: Move, card: BoardCard | null): Shown | undefined {
    const { base, client, frame } = this.deps;
    const shown = this.shown.get(move.key);
    this.shown.delete(move.key);
    shown?.unmark();
    shown?.ticket.done();
    writeCards(client.cache, card ? [card] : [], move.key);
    if (card) {
      const placement = { cardId: card.id, card: placedCard(card, frame()), mayMove: true };
      base.apply([{ eventId: card.lastEvent, placement }]);
    }
    base.dropWish(move.key);
    this.stopWaiting();
    return shown;
  }

  private refuse(move: Move, refused: Refused): void {
    const { client, marks, onRefused } = this.deps;
    const key = readCard(client.cache, move.cardId)?.key ?? "";
    const departures = noteDepartures([move.cardId]);
    const shown = this.settle(move, null);
    showArrivals(departures);
    marks.refused(move.cardId);
    const reason = wordsOfRefusal(refused);
    say.refused(key, reason);
    if (this.lastToast !== null) dismissToast(this.lastToast);
    const label = isStatusConflict(refused)
      ? t("board.moveAnyway", { column: shown?.column.name ?? "" })
      : t("board.retry");
    const run = () => {
      if (shown) this.move({ cardId: move.cardId, column: shown.column, anchors: move, revision: null });
    };
    const text = t("board.toast.refused", { key, reason });
    const facts = this.deps.base.factsOf(move.cardId);
    const target = shown && facts && statusOfDrop(shown.column, facts.unitId);
    const wayOut = canRepeat(refused)
      ? { action: { label, run } }
      : askToMove(client, { id: move.cardId, key }, target, refused);
    showToast(text, { tone: "bad", ...wayOut });
    onRefused(move.cardId);
  }

  private wait(move: Move): void {
    const shown = this.shown.get(move.key);
    if (!shown) return;
    shown.unmark();
    shown.unmark = this.deps.marks.waiting(move.cardId, 0);
    shown.ticket.waiting();
    this.offLine ??= onLineChange((isOnline) => {
      if (isOnline) this.queue.wake();
    });
  }

  private stopWaiting(): void {
    if (this.queue.waiting().length > 0) return;
    this.offLine?.();
    this.offLine = null;
  }
}
