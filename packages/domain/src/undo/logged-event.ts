import type { FieldChange } from "../events/changes.js";
import type { EventKind } from "../events/event-kinds.js";
import type { IssueId, UserId } from "../shared/ids.js";

/** An event as the log has it, as far as undo asks (I6). Ids of events grow in the order in which they happened. */
export interface LoggedEvent {
  readonly id: string;
  /** Shared by all that one action changed. */
  readonly operation: string;
  readonly actorId: UserId | null;
  readonly kind: EventKind;
  readonly entity: string;
  readonly entityId: string;
  readonly issueId: IssueId | null;
  /** The event that it took back. */
  readonly undoes: string | null;
  readonly changes: readonly FieldChange[];
}

export function isLater(one: string, other: string): boolean {
  return BigInt(one) > BigInt(other);
}

/** By what they have in common, each in the order given. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Oldest first. */
export function byAge<T extends { readonly id: string }>(events: readonly T[]): T[] {
  return events.toSorted((a, b) => (isLater(a.id, b.id) ? 1 : -1));
}
