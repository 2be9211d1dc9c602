import { INVITATION_DAYS } from "@stafeta/domain/identity/lifetimes";
import type { Reader } from "../../platform/db/database.js";
import { instant } from "../../platform/db/instant.js";

/** A link by which a person chooses a password. */
export interface Invitation {
  readonly id: string;
  readonly userId: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  readonly mailed: boolean;
}

const COLUMNS = "id, user_id, expires_at, mailed_at is not null";
const OPEN = "used_at is null and replaced_at is null and expires_at > now()";

function invitationOf(row: readonly unknown[] | undefined): Invitation | null {
  if (!row) return null;
  const [id, userId, expiresAt, mailed] = row as [string, string, string, boolean];
  return { id, userId, expiresAt: instant(expiresAt), mailed };
}

/** AUT-05: used once, within its days, and not after a newer one. Null for any other secret. */
export async function openInvitation(reader: Reader, tokenHash: Buffer): Promise<Invitation | null> {
  const text = `/* openInvitation */ select ${COLUMNS} from invitation where token_hash = $1 and ${OPEN}`;
  const [row] = await reader.rows(text, [tokenHash]);
  return invitationOf(row);
}

export async function invitationById(reader: Reader, id: string): Promise<Invitation | null> {
  const [row] = await reader.rows(`/* invitationById */ select ${COLUMNS} from invitation where id = $1`, [
    id,
  ]);
  return invitationOf(row);
}

const INSERT = `/* insertInvitation */
insert into invitation (token_hash, user_id, created_by, expires_at)
values ($1, $2, $3, now() + make_interval(days => ${String(INVITATION_DAYS)})) returning ${COLUMNS}`;

export async function insertInvitation(
  tx: Reader,
  invitation: { readonly tokenHash: Buffer; readonly userId: string; readonly createdBy: string },
): Promise<Invitation> {
  const { tokenHash, userId, createdBy } = invitation;
  const [row] = await tx.rows(INSERT, [tokenHash, userId, createdBy]);
  const made = invitationOf(row);
  if (!made) throw new Error("an inserted invitation comes back");
  return made;
}

export async function useInvitation(tx: Reader, id: string): Promise<void> {
  await tx.rows("/* useInvitation */ update invitation set used_at = now() where id = $1", [id]);
}

const CLOSE = `/* closeInvitations */
with before as (select id, expires_at from invitation where user_id = $1 and ${OPEN} for update)
update invitation i set replaced_at = now() from before where i.id = before.id
returning before.expires_at`;

/**
 * AUT-04: what was sent earlier opens nothing once there is a newer one, a password, or nobody to sign in.
 *
 * @returns until when the one that was open would have held, ISO 8601; null when none was
 */
export async function closeInvitations(tx: Reader, userId: string): Promise<string | null> {
  const [row] = await tx.rows(CLOSE, [userId]);
  return row ? instant(row[0] as string) : null;
}

export async function markMailed(reader: Reader, id: string): Promise<void> {
  await reader.rows("/* markMailed */ update invitation set mailed_at = now() where id = $1", [id]);
}
