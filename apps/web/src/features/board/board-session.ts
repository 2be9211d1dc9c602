import type { ApolloClient } from "@apollo/client";
import type { Viewer } from "@stafeta/domain/rights/viewer";
import { readRefusal } from "../../lib/refusals";
import { createStore } from "../../lib/store";
import { t } from "../../lib/words/words";
import { showToast } from "../../ui/toast-store";
import {
  readBoard,
  readBoardOrder,
  readCards,
  writeCards,
  type BoardCard,
  type BoardOrderAnswer,
  type BoardPlace,
} from "./board-client";
import { CardLoader } from "./cards/card-loader";
import { createCardMarks } from "./cards/card-marks";
import { CardRightsStore } from "./cards/card-rights";
import {
  columnOfStatus,
  columnsFrom,
  figuresFrom,
  orderFrom,
  type Column,
  type ColumnStatus,
} from "./columns/column-model";
import { cardOf, cardsInPage } from "./dom";
import { createDragState } from "./drag/drag-state";
import { createFocusStore } from "./keys/focus-store";
import { heirOf } from "./keys/focus-target";
import { placedCard, type BoardFrame } from "./live/board-event";
import { followBoard } from "./live/follow-board";
import { BoardMoves } from "./moves/board-moves";
import { isNewCard, NewCards } from "./moves/new-cards";
import { BoardBase } from "./order/board-base";
import type { CardFacts, CardId, ColumnId } from "./order/board-model";

export interface BoardView {
  /** "ended": the viewer's right to it has ended (R2), and what is shown is what is left. */
  readonly state: "loading" | "ready" | "ended" | "missing" | "failed";
  readonly columns: readonly Column[];
}

export interface SessionInput {
  readonly client: ApolloClient;
  readonly place: BoardPlace;
  readonly viewer: Viewer | null;
  readonly statuses: ReadonlyMap<string, ColumnStatus>;
}

/** Doubtful places are read anew, but not for each event of a storm. */
const REORDER_AFTER_MS = 400;
const CLOSED_DAYS = 14;
const ALL_CLOSED_DAYS = 36_500;

function factsFrom(cards: readonly BoardCard[]): Map<CardId, CardFacts> {
  return new Map(
    cards.map(({ id, rank, estimate, unit, status, revision }) => [
      id,
      { rank, estimate, unitId: unit.id, statusId: status.id, revision, placedRevision: revision },
    ]),
  );
}

