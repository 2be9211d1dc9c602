import type { Waiting } from "./waiting";

/**
 * Which one is read: what the address names, else whatever stands where the last one stood, so that an answered one makes
 * room for the next.
 */
export function chosenOf(
  all: readonly Waiting[],
  at: string | undefined,
  place: number,
): { readonly index: number; readonly chosen: Waiting | undefined } {
  const found = all.findIndex((one) => one.id === at);
  const index = found >= 0 ? found : Math.max(0, Math.min(place, all.length - 1));
  return { index, chosen: all[index] };
}

/** J, K and the arrows: the neighbour, without going round. */
export function neighbourOf(
  all: readonly Waiting[],
  id: string | undefined,
  step: 1 | -1,
): Waiting | undefined {
  const at = all.findIndex((one) => one.id === id);
  return all[at + step];
}
