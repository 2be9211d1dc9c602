import { RELATION_TYPES, relatedIssueOf, type RelationType } from "@stafeta/domain/issues/relations";
import { t } from "../../../lib/words/words";
import { RELATION_WORDS } from "../relations/relation-words";
import type { HistoryEvent } from "./history-words";

type Change = HistoryEvent["changes"][number];

/** More than a page of the API holds says nothing to a reader. */
const MOST = 200;

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function typeOf(text: string): RelationType | undefined {
  return RELATION_TYPES.find((type) => text.startsWith(`${type} `));
}

/** The issue that a relation of this type was added to by the change. */
export function relatedBy({ before, after }: Change, wanted: RelationType): string | undefined {
  const added = textsOf(after).filter((text) => !textsOf(before).includes(text));
  const text = added.find((one) => typeOf(one) === wanted);
  return text === undefined ? undefined : relatedIssueOf(text);
}

/** I2, I8: a set of texts such as "BLOCKS 12", as the issue reads them from its side: what came and what went. */
export function relationSentences({ before, after }: Change, keys: ReadonlyMap<string, string>): string[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  const said = (words: "history.related" | "history.unrelated") => (text: string) => {
    const type = typeOf(text);
    const key = keys.get(relatedIssueOf(text)) ?? t("history.otherIssue");
    return type === undefined ? [] : [t(words, { relation: t(RELATION_WORDS[type]), key })];
  };
  return [
    ...now.filter((text) => !old.includes(text)).flatMap(said("history.related")),
    ...old.filter((text) => !now.includes(text)).flatMap(said("history.unrelated")),
  ];
}

/** Ids of the issues that events point to. */
export function issuesIn(events: readonly HistoryEvent[]): string[] {
  const ids = events.flatMap(({ changes }) =>
    changes.flatMap(({ field, before, after }) => {
      if (field === "relations") return [...textsOf(before), ...textsOf(after)].map(relatedIssueOf);
      return field === "parent" ? [before, after].filter((id) => typeof id === "string") : [];
    }),
  );
  return [...new Set(ids)].filter((id) => id !== "").slice(0, MOST);
}
