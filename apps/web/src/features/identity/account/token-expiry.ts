export const EXPIRY_DAYS = [7, 30, 90, 365] as const;

const DAY_MS = 86_400_000;

/**
 * The end of the day, UTC, that lies so many days ahead. A whole day, so that a form that is sent again carries the same
 * content and counts as a repeat.
 */
export function expiryAfter(days: number, now: Date): string {
  const day = new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return `${day}T23:59:59.000Z`;
}
