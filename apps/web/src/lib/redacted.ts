import type { OperationVariables } from "@apollo/client";
import { createStore, useStore } from "./store";

const MAX_KEPT = 200;
const NONE: ReadonlySet<string> = new Set();
const kept = createStore<ReadonlyMap<string, ReadonlySet<string>>>(new Map());

function keyOf(operation: string, variables: OperationVariables): string {
  return JSON.stringify([operation, Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** R11: what an answer hid, as schema coordinates (`Issue.estimate`). Apollo's cache has no place for it. */
export function recordRedacted(operation: string, variables: OperationVariables, coordinates: unknown): void {
  const list = Array.isArray(coordinates) ? coordinates.filter((one) => typeof one === "string") : [];
  const key = keyOf(operation, variables);
  if (list.length === 0 && !kept.get().has(key)) return;
  kept.update((all) => {
    const next = new Map(all);
    next.delete(key);
    next.set(key, new Set(list));
    const oldest = next.keys().next();
    if (next.size > MAX_KEPT && !oldest.done) next.delete(oldest.value);
    return next;
  });
}

/** The fields that the last answer to this query hid from the viewer: a lock is shown, never an empty value. */
export function useRedacted(operation: string, variables: OperationVariables): ReadonlySet<string> {
  return useStore(kept).get(keyOf(operation, variables)) ?? NONE;
}
