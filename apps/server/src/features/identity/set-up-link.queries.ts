import type { Reader } from "../../platform/db/database.js";

/** Open: nothing is set up yet, or the demo company was being made for whoever holds the link. */
const IS_OPEN = `(not exists (select 1 from unit)
  or exists (select 1 from setup_link where claimed_at is not null and used_at is null))`;

const RENEW = `/* renewSetUpLink */
insert into setup_link (id, token_hash)
select 1, $1 where ${IS_OPEN}
on conflict (id) do update set token_hash = excluded.token_hash, created_at = now(), used_at = null
returning 1`;

/** @returns whether there is anything to set up */
export async function renewSetUpLink(reader: Reader, tokenHash: Buffer): Promise<boolean> {
  const rows = await reader.rows(RENEW, [tokenHash]);
  return rows.length > 0;
}

const FIND = `/* isSetUpLink */
select 1 from setup_link where token_hash = $1 and used_at is null and ${IS_OPEN}`;

export async function isSetUpLink(reader: Reader, tokenHash: Buffer): Promise<boolean> {
  const rows = await reader.rows(FIND, [tokenHash]);
  return rows.length > 0;
}

export async function claimSetUpLink(tx: Reader): Promise<void> {
  await tx.rows("/* claimSetUpLink */ update setup_link set claimed_at = now()", []);
}

export async function useSetUpLink(tx: Reader): Promise<void> {
  await tx.rows("/* useSetUpLink */ update setup_link set used_at = now()", []);
}
