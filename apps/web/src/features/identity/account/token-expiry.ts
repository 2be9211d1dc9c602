export const EXPIRY_DAYS = [7, 30, 90, 365] as const;

const DAY_MS = 86_400_000;

/** An instant, UTC: so many times 24 hours from now. */
export function expiryAfter(days: number, now: Date): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString();
}
