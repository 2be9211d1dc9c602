import { t } from "../../../lib/words/words";
import type { HistoryEvent, Names } from "./history-words";
import { relatedBy } from "./relation-history";

/** How work ends and comes back (L2, L5): the kind says it, and the status that follows from it need not be told. */
const KINDS = {
  ISSUE_CLOSED: "history.closed",
  ISSUE_RETURNED: "history.returned",
  ISSUE_REOPENED: "history.reopened",
  ISSUE_CANCELLED: "history.cancelled",
  ISSUE_MERGED: "history.merged",
  ISSUE_ARCHIVED: "history.archived",
} as const;

function mergedWords(event: HistoryEvent, { issue }: Names): string {
  const change = event.changes.find(({ field }) => field === "relations");
  const key = issue.get((change && relatedBy(change, "DUPLICATES")) ?? "");
  return key === undefined ? t("history.merged") : t("history.mergedInto", { key });
}

/** Null: the event is of another kind. */
export function endingSentences(event: HistoryEvent, names: Names): string[] | null {
  if (!Object.hasOwn(KINDS, event.kind)) return null;
  const { kind } = event;
  const done = kind === "ISSUE_MERGED" ? mergedWords(event, names) : t(KINDS[kind as keyof typeof KINDS]);
  const reason = event.changes.find(({ field }) => field === "reason")?.after;
  return typeof reason === "string" ? [done, t("history.reason", { reason })] : [done];
}
