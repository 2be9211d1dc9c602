import { allow, badInput, type Decision } from "../shared/decision.js";

/** Section 9: the languages of the interface. */
export const LOCALES = ["en", "ru", "hu"] as const;
export type Locale = (typeof LOCALES)[number];

/** @param text a language tag as browsers have it: "hu-HU" is Hungarian; null: English */
export function cleanLocale(text: string | null, field = "locale"): Decision<Locale> {
  if (text === null) return allow("en");
  const language = text.trim().toLowerCase().split(/[-_]/)[0];
  const locale = LOCALES.find((known) => known === language);
  return locale === undefined ? badInput(field, "value.notOffered") : allow(locale);
}

/** @param text a name of the IANA list, such as "Europe/Budapest"; null: UTC */
export function cleanTimeZone(text: string | null, field = "timeZone"): Decision<string> {
  if (text === null) return allow("UTC");
  // Offsets such as "+02:00" are zones to some engines and unknown to others, and know no summer time.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return badInput(field, "value.notOffered");
  try {
    return allow(new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone);
  } catch {
    return badInput(field, "value.notOffered");
  }
}
