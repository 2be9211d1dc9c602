import { createKeyedStore, type KeyedStore } from "../order/keyed-store";

/** What a card shows of what is happening to it. */
export interface CardMark {
  /** Its change has been on its way for longer than 300 ms, or waits for the connection. */
  readonly isWaiting: boolean;
  /** In hand by pointer: its picture follows the pointer. */
  readonly isAway: boolean;
  /** In hand by keys: arrows carry it. */
  readonly isLifted: boolean;
  /** The last move was refused: an outline for two seconds. */
  readonly isRefused: boolean;
  /** Somebody else has just changed its place: their name for two seconds. */
  readonly movedBy: { readonly name: string; readonly avatarUrl: string | null } | null;
}

const REST: CardMark = { isWaiting: false, isAway: false, isLifted: false, isRefused: false, movedBy: null };
const SLOW_MS = 300;
const SHOWN_MS = 2_000;

export interface CardMarks extends KeyedStore<CardMark> {
  /** @returns takes the mark off again, or prevents it */
  waiting(id: string, afterMs?: number): () => void;
  away(id: string, isAway: boolean): void;
  lifted(id: string, isLifted: boolean): void;
  refused(id: string): void;
  moved(id: string, by: NonNullable<CardMark["movedBy"]>): void;
}

function isSame(a: CardMark, b: CardMark): boolean {
  return (Object.keys(REST) as (keyof CardMark)[]).every((key) => a[key] === b[key]);
}

export function createCardMarks(): CardMarks {
  const store = createKeyedStore<CardMark>(REST, isSame);
  const change = (id: string, part: Partial<CardMark>) => {
    store.set(id, { ...store.get(id), ...part });
  };
  return {
    ...store,
    waiting: (id, afterMs = SLOW_MS) => {
      const timer = setTimeout(() => {
        change(id, { isWaiting: true });
      }, afterMs);
      return () => {
        clearTimeout(timer);
        change(id, { isWaiting: false });
      };
    },
    away: (id, isAway) => {
      change(id, { isAway });
    },
    lifted: (id, isLifted) => {
      change(id, { isLifted });
    },
    refused: (id) => {
      change(id, { isRefused: true });
      setTimeout(() => {
        change(id, { isRefused: false });
      }, SHOWN_MS);
    },
    moved: (id, by) => {
      change(id, { movedBy: by });
      setTimeout(() => {
        if (store.get(id).movedBy === by) change(id, { movedBy: null });
      }, SHOWN_MS);
    },
  };
}
