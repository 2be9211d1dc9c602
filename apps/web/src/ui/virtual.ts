import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, type RefObject } from "react";

interface FixedListOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
  readonly gap: number;
  readonly padding: number;
  readonly overscan: number;
  readonly keyOf: (index: number) => string;
  /** Rows that stay in the page though they are out of sight. */
  readonly pinned: readonly number[];
}

/** The rows near the viewport of a list whose rows are all of one height. */
export function useFixedList({
  count,
  scroller,
  rowHeight,
  gap,
  padding,
  overscan,
  keyOf,
  pinned,
}: FixedListOptions) {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      const added = pinned.filter((index) => index >= 0 && index < count && !near.includes(index));
      return added.length === 0 ? near : [...near, ...added].toSorted((a, b) => a - b);
    },
    [pinned, count],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- its caller is drawn anew by it, and memoises nothing of it
  return useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    gap,
    paddingStart: padding,
    paddingEnd: padding,
    overscan,
    getItemKey: keyOf,
    rangeExtractor,
  });
}
