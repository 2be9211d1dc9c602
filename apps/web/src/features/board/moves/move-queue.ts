import type { CardId, ColumnId } from "../order/board-model";

/** One wish to move a card, as `moveIssue` takes it (I4). */
export interface Move {
  /** The `clientMutationId`: a repeat after a lost answer acts once. */
  readonly key: string;
  readonly cardId: CardId;
  /** Null: within its column, a matter of rank alone. */
  readonly statusId: string | null;
  readonly toColumn: ColumnId;
  readonly after: CardId | null;
  readonly before: CardId | null;
  /** What the viewer saw when they moved it (I5); null: the last wins. */
  readonly revision: number | null;
}

/** "lost": no answer came, so the server may or may not have acted; "refused": it answered no. */
export type MoveAnswer<Card, Refused> =
  | { readonly kind: "done"; readonly card: Card; readonly revision: number }
  | { readonly kind: "refused"; readonly refusal: Refused }
  | { readonly kind: "lost" };

export interface MoveQueueDeps<Card, Refused> {
  readonly send: (move: Move) => Promise<MoveAnswer<Card, Refused>>;
  readonly onSending: (move: Move) => void;
  readonly onDone: (move: Move, card: Card) => void;
  readonly onRefused: (move: Move, refusal: Refused) => void;
  /** No answer: the card stays where the viewer put it and is marked as waiting. */
  readonly onLost: (move: Move) => void;
  /** A wish that was overtaken by a later one for the same card before it was sent. */
  readonly onReplaced: (move: Move) => void;
  readonly after: (ms: number, run: () => void) => () => void;
}

const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Moves go to the server one after another, in the order of the wishes: a later one names as neighbours cards that an
 * earlier one has put there. The first is sent in the next task, after the card is painted at its new place.
 */
export class MoveQueue<Card, Refused> {
  private readonly deps: MoveQueueDeps<Card, Refused>;
  private queue: readonly Move[] = [];
  /** Sent at least once and not answered: must be repeated as it was. */
  private sentKey: string | null = null;
  private isBusy = false;
  private failures = 0;
  private cancelTimer: (() => void) | null = null;

  constructor(deps: MoveQueueDeps<Card, Refused>) {
    this.deps = deps;
  }

  add(move: Move): void {
    const last = this.queue.at(-1);
    if (last !== undefined && last.cardId === move.cardId && last.key !== this.sentKey) {
      const statusId = move.statusId ?? last.statusId;
      this.queue = [
        ...this.queue.slice(0, -1),
        { ...move, statusId, revision: last.revision ?? move.revision },
      ];
      this.deps.onReplaced(last);
    } else {
      this.queue = [...this.queue, move];
    }
    if (!this.isBusy && this.cancelTimer === null) this.plan(0);
  }

  /** Tries again at once: the connection is back. */
  wake(): void {
    if (!this.isBusy && this.queue.length > 0) this.plan(0);
  }

  waiting(): readonly Move[] {
    return this.queue;
  }

  private plan(ms: number): void {
    this.cancelTimer?.();
    this.cancelTimer = this.deps.after(ms, () => {
      this.cancelTimer = null;
      void this.next();
    });
  }

  private async next(): Promise<void> {
    const move = this.queue[0];
    if (this.isBusy || move === undefined) return;
    this.isBusy = true;
    this.sentKey = move.key;
    this.deps.onSending(move);
    const answer = await this.deps.send(move);
    this.isBusy = false;
    this.settle(move, answer);
  }

  private settle(move: Move, answer: MoveAnswer<Card, Refused>): void {
    if (answer.kind === "lost") {
      this.plan(RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 1_000);
      this.failures += 1;
      this.deps.onLost(move);
      return;
    }
    this.failures = 0;
    this.sentKey = null;
    this.queue = this.queue.slice(1);
    if (answer.kind === "done") {
      this.rebase(move.cardId, answer.revision);
      this.deps.onDone(move, answer.card);
    } else {
      this.deps.onRefused(move, answer.refusal);
    }
    void this.next();
  }

  /** The card's later wishes stand on what this answer made of it, not on what was seen before. */
  private rebase(cardId: CardId, revision: number): void {
    this.queue = this.queue.map((move) =>
      move.cardId === cardId && move.revision !== null ? { ...move, revision } : move,
    );
  }
}
