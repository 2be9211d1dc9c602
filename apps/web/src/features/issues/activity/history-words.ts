import type { IssueHistoryQuery } from "../../../gql/graphql";
import { formatDay, formatInstant, formatNumber } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { handoffSentences } from "./handoff-history";
import { relationSentences } from "./relation-history";
import { endingSentences } from "./ending-history";
import { requestSentences } from "./request-history";
import { fieldWords, PRIORITY_WORDS, RESOLUTION_WORDS, TYPE_WORDS } from "../issue-words";

export type HistoryEvent = IssueHistoryQuery["events"]["nodes"][number];
type Change = HistoryEvent["changes"][number];

/** Names by id, of what an event can point to. */
export interface Names {
  readonly status: ReadonlyMap<string, string>;
  readonly unit: ReadonlyMap<string, string>;
  readonly label: ReadonlyMap<string, string>;
  readonly user: ReadonlyMap<string, string>;
  /** Keys of issues. */
  readonly issue: ReadonlyMap<string, string>;
}

const ENUM_WORDS = { type: TYPE_WORDS, priority: PRIORITY_WORDS, resolution: RESOLUTION_WORDS } as const;
const NAMED_BY = {
  status: "status",
  unit: "unit",
  assignee: "user",
  author: "user",
  labels: "label",
  parent: "issue",
} as const;
/** Long texts are said to have changed; both versions at length would bury the rest. */
const LONG_FIELDS: ReadonlySet<string> = new Set(["description"]);
/** A comment stands in the feed itself; its event would say it twice. */
const SILENT_KINDS: ReadonlySet<string> = new Set(["COMMENT_ADDED"]);
/** Events that their kind says whole. */
const KIND_WORDS = { ISSUE_CREATED: "history.created", COMMENT_EDITED: "history.commentEdited" } as const;
/** What follows from another change, or says nothing to a reader. */
const SILENT_FIELDS: ReadonlySet<string> = new Set([
  "rank",
  "revision",
  "updatedAt",
  "closedAt",
  "lastEvent",
]);

function hasKey<T extends object>(record: T, key: string): key is keyof T & string {
  return Object.hasOwn(record, key);
}

/** An id, or a record that carries its name. */
function namedWords(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === "object" && value !== null && "name" in value && typeof value.name === "string")
    return value.name;
  return names.get(String(value)) ?? t("history.unknown");
}

function plainWords(field: string, value: unknown): string {
  if (typeof value === "number") return formatNumber(value, 4);
  if (typeof value === "boolean") return value ? t("history.yes") : t("history.no");
  if (typeof value !== "string") return t("history.unknown");
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value);
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formatInstant(value);
  if (hasKey(ENUM_WORDS, field)) {
    const words: Readonly<Record<string, Parameters<typeof t>[0]>> = ENUM_WORDS[field];
    const key = words[value];
    if (key !== undefined) return t(key as (typeof TYPE_WORDS)["TASK"]);
  }
  return value;
}

/** One side of a change in words; empty sides are null. */
export function valueWords(field: string, value: unknown, names: Names): string | null {
  if (value === null || value === undefined || value === "") return null;
  const named = hasKey(NAMED_BY, field) ? names[NAMED_BY[field]] : null;
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return value.map((one) => (named ? namedWords(one, named) : plainWords(field, one))).join(", ");
  }
  return named ? namedWords(value, named) : plainWords(field, value);
}

/** A change as a sentence: the field, from what, to what. Names stand in quotes, so that no language has to bend them. */
export function changeWords({ field, before, after }: Change, names: Names): string {
  const name = fieldWords(field);
  if (LONG_FIELDS.has(field)) return t("history.rewritten", { field: name });
  const [old, now] = [valueWords(field, before, names), valueWords(field, after, names)];
  if (old === null)
    return now === null
      ? t("history.rewritten", { field: name })
      : t("history.set", { field: name, after: now });
  return now === null
    ? t("history.cleared", { field: name, before: old })
    : t("history.changed", { field: name, before: old, after: now });
}

/** What an event says: its kind where that says it all, and its changes one by one. */
export function eventWords(event: HistoryEvent, names: Names): string[] {
  if (hasKey(KIND_WORDS, event.kind)) return [t(KIND_WORDS[event.kind])];
  const ofHandoff = handoffSentences(event, names);
  if (ofHandoff) return ofHandoff;
  const ofEnding = endingSentences(event, names);
  if (ofEnding) return ofEnding;
  const ofRequest = requestSentences(event, names);
  if (ofRequest) return ofRequest;
  const changes = event.changes
    .filter(({ field }) => !SILENT_FIELDS.has(field))
    .flatMap((change) =>
      change.field === "relations" ? relationSentences(change, names.issue) : [changeWords(change, names)],
    );
  return event.kind === "ISSUE_UNDONE" ? [t("history.undone"), ...changes] : changes;
}

/** Moves within a column and comments have no line of their own. */
export function hasWords(event: HistoryEvent): boolean {
  if (SILENT_KINDS.has(event.kind)) return false;
  return (
    Object.hasOwn(KIND_WORDS, event.kind) || event.changes.some(({ field }) => !SILENT_FIELDS.has(field))
  );
}
