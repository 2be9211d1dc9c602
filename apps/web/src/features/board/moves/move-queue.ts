import type { CardId, ColumnId } from "../order/board-model";

/** One wish to move a card, as `moveIssue` takes it (I4). */
export interface Move {
  /** The `clientMutationId`: a repeat after a lost answer acts once. */
  readonly key: string;
  readonly cardId: CardId;
  readonly statusId: string;
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

export interface MoveQueue {
  add(move: Move): void;
  /** Tries again at once: the connection is back. */
  wake(): void;
  waiting(): readonly Move[];
  stop(): void;
}

const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Moves go to the server one after another, in the order of the wishes: a later one names as neighbours cards that an
 * earlier one has put there. The first is sent in the next task, after the card is painted at its new place.
 */
export function createMoveQueue<Card, Refused>(deps: MoveQueueDeps<Card, Refused>): MoveQueue {
  let queue: readonly Move[] = [];
  /** Sent at least once and not answered: must be repeated as it was. */
  let sentKey: string | null = null;
  let isBusy = false;
  let failures = 0;
  let cancelTimer: (() => void) | null = null;
  let isStopped = false;

  const plan = (ms: number) => {
    cancelTimer?.();
    cancelTimer = deps.after(ms, () => {
      cancelTimer = null;
      void next();
    });
  };

  /** The card's later wishes stand on what this answer made of it, not on what was seen before. */
  const rebase = (cardId: CardId, revision: number) => {
    queue = queue.map((move) =>
      move.cardId === cardId && move.revision !== null ? { ...move, revision } : move,
    );
  };

  const settle = (move: Move, answer: MoveAnswer<Card, Refused>) => {
    if (answer.kind === "lost") {
      const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 1_000;
      failures += 1;
      plan(wait);
      deps.onLost(move);
      return;
    }
    failures = 0;
    sentKey = null;
    queue = queue.slice(1);
    if (answer.kind === "done") {
      rebase(move.cardId, answer.revision);
      deps.onDone(move, answer.card);
    } else {
      deps.onRefused(move, answer.refusal);
    }
    if (queue.length > 0) void next();
  };

  const next = async () => {
    const move = queue[0];
    if (isBusy || isStopped || move === undefined) return;
    isBusy = true;
    sentKey = move.key;
    deps.onSending(move);
    const answer = await deps.send(move);
    isBusy = false;
    if (!isStopped) settle(move, answer);
  };

  return {
    add: (move) => {
      const last = queue.at(-1);
      if (last !== undefined && last.cardId === move.cardId && last.key !== sentKey) {
        queue = [...queue.slice(0, -1), { ...move, revision: last.revision }];
        deps.onReplaced(last);
      } else {
        queue = [...queue, move];
      }
      if (!isBusy && cancelTimer === null) plan(0);
    },
    wake: () => {
      if (!isBusy && queue.length > 0) plan(0);
    },
    waiting: () => queue,
    stop: () => {
      isStopped = true;
      cancelTimer?.();
    },
  };
}
