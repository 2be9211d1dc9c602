import { formatLocale, t } from "./words/words";

let timeZone: string | undefined;

/** The person's own zone; until it is known, the browser's. An unknown name is left out. */
export function setTimeZone(zone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    timeZone = zone;
  } catch {
    timeZone = undefined;
  }
}

/** Formatters are slow to make and cheap to use. */
const made = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = formatLocale();
  const key = JSON.stringify([locale, timeZone, options]);
  let format = made.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    made.set(key, format);
  }
  return format;
}

/** A moment in the reader's zone: "25 Nov 2026, 14:35". @param iso as the API sends it, UTC */
export function formatInstant(iso: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return dateFormat({ dateStyle: "medium", timeStyle: "short", ...zone }).format(new Date(iso));
}

/** A day of the calendar. It has no zone, so it is never turned into a moment of the reader's (SPR-04). */
export function formatDay(date: string): string {
  return dateFormat({ dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

/** A day without its year, for a card: "25 Nov". */
export function formatShortDay(date: string): string {
  return dateFormat({ day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

const STEPS = [
  { unit: "minute", seconds: 60 },
  { unit: "hour", seconds: 3600 },
  { unit: "day", seconds: 86_400 },
] as const;

/** "5 minutes ago", up to seven days either way; then the date. The full moment belongs into the tooltip. */
export function formatAgo(iso: string, now: Date): string {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return formatInstant(iso);
  const step = STEPS.findLast((one) => Math.abs(seconds) >= one.seconds) ?? STEPS[0];
  const format = new Intl.RelativeTimeFormat(formatLocale(), { numeric: "auto" });
  return format.format(Math.trunc(seconds / step.seconds), step.unit);
}

export function formatNumber(value: number, maximumFractionDigits = 2): string {
  return new Intl.NumberFormat(formatLocale(), { maximumFractionDigits }).format(value);
}

/** Names sort as people expect: by the letters of the language, numbers by value. */
export function compareNames(a: string, b: string): number {
  return new Intl.Collator(formatLocale(), { numeric: true }).compare(a, b);
}

/** "Anna, Béla and Csaba", in the words of the language. */
export function formatList(names: readonly string[]): string {
  return new Intl.ListFormat(formatLocale()).format(names);
}

/** How long something lasts or lasted, in its largest whole unit: "12 minutes", "5 hours", "3 days". */
export function formatSpan(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  const step = STEPS.findLast((one) => seconds >= one.seconds);
  if (!step) return t("time.moment");
  const format = new Intl.NumberFormat(formatLocale(), {
    style: "unit",
    unit: step.unit,
    unitDisplay: "long",
  });
  return format.format(Math.trunc(seconds / step.seconds));
}
