import { IntlMessageFormat } from "intl-messageformat";
import type { ParamValue } from "./message-params";

export type CompiledMessage = string | IntlMessageFormat;

/** Most messages are plain text and never meet the parser. */
function compile(locale: string, message: string): CompiledMessage {
  return /[{'<]/.test(message)
    ? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    : message;
}

export function formatMessage(
  cache: Map<string, CompiledMessage>,
  locale: string,
  key: string,
  message: string,
  params?: Readonly<Record<string, ParamValue>>,
): string {
  let ready = cache.get(key);
  if (ready === undefined) {
    ready = compile(locale, message);
    cache.set(key, ready);
  }
  return typeof ready === "string" ? ready : ready.format<string>({ ...params }).toString();
}
