declare const calendarDate: unique symbol;

/** A day without time or zone, ISO 8601: "2026-11-25". Compares as text. */
export type CalendarDate = string & { readonly [calendarDate]: true };

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Null when the text is no day of the calendar: "2025-02-31" is not. Years 1 to 9999. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return year >= 1 && day >= 1 && day <= days ? (text as CalendarDate) : null;
}

/** The day that an instant falls on in a time zone: "today" is the company's (section 9). */
export function dayIn(timeZone: string, instant: Date): CalendarDate {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(instant);
  return parts as CalendarDate;
}
