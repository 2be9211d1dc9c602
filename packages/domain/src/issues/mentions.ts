import { isId, type UserId } from "../shared/ids.js";

/** More than this in one text is no mention of anybody any more, but a mailing. */
export const MAX_MENTIONS = 50;

/** A link whose text begins with @ and whose address names the person: `@[Anna Kiss](user:12)`. */
const MENTION = /@\[([^\][\r\n]{1,200})\]\(user:(\d{1,19})\)/gu;

/** Signs that would end the link's text too early. */
const BRACKETS = /[\][\r\n]+/gu;

/** The form in which a text names somebody; whatever else is written, even the very name, names nobody. */
export function mentionOf(person: { readonly id: string; readonly name: string }): string {
  return `@[${person.name.replace(BRACKETS, " ").slice(0, 200)}](user:${person.id})`;
}

/** B4: whom a text mentions, each once, in order. Whether there is such a person is not asked here. */
export function mentionsIn(text: string | null | undefined): UserId[] {
  const ids = new Set<UserId>();
  for (const [, , id = ""] of (text ?? "").matchAll(MENTION)) {
    if (isId(id)) ids.add(id as UserId);
    if (ids.size === MAX_MENTIONS) break;
  }
  return [...ids];
}

/** Whom a text mentions that it did not mention before: an edit tells nobody twice. */
export function newMentions(before: string | null | undefined, after: string | null | undefined): UserId[] {
  const known = new Set(mentionsIn(before));
  return mentionsIn(after).filter((id) => !known.has(id));
}
