import { NOTICE_PARAMS, type NoticeKey } from "@stafeta/domain/notices/notice-message";
import type { NoticeFieldsFragment } from "../../gql/graphql";
import { words } from "../../lib/words/words";
import type { IconName } from "../../ui/icon";

function isKey(key: unknown): key is NoticeKey {
  return typeof key === "string" && Object.hasOwn(NOTICE_PARAMS, key);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The sentence in the page's language; what a newer server says is taken as it says it. */
export function noticeSentence({ message, text }: Pick<NoticeFieldsFragment, "message" | "text">): string {
  const key = fieldOf(message, "key");
  if (!isKey(key)) return text;
  const given = NOTICE_PARAMS[key].map((name) => [name, fieldOf(fieldOf(message, "params"), name)] as const);
  if (given.some(([, value]) => typeof value !== "string")) return text;
  return words(key, Object.fromEntries(given) as Record<string, string>);
}

/** What it is about, at a glance; the sentence says the same. */
export function noticeIcon(message: unknown): IconName {
  const key = String(fieldOf(message, "key"));
  if (/^notice\.hand/.test(key)) return "handoff";
  if (/^notice\.(comm|ment)/.test(key)) return "comment";
  if (/^notice\.(member|holder|deputy)/.test(key)) return "users";
  return key === "notice.returned" || key === "notice.reopened" ? "undo" : "user";
}
