import { t } from "../../lib/words/words";
import type { Names } from "../issues/activity/history-words";
import { wishedWords } from "../issues/activity/wished-words";
import { fieldWords } from "../issues/issue-words";
import type { AskKind } from "./ask-model";
import type { Request } from "./wish";

/** The request brings the names of what it points to. */
function withOwn({ status, assignee, toUnit }: Request, names: Names): Names {
  const known = (one: { readonly id: string; readonly name: string } | null) =>
    one ? ([[one.id, one.name]] as const) : [];
  return {
    ...names,
    status: new Map([...names.status, ...known(status)]),
    user: new Map([...names.user, ...known(assignee)]),
    unit: new Map([...names.unit, ...known(toUnit)]),
  };
}

/** H6: what is asked for, in a few words each; never nothing, where all of it is hidden from the viewer. */
export function wishWords(request: Request, names: Names): string[] {
  const words = wishedWords(request.changes, withOwn(request, names));
  return words.length === 0 ? [t("request.wish.hidden")] : words;
}

/** What a long text is to become, to be read in full. */
export function wishedText({ changes }: Request): string | null {
  const text = changes.find(({ field }) => field === "description")?.after;
  return typeof text === "string" ? text : null;
}

/** What can be asked for, as a choice in a list. */
export function kindWords(kind: AskKind): string {
  if (kind === "handOff") return t("request.kind.handOff");
  if (kind === "cancel") return t("request.kind.cancel");
  return kind === "status" ? t("request.kind.status") : fieldWords(kind);
}
