/** ISO 8601 from PostgreSQL's text in UTC: "2026-11-25 10:28:00.12+00". */
export function instant(text: string): string;
export function instant(text: string | null): string | null;
export function instant(text: string | null): string | null {
  return text === null ? null : `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
}
