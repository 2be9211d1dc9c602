import { banFrom } from "@stafeta/domain/identity/attempts";
import type { Database, Reader } from "../../platform/db/database.js";
import { RefusedError } from "../../platform/graphql/refused.js";
import { failedLogins, lockAttempts, recordAttempt, type AttemptPair } from "./attempt.queries.js";

/** Section 10. @param until when the ban ends */
export function banned(until: Date): RefusedError {
  const text = until.toISOString();
  return new RefusedError("RATE_LIMITED", "Too many attempts", {
    until: text,
    message: { key: "login.banned", params: { until: text } },
  });
}

async function bannedUntil(reader: Reader, pair: AttemptPair): Promise<Date | null> {
  const { now, failures } = await failedLogins(reader, pair);
  return banFrom(failures, now).until;
}

/**
 * Turns away who is banned before any work is done for them.
 *
 * @throws RefusedError RATE_LIMITED
 */
export async function refuseBanned(database: Database, pair: AttemptPair): Promise<void> {
  const until = await bannedUntil(database, pair);
  if (!until) return;
  await recordAttempt(database, pair, "BANNED");
  throw banned(until);
}

/**
 * Takes the attempts of this address one after another. Passwords are compared before, many at once and outside of any
 * transaction; what came of it may be told only to who is not banned *now*, so a thousand tries at the same time learn no
 * more than five do (AUT-01).
 *
 * @returns when the ban ends, if there is one; the try has been noted then
 */
export async function takeAttempt(tx: Reader, pair: AttemptPair): Promise<Date | null> {
  await lockAttempts(tx, pair.address);
  const until = await bannedUntil(tx, pair);
  if (until) await recordAttempt(tx, pair, "BANNED");
  return until;
}
