import { t } from "../../lib/words/words";
import { valueWords, type Names } from "../issues/activity/history-words";
import { fieldWords } from "../issues/issue-words";
import type { AskKind } from "./ask-model";
import type { Request } from "./wish";

const LONG: ReadonlySet<string> = new Set(["description"]);

function labelWords(before: unknown, after: unknown, names: Names): string[] {
  const added = valueWords("labels", after, names);
  const removed = valueWords("labels", before, names);
  return [
    ...(added === null ? [] : [t("request.wish.addLabels", { labels: added })]),
    ...(removed === null ? [] : [t("request.wish.removeLabels", { labels: removed })]),
  ];
}

function editWords({ field, before, after }: Request["changes"][number], names: Names): string[] {
  if (field === "labels") return labelWords(before, after, names);
  const name = fieldWords(field);
  const value = valueWords(field, after, names);
  if (value === null) return [t("request.wish.clear", { field: name })];
  return [
    LONG.has(field) ? t("request.wish.text", { field: name }) : t("request.wish.set", { field: name, value }),
  ];
}

/** H6: what is asked for, in a few words each; what the viewer does not read of it is left out. */
export function wishWords(request: Request, names: Names): string[] {
  const { kind, status, assignee, toUnit, changes } = request;
  switch (kind) {
    case "MOVE":
      return [t("request.wish.move", { status: status?.name ?? "" })];
    case "ASSIGN":
      return [assignee ? t("request.wish.assign", { name: assignee.name }) : t("request.wish.unassign")];
    case "HAND_OFF":
      return [t("request.wish.handOff", { unit: toUnit?.name ?? "" })];
    case "CANCEL": {
      const reason = changes.find(({ field }) => field === "reason")?.after;
      return [
        typeof reason === "string" ? t("request.wish.cancelWhy", { reason }) : t("request.wish.cancel"),
      ];
    }
    case "EDIT": {
      const words = changes.flatMap((change) => editWords(change, names));
      return words.length === 0 ? [t("request.wish.hidden")] : words;
    }
  }
}

/** What a long text is to become, to be read in full. */
export function wishedText({ changes }: Request): string | null {
  const text = changes.find(({ field }) => LONG.has(field))?.after;
  return typeof text === "string" ? text : null;
}

/** What can be asked for, as a choice in a list. */
export function kindWords(kind: AskKind): string {
  if (kind === "handOff") return t("request.kind.handOff");
  if (kind === "cancel") return t("request.kind.cancel");
  return kind === "status" ? t("request.kind.status") : fieldWords(kind);
}
