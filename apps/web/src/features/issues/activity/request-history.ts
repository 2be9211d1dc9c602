import { t } from "../../../lib/words/words";
import type { HistoryEvent, Names } from "./history-words";
import { wishedWords } from "./wished-words";

function valueOf({ changes }: HistoryEvent, field: string): unknown {
  return changes.find((change) => change.field === field)?.after;
}

function headline(event: HistoryEvent, names: Names): string | null {
  const name = names.user.get(String(valueOf(event, "requestedBy"))) ?? t("history.nobody");
  switch (event.kind) {
    case "REQUEST_MADE":
      return t("request.history.asked");
    case "REQUEST_ACCEPTED":
      return t("request.history.accepted", { name });
    case "REQUEST_REFUSED":
      return t("request.history.refused", { name });
    case "REQUEST_WITHDRAWN":
      return t("request.history.withdrawn");
    default:
      return null;
  }
}

/** H6: what an event of a request says; null: it is none. What was done on request has an event of its own. */
export function requestSentences(event: HistoryEvent, names: Names): string[] | null {
  const first = headline(event, names);
  if (first === null) return null;
  const said = valueOf(event, "handoffWords");
  return [
    first,
    ...wishedWords(event.changes, names),
    ...(typeof said === "string" ? [t("history.handoff.said", { words: said })] : []),
  ];
}
