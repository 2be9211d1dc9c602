/** Plans one run and returns how to call it off. */
export type Schedule = (run: () => void) => () => void;

/** A frame in the background never comes; there a timer stands in, or a hidden tab would hoard events. */
const HIDDEN_MS = 250;

/** Before the next paint, or soon when the page is not painted at all. */
export const perFrame: Schedule = (run) => {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    run();
  };
  const timer = setTimeout(once, HIDDEN_MS);
  const frame = requestAnimationFrame(once);
  return () => {
    isDone = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
};

export interface LiveBuffer<T> {
  push(item: T): void;
  /** Hands over at once what waits. */
  flush(): void;
  stop(): void;
}

/** Events come one by one and are applied together, once per frame, in the order of their coming. */
export function createLiveBuffer<T>(
  apply: (items: readonly T[]) => void,
  schedule: Schedule = perFrame,
): LiveBuffer<T> {
  let waiting: T[] = [];
  let cancel: (() => void) | null = null;

  const flush = () => {
    cancel?.();
    cancel = null;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    apply(items);
  };
  return {
    push: (item) => {
      waiting.push(item);
      cancel ??= schedule(() => {
        cancel = null;
        flush();
      });
    },
    flush,
    stop: () => {
      cancel?.();
      cancel = null;
      waiting = [];
    },
  };
}
