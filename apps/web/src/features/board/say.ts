import { currentLocale, t } from "../../lib/words/words";
import { announce } from "../../ui/announcer";

export interface SpokenPlace {
  readonly key: string;
  readonly column: string;
  /** From 1. */
  readonly position: number;
  readonly count: number;
}

/** A sentence after a colon: without its full stop, and not as the beginning of one. An abbreviation keeps its capitals. */
export function inSentence(sentence: string): string {
  const text = sentence.replace(/\.\s*$/u, "");
  return /^\p{Lu}\P{Lu}/u.test(text)
    ? text.charAt(0).toLocaleLowerCase(currentLocale()) + text.slice(1)
    : text;
}

/** UX.md, section 6: what a screen reader hears of a card's way over the board. */
export const say = {
  lifted: ({ key, column, position, count }: SpokenPlace) => {
    announce(t("board.say.lifted", { key, column, position, count }));
  },
  over: ({ column, position, count }: SpokenPlace) => {
    announce(t("board.say.over", { column, position, count }));
  },
  denied: (column: string, reason: string) => {
    announce(t("board.say.denied", { column, reason: inSentence(reason) }), "assertive");
  },
  dropped: ({ key, column, position, count }: SpokenPlace) => {
    announce(t("board.say.dropped", { key, column, position, count }));
  },
  cancelled: ({ key, column, position }: SpokenPlace) => {
    announce(t("board.say.cancelled", { key, column, position }));
  },
  refused: (key: string, reason: string) => {
    announce(t("board.say.refused", { key, reason: inSentence(reason) }), "assertive");
  },
  notAssigned: (key: string, reason: string) => {
    announce(t("board.say.notAssigned", { key, reason: inSentence(reason) }), "assertive");
  },
} as const;
