import { t } from "../../../lib/words/words";
import type { HistoryEvent, Names } from "./history-words";

type Read = (field: string, side: "before" | "after") => unknown;

function unitName(id: unknown, names: Names): string {
  return names.unit.get(String(id)) ?? t("history.unknown");
}

function remindedWords(read: Read, names: Names): string {
  // Its turn has not changed, so the event's own unit is where it waits; without a name the sentence stands alone.
  const reminder = read("handoffReminder", "after");
  const unit = read("handoffStep", "after");
  if (unit === undefined)
    return reminder === "ABOVE" ? t("history.handoff.above") : t("history.handoff.heads");
  const params = { unit: unitName(unit, names) };
  return reminder === "ABOVE" ? t("history.handoff.aboveOf", params) : t("history.handoff.headsOf", params);
}

/** The kinds of hand-offs (H2, H6), each as one sentence. */
const SENTENCES: Readonly<Record<string, (read: Read, names: Names) => string>> = {
  HANDOFF_STARTED: (read, names) =>
    t("history.handoff.started", { unit: unitName(read("handoffTo", "after"), names) }),
  HANDOFF_STEP_ACCEPTED: (read, names) =>
    t("history.handoff.step", {
      unit: unitName(read("handoffStep", "before"), names),
      next: unitName(read("handoffStep", "after"), names),
    }),
  HANDOFF_ACCEPTED: (read, names) => {
    const unit = read("handoffStep", "before");
    if (unit === undefined || unit === null) return t("history.handoff.along");
    return t("history.handoff.accepted", { unit: unitName(unit, names) });
  },
  HANDOFF_REFUSED: (read, names) =>
    t("history.handoff.refused", { unit: unitName(read("handoffStep", "before"), names) }),
  HANDOFF_WITHDRAWN: () => t("history.handoff.withdrawn"),
  HANDOFF_REMINDED: remindedWords,
};

/** What an event of a hand-off says, with what was said in it where that is readable; null: it is none. */
export function handoffSentences(event: HistoryEvent, names: Names): string[] | null {
  const sentence = Object.hasOwn(SENTENCES, event.kind) ? SENTENCES[event.kind] : undefined;
  if (!sentence) return null;
  const read: Read = (field, side) => event.changes.find((change) => change.field === field)?.[side];
  const said = read("handoffWords", "after");
  const words = sentence(read, names);
  return typeof said === "string" ? [words, t("history.handoff.said", { words: said })] : [words];
}
