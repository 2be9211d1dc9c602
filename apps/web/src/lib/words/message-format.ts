import { IntlMessageFormat } from "intl-messageformat";
import type { ParamValue } from "./message-params";

/** Text, or in the built app (build/compiled-words.ts) what the parser made of it. */
export type Message = ConstructorParameters<typeof IntlMessageFormat>[0];
export type CompiledMessage = string | IntlMessageFormat;

/** Most messages are plain text and need no formatter. */
function compile(locale: string, message: Message): CompiledMessage {
  if (typeof message === "string" && !/[{'<]/.test(message)) return message;
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
}

export function formatMessage(
  cache: Map<string, CompiledMessage>,
  locale: string,
  key: string,
  message: Message,
  params?: Readonly<Record<string, ParamValue>>,
): string {
  let ready = cache.get(key);
  if (ready === undefined) {
    ready = compile(locale, message);
    cache.set(key, ready);
  }
  return typeof ready === "string" ? ready : ready.format<string>({ ...params }).toString();
}
