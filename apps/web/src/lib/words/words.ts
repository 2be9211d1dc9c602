import type { ParamNames, ParamsOf, ParamValue } from "./message-params";
import { formatMessage, type CompiledMessage } from "./message-format";
import type { en } from "./en";

export type Catalogue = typeof en;
export type MessageKey = keyof Catalogue;
/** Messages that can be shown as they are. */
export type PlainKey = {
  [K in MessageKey]: [ParamNames<Catalogue[K]>] extends [never] ? K : never;
}[MessageKey];

/** English is the source; every other language has the same keys with the same parameters. */
export type Translation = Readonly<Record<MessageKey, string>>;

const LOADERS = { en: () => import("./en").then((module) => module.en) } satisfies Record<
  string,
  () => Promise<Translation>
>;
export type Locale = keyof typeof LOADERS;
export const LOCALES = Object.keys(LOADERS) as readonly Locale[];

/** How dates and numbers are written: English with day first and 24 hours, as the company's other languages have it. */
const FORMATS: Readonly<Record<Locale, string>> = { en: "en-GB" };

let catalogue: Translation | null = null;
let locale: Locale = "en";
const compiled = new Map<string, CompiledMessage>();

/** One language is loaded at a time, before the first render; to change it is to load the page anew. */
export async function loadWords(wanted: Locale): Promise<void> {
  catalogue = await LOADERS[wanted]();
  locale = wanted;
  compiled.clear();
}

export function currentLocale(): Locale {
  return locale;
}

/** For `Intl` of dates and numbers. */
export function formatLocale(): string {
  return FORMATS[locale];
}

export function isLocale(text: string): text is Locale {
  return Object.hasOwn(LOADERS, text);
}

/** The words of a key in the language of the page. The parameters are those that the message names. */
export function t<K extends MessageKey>(
  key: K,
  ...[params]: [ParamNames<Catalogue[K]>] extends [never] ? [] : [ParamsOf<Catalogue[K]>]
): string {
  return words(key, params);
}

/** For keys that come from outside (a refusal of the server): parameters are checked at run time only. */
export function words(key: MessageKey, params?: Readonly<Record<string, ParamValue>>): string {
  if (!catalogue) throw new Error("loadWords comes before the first render");
  return formatMessage(compiled, formatLocale(), key, catalogue[key], params);
}
