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

interface Loader {
  readonly first: () => Promise<Partial<Translation>>;
  readonly later: () => Promise<Partial<Translation>>;
}

const LOADERS = {
  en: {
    first: () => import("./en-first").then((module) => module.enFirst),
    later: () => import("./en-later").then((module) => module.enLater),
  },
} satisfies Record<string, Loader>;
export type Locale = keyof typeof LOADERS;
export const LOCALES = Object.keys(LOADERS) as readonly Locale[];

/** How dates and numbers are written: English with day first and 24 hours, as the company's other languages have it. */
const FORMATS: Readonly<Record<Locale, string>> = { en: "en-GB" };

let catalogue: Partial<Translation> | null = null;
let locale: Locale = "en";
const compiled = new Map<string, CompiledMessage>();

let later: Promise<void> | null = null;

/** One language is loaded at a time, its first words before the first render; to change it is to load the page anew. */
export async function loadWords(wanted: Locale): Promise<void> {
  catalogue = await LOADERS[wanted].first();
  locale = wanted;
  later = null;
  compiled.clear();
}

/** The words of screens that come on demand. Asked again after a failure. */
export async function loadLaterWords(): Promise<void> {
  const wanted = locale;
  later ??= LOADERS[wanted].later().then((more) => {
    catalogue = { ...catalogue, ...more };
  });
  try {
    await later;
  } catch (error) {
    later = null;
    throw error;
  }
}

/** A part of the app that is loaded late, with the words that it says. */
export async function withWords<Module>(part: Promise<Module>): Promise<Module> {
  const [module] = await Promise.all([part, loadLaterWords()]);
  return module;
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
  const message = catalogue[key];
  if (message === undefined) throw new Error(`${key} is said before its words are loaded`);
  return formatMessage(compiled, formatLocale(), key, message, params);
}
