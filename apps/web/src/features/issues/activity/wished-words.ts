import { t } from "../../../lib/words/words";
import { fieldWords } from "../issue-words";
import { valueWords, type HistoryEvent, type Names } from "./history-words";

type Change = HistoryEvent["changes"][number];

/** Long texts are not said again; who decides reads them beside the request. */
const LONG: ReadonlySet<string> = new Set(["description"]);
/** What an event of a request tells beside the wish. */
const BESIDE: ReadonlySet<string> = new Set(["request", "requestedBy", "handoffWords", "reason"]);

function labelWords({ before, after }: Change, names: Names): string[] {
  const added = valueWords("labels", after, names);
  const removed = valueWords("labels", before, names);
  return [
    ...(added === null ? [] : [t("request.wish.addLabels", { labels: added })]),
    ...(removed === null ? [] : [t("request.wish.removeLabels", { labels: removed })]),
  ];
}

function wordsOfChange(change: Change, names: Names, reason: unknown): string[] {
  const { field, after } = change;
  const value = valueWords(field, after, names);
  switch (field) {
    case "labels":
      return labelWords(change, names);
    case "status":
      return [t("request.wish.move", { status: value ?? "" })];
    case "assignee":
      return [value === null ? t("request.wish.unassign") : t("request.wish.assign", { name: value })];
    case "handoffTo":
      return [t("request.wish.handOff", { unit: names.unit.get(String(after)) ?? t("history.unknown") })];
    case "resolution":
      return [
        typeof reason === "string" ? t("request.wish.cancelWhy", { reason }) : t("request.wish.cancel"),
      ];
    default: {
      const name = fieldWords(field);
      if (value === null) return [t("request.wish.clear", { field: name })];
      return [
        LONG.has(field)
          ? t("request.wish.text", { field: name })
          : t("request.wish.set", { field: name, value }),
      ];
    }
  }
}

/** H6: what is asked for, in a few words each; what the viewer does not read of it is absent already. */
export function wishedWords(changes: readonly Change[], names: Names): string[] {
  const reason = changes.find(({ field }) => field === "reason")?.after;
  return changes
    .filter(({ field }) => !BESIDE.has(field))
    .flatMap((change) => wordsOfChange(change, names, reason));
}