/** Columns keep their identity over a reload, so that their heads are not drawn anew. */
function isSameColumns(a: readonly Column[], b: readonly Column[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Everything behind one board on screen; components read its stores and call its acts. */
export class BoardSession {
  readonly client: ApolloClient;
  readonly place: BoardPlace;
  readonly viewer: Viewer | null;
  readonly statuses: ReadonlyMap<string, ColumnStatus>;
  readonly view = createStore<BoardView>({ state: "loading", columns: [] });
  readonly base = new BoardBase();
  readonly marks = createCardMarks();
  readonly focus = createFocusStore();
  readonly drag = createDragState();
  readonly loader: CardLoader;
  readonly rights: CardRightsStore;
  readonly moves: BoardMoves;
  readonly newCards: NewCards;
  private tabStopPlace: { column: ColumnId | null; index: number } = { column: null, index: 0 };
  private unfollow: (() => void) | null = null;
  private reorderTimer: ReturnType<typeof setTimeout> | null = null;
  private closedDays = CLOSED_DAYS;
  private isStopped = false;

  constructor({ client, place, viewer, statuses }: SessionInput) {
    this.client = client;
    this.place = place;
    this.viewer = viewer;
    this.statuses = statuses;
    const frame = () => this.frame();
    const { base, marks } = this;
    this.rights = new CardRightsStore(client, base);
    this.loader = new CardLoader((ids) => this.loadCards(ids));
    this.newCards = new NewCards({ client, base, marks, frame });
    const onRefused = (id: CardId) => {
      this.loader.refresh([id]);
      this.reorderSoon();
    };
    this.moves = new BoardMoves({ client, base, marks, frame, onRefused });
    base.order.subscribeAny(() => {
      this.keepTabStop();
    });
  }

  columns(): readonly Column[] {
    return this.view.get().columns;
  }

  /** Closed issues of all times, instead of the last 14 days. */
  showOlder(): void {
    this.closedDays = ALL_CLOSED_DAYS;
    void this.load();
  }

  column(id: string): Column | undefined {
    return this.columns().find((column) => column.id === id);
  }

  /** Loads the board and follows it; a second call starts anew after a failure or a stop. */
  start(): void {
    this.isStopped = false;
    this.view.update((now) => ({ ...now, state: "loading" }));
    void this.load();
  }

  /** The page is left. Moves that are not answered yet go on to be sent. */
  stop(): void {
    this.isStopped = true;
    this.unfollow?.();
    this.unfollow = null;
    this.loader.stop();
    if (this.reorderTimer !== null) clearTimeout(this.reorderTimer);
    this.reorderTimer = null;
  }

  /** One card is always the board's tab stop; when it leaves the board, its neighbour takes over, with the focus. */
  private keepTabStop(): void {
    const { focus, base } = this;
    const current = focus.current.get();
    const column = current === null ? null : base.order.columnOf(current);
    if (current !== null && column !== null) {
      this.tabStopPlace = { column, index: base.order.column(column).indexOf(current) };
      return;
    }
    const heir = heirOf(base.order.order(), this.tabStopPlace.column, this.tabStopPlace.index);
    const hadFocus = current !== null && cardOf(document.activeElement) === current;
    if (heir !== null && hadFocus) focus.go(heir);
    else focus.rest(heir);
  }

  private frame(): BoardFrame {
    return { columns: this.columns(), unitId: this.place.under ? null : this.place.unit };
  }

  private async load(): Promise<void> {
    const done = this.base.startReading();
    try {
      const answer = await readBoard(this.client, this.place, this.closedDays);
      if (this.wasStopped()) return;
      const cards = answer.columns.flatMap((column) => column.issues.nodes);
      this.take(answer, cards, done);
      // What was loaded before and lies deeper may have changed unseen.
      this.loader.refresh(this.mountedBut(cards));
      if (this.view.get().state === "ready") this.follow();
    } catch (error) {
      done(null);
      const state = readRefusal(error).code === "NOT_FOUND" ? "missing" : "failed";
      if (!this.wasStopped()) this.view.update((now) => ({ ...now, state }));
    }
  }

  private wasStopped(): boolean {
    return this.isStopped;
  }

  private take(
    answer: BoardOrderAnswer,
    cards: readonly BoardCard[],
    done: ReturnType<BoardBase["startReading"]>,
  ) {
    const columns = columnsFrom(answer.columns, this.statuses);
    writeCards(this.client.cache, cards);
    this.loader.loaded(cards.map(({ id }) => id));
    const { lastEvent } = answer;
    done(
      { lastEvent, order: orderFrom(answer.columns), figures: figuresFrom(answer.columns) },
      factsFrom(cards),
    );
    const now = this.view.get();
    const state = now.state === "ended" ? "ended" : "ready";
    const kept = isSameColumns(columns, now.columns) ? now.columns : columns;
    if (state !== now.state || kept !== now.columns) this.view.set({ state, columns: kept });
  }

  private mountedBut(fresh: readonly BoardCard[]): CardId[] {
    const known = new Set(fresh.map(({ id }) => id));
    return cardsInPage().filter(
      (id) => !known.has(id) && !isNewCard(id) && this.base.order.columnOf(id) !== null,
    );
  }

  private async loadCards(ids: readonly CardId[]): Promise<void> {
    const cards = await readCards(this.client, ids);
    if (this.wasStopped()) return;
    const { base, client } = this;
    writeCards(
      client.cache,
      cards.filter((card) => (base.factsOf(card.id)?.revision ?? -1) <= card.revision),
    );
    const frame = this.frame();
    const fits = base.learn(
      cards.map((card) => {
        const { rank, estimate, unitId, statusId, revision } = placedCard(card, frame);
        const column = columnOfStatus(frame.columns, card.status);
        return { id: card.id, column, rank, estimate, unitId, statusId, revision };
      }),
    );
    if (!fits) this.reorderSoon();
  }

  private reorderSoon(): void {
    if (this.isStopped) return;
    this.reorderTimer ??= setTimeout(() => void this.reorder(), REORDER_AFTER_MS);
  }

  private async reorder(): Promise<void> {
    this.reorderTimer = null;
    const done = this.base.startReading();
    try {
      const answer = await readBoardOrder(this.client, this.place, this.closedDays);
      if (!this.wasStopped()) this.take(answer, [], done);
    } catch {
      // The order stays as it is known; the next event or the next load tells.
      done(null);
    }
  }

  private follow(): void {
    const { client, place, base, marks, loader, newCards, drag } = this;
    this.unfollow?.();
    this.unfollow = followBoard({
      client,
      place,
      base,
      marks,
      loader,
      newCards,
      frame: () => this.frame(),
      viewerId: this.viewer?.userId ?? "",
      onUncertain: () => {
        this.reorderSoon();
      },
      onGap: () => void this.load(),
      onEnded: () => {
        this.end();
      },
      onForeignMove: drag.onForeignMove,
      onReturn: (count) => {
        showToast(t("board.away", { count }));
      },
    });
  }

  private end(): void {
    this.unfollow?.();
    this.unfollow = null;
    this.view.update((now) => ({ ...now, state: "ended" }));
    void this.load();
  }
}
