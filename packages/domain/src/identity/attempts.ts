const MINUTE_MS = 60_000;

/** Section 10: five failures in a row of one account from one address ban that pair. */
export const PAIR_FAILURES = 5;
/** Section 10: fifty failures from one address within the window ban the address. */
export const ADDRESS_FAILURES = 50;
export const ADDRESS_WINDOW_MS = 30 * MINUTE_MS;
export const BAN_MS = 30 * MINUTE_MS;

/** When wrong logins happened, in any order. Attempts that a ban turned away are no failures, and do not prolong it. */
export interface FailedLogins {
  /** Of this account from this address, since its last success from there. */
  readonly ofPair: readonly Date[];
  /** Of any account from this address. */
  readonly ofAddress: readonly Date[];
}

export interface Ban {
  readonly banned: boolean;
  readonly until: Date | null;
}

/** The end of the last ban that the failures up to now led to, in ms; null without one. A ban starts the count anew. */
function endOfLastBan(failures: readonly Date[], limit: number, windowMs: number, now: Date): number | null {
  let bannedUntil: number | null = null;
  let counted: number[] = [];
  const past = failures.map((at) => at.getTime()).filter((at) => at <= now.getTime());
  for (const at of past.toSorted((a, b) => a - b)) {
    if (bannedUntil !== null && at < bannedUntil) continue;
    counted = counted.filter((earlier) => at - earlier <= windowMs);
    counted.push(at);
    if (counted.length < limit) continue;
    bannedUntil = at + BAN_MS;
    counted = [];
  }
  return bannedUntil;
}

/** Section 10: an attacker elsewhere cannot lock the owner out, since an account alone is never banned. */
export function banFrom(failures: FailedLogins, now: Date): Ban {
  const ends = [
    endOfLastBan(failures.ofPair, PAIR_FAILURES, Infinity, now),
    endOfLastBan(failures.ofAddress, ADDRESS_FAILURES, ADDRESS_WINDOW_MS, now),
  ];
  const until = Math.max(...ends.map((end) => end ?? 0));
  return until > now.getTime() ? { banned: true, until: new Date(until) } : { banned: false, until: null };
}
