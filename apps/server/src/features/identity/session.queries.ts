import { SESSION_DAYS } from "../../access/session-cookie.js";
import type { Reader } from "../../platform/db/database.js";

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly userId: string;
  readonly address: string;
  readonly device: string | null;
}

const INSERT = `/* insertSession */
insert into session (token_hash, user_id, address, device, expires_at)
values ($1, $2, $3, $4, now() + make_interval(days => $5))`;

export async function insertSession(tx: Reader, session: NewSession): Promise<void> {
  const { tokenHash, userId, address, device } = session;
  await tx.rows(INSERT, [tokenHash, userId, address, device, SESSION_DAYS]);
}

const LIVE = "ended_at is null and expires_at > now()";

const END_ONE = `/* endSession */
update session set ended_at = now() where id = $1 and user_id = $2 and ${LIVE} returning 1`;

/** Inside a change: the end raises the clock's session version, whose row is to be locked first. @returns whether there was one */
export async function endSessionOf(tx: Reader, userId: string, sessionId: string): Promise<boolean> {
  const rows = await tx.rows(END_ONE, [sessionId, userId]);
  return rows.length > 0;
}

const END_ALL = `/* endSessions */ update session set ended_at = now() where user_id = $1 and ${LIVE} returning 1`;

/** Inside a change. @returns how many there were */
export async function endSessionsOf(tx: Reader, userId: string): Promise<number> {
  const rows = await tx.rows(END_ALL, [userId]);
  return rows.length;
}
