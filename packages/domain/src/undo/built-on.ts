import type { FieldChange } from "../events/changes.js";
import { byAge, isLater, type LoggedEvent } from "./logged-event.js";

/** The place in the order is everybody's, and what is said in passing changes nothing: nothing is built on either. */
const LIGHT_FIELDS: ReadonlySet<string> = new Set([
  "rank",
  "reason",
  "handoffWords",
  "handoffTo",
  "handoffStep",
  "handoffReminder",
]);

/** Of sets each member is a change by itself (I5): who adds another label builds on nothing. */
const SETS: ReadonlySet<string> = new Set(["labels", "relations"]);

function members(value: FieldChange["before"]): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** What of a set was put in, and what was taken out. */
export function membersChanged({ before, after }: FieldChange): {
  readonly added: readonly string[];
  readonly removed: readonly string[];
} {
  const [old, now] = [members(before), members(after)];
  return {
    added: now.filter((member) => !old.includes(member)),
    removed: old.filter((member) => !now.includes(member)),
  };
}

/** What an event changed, as texts by which two events can be seen to have changed the same, with its field. */
function touchedBy({ entity, entityId, changes }: LoggedEvent): Map<string, string> {
  const touched = new Map<string, string>();
  for (const change of changes) {
    const { field } = change;
    if (LIGHT_FIELDS.has(field)) continue;
    const { added, removed } = membersChanged(change);
    const parts = SETS.has(field) ? [...added, ...removed] : [""];
    for (const part of parts) touched.set([entity, entityId, field, part].join("\n"), field);
  }
  return touched;
}

/** L2: out of CLOSED or into it. */
export function closingOf({ changes }: Pick<LoggedEvent, "changes">): "CLOSED" | "REOPENED" | null {
  const change = changes.find(({ field }) => field === "closedAt");
  if (!change || (change.before === null) === (change.after === null)) return null;
  return change.after === null ? "REOPENED" : "CLOSED";
}

/** I6: how something later builds on an event. */
export type BuildingOn = "SAME_FIELD" | "CLOSED" | "HANDED_OFF" | "UNDONE";

export interface BuiltOn {
  readonly event: LoggedEvent;
  readonly how: BuildingOn;
  /** The fields that both changed. */
  readonly fields: readonly string[];
}

/** Those that were taken back, and not brought back since. */
function takenBack(newestFirst: readonly LoggedEvent[]): ReadonlySet<string> {
  const back = new Set<string>();
  for (const { id, undoes } of newestFirst) if (!back.has(id) && undoes !== null) back.add(undoes);
  return back;
}

function howBuilt(event: LoggedEvent, later: LoggedEvent): BuiltOn | null {
  const [mine, theirs] = [touchedBy(event), touchedBy(later)];
  const fields = [...new Set([...mine].flatMap(([part, field]) => (theirs.has(part) ? [field] : [])))];
  // What was said on an issue is no part of its conditions: words of one's own are put otherwise whatever became of it.
  const isOfIssue = event.entity === "issue";
  if (isOfIssue && later.kind === "ISSUE_HANDED_OFF") return { event: later, how: "HANDED_OFF", fields };
  if (isOfIssue && closingOf(later) === "CLOSED") return { event: later, how: "CLOSED", fields };
  return fields.length > 0 ? { event: later, how: "SAME_FIELD", fields } : null;
}

/**
 * I6: the first thing later that builds on an event: changed the same field, closed the issue or handed it off. What was taken
 * back itself builds on nothing, nor does what took it back; so that one action after another can be undone.
 *
 * @param history events of the same issue, at least all that came later; in any order
 */
export function builtOn(event: LoggedEvent, history: readonly LoggedEvent[]): BuiltOn | null {
  const later = byAge(history.filter(({ id }) => isLater(id, event.id)));
  const back = takenBack(later.toReversed());
  if (back.has(event.id)) {
    const by = later.findLast(({ undoes, id }) => undoes === event.id && !back.has(id));
    if (by) return { event: by, how: "UNDONE", fields: [] };
  }
  for (const one of later) {
    const undoesLater = one.undoes !== null && isLater(one.undoes, event.id);
    if (back.has(one.id) || undoesLater || one.operation === event.operation) continue;
    const built = howBuilt(event, one);
    if (built) return built;
  }
  return null;
}
