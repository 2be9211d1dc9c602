import type { Reader } from "../../platform/db/database.js";

/** Of a login: who it is, and what the password is compared with. */
export interface Account {
  readonly userId: string;
  readonly email: string;
  readonly active: boolean;
  /** Null: no password was ever set. */
  readonly passwordHash: string | null;
}

function accountOf(row: readonly unknown[] | undefined): Account | null {
  if (!row) return null;
  const [userId, email, active, passwordHash] = row as [string, string, boolean, string | null];
  return { userId, email, active, passwordHash };
}

const COLUMNS = `u.id, u.email_normal, u.active, c.password_hash
from app_user u left join credential c on c.user_id = u.id`;

/** @param login as `normaliseEmail` leaves it */
export async function accountByLogin(reader: Reader, login: string): Promise<Account | null> {
  const [row] = await reader.rows(`/* accountByLogin */ select ${COLUMNS} where u.email_normal = $1`, [
    login,
  ]);
  return accountOf(row);
}

export async function accountById(reader: Reader, userId: string): Promise<Account | null> {
  const [row] = await reader.rows(`/* accountById */ select ${COLUMNS} where u.id = $1`, [userId]);
  return accountOf(row);
}

const STILL = `/* isStillGood */
select 1 from app_user u join credential c on c.user_id = u.id
where u.id = $1 and u.active and c.password_hash = $2 for share`;

/**
 * Whether the password that was compared is the account's still, and until the transaction's end: a change of password or a
 * deactivation at the same time either waits for the new session and ends it, or is seen here.
 */
export async function isStillGood(tx: Reader, { userId, passwordHash }: Account): Promise<boolean> {
  const rows = await tx.rows(STILL, [userId, passwordHash]);
  return rows.length > 0;
}

const SET = `/* setPassword */
insert into credential (user_id, password_hash, changed_at) values ($1, $2, now())
on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`;

export async function setPassword(tx: Reader, userId: string, passwordHash: string): Promise<void> {
  await tx.rows(SET, [userId, passwordHash]);
}

const REPLACE = `/* replacePassword */
update credential set password_hash = $3, changed_at = now() where user_id = $1 and password_hash = $2 returning 1`;

/** Only in place of the one that was compared. @returns whether it was still that one */
export async function replacePassword(
  tx: Reader,
  userId: string,
  before: string,
  after: string,
): Promise<boolean> {
  const rows = await tx.rows(REPLACE, [userId, before, after]);
  return rows.length > 0;
}
