import type { FailedLogins } from "@stafeta/domain/identity/attempts";
import type { Reader } from "../../platform/db/database.js";

/** Whom a try is counted for: the login as it is compared, and where it came from (section 10). */
export interface AttemptPair {
  readonly login: string;
  readonly address: string;
}

export type AttemptOutcome = "SUCCESS" | "FAILURE" | "BANNED";

/**
 * An address as bans count it: one of version 4, or the network of 64 bits that whoever has an address of version 6 has
 * whole, and could else try from anew with each password.
 */
const NETWORK = "set_masklen($2::inet, case family($2::inet) when 4 then 32 else 64 end)";
const FROM_NETWORK = `address between host(network(${NETWORK}))::inet and host(broadcast(${NETWORK}))::inet`;

const LOCK = `/* lockAttempts */
select pg_advisory_xact_lock(hashtextextended('attempts ' || network(${NETWORK.replaceAll("$2", "$1")})::text, 0))`;

/** Till the end of the transaction, attempts from this address are decided one after another. */
export async function lockAttempts(tx: Reader, address: string): Promise<void> {
  await tx.rows(LOCK, [address]);
}

/** Failures count since the pair's last success; those so old that no ban can still follow from them are left out. */
const FAILURES = `/* failedLogins */
select extract(epoch from clock_timestamp())::float8 * 1000,
  (select coalesce(json_agg(extract(epoch from at)::float8 * 1000), '[]') from (
     select at from login_attempt where login = $1 and ${FROM_NETWORK} and outcome = 'FAILURE'
       and at > now() - interval '7 days'
       and id > coalesce((select max(id) from login_attempt
         where login = $1 and ${FROM_NETWORK} and outcome = 'SUCCESS'), 0)
     order by at desc limit 2000) of_pair),
  (select coalesce(json_agg(extract(epoch from at)::float8 * 1000), '[]') from (
     select at from login_attempt where ${FROM_NETWORK} and outcome = 'FAILURE' and at > now() - interval '3 hours'
     order by at desc limit 2000) of_address)`;

function datesOf(times: readonly number[]): Date[] {
  return times.map((time) => new Date(time));
}

/** What `banFrom` decides by, and the database's time. */
export async function failedLogins(
  tx: Reader,
  { login, address }: AttemptPair,
): Promise<{ readonly now: Date; readonly failures: FailedLogins }> {
  const [row] = await tx.rows(FAILURES, [login, address]);
  const [now, ofPair, ofAddress] = row as [number, number[], number[]];
  // Stored times are rounded to milliseconds, up as well: rounded down, now could lie before a failure that was.
  return {
    now: new Date(Math.ceil(now)),
    failures: { ofPair: datesOf(ofPair), ofAddress: datesOf(ofAddress) },
  };
}

/** Housekeeping keeps the log of attempts for 90 days. */
const RECORD = `/* recordAttempt */
insert into login_attempt (login, address, outcome, user_id) values ($1, $2, $3, $4)`;

export async function recordAttempt(
  tx: Reader,
  { login, address }: AttemptPair,
  outcome: AttemptOutcome,
  userId: string | null = null,
): Promise<void> {
  await tx.rows(RECORD, [login, address, outcome, userId]);
}
