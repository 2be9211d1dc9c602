import type { TokenTerms } from "@stafeta/domain/identity/api-token";
import type { Reader } from "../../platform/db/database.js";

export interface NewApiToken extends TokenTerms {
  readonly tokenHash: Buffer;
  readonly userId: string;
  readonly name: string;
}

const INSERT = `/* insertApiToken */
insert into api_token (token_hash, user_id, name, scopes, expires_at) values ($1, $2, $3, $4, $5) returning id`;

export async function insertApiToken(tx: Reader, token: NewApiToken): Promise<string> {
  const { tokenHash, userId, name, scopes, expiresAt } = token;
  const [row] = await tx.rows(INSERT, [tokenHash, userId, name, scopes, expiresAt?.toISOString() ?? null]);
  return row?.[0] as string;
}

const REVOKE = `/* revokeApiToken */
update api_token set revoked_at = now() where id = $1 and user_id = $2 and revoked_at is null returning 1`;

/** @returns whether the person had it still */
export async function revokeApiTokenOf(tx: Reader, userId: string, id: string): Promise<boolean> {
  const rows = await tx.rows(REVOKE, [id, userId]);
  return rows.length > 0;
}

const REVOKE_ALL = `/* revokeApiTokens */
update api_token set revoked_at = now() where user_id = $1 and revoked_at is null returning id`;

export async function revokeApiTokensOf(tx: Reader, userId: string): Promise<string[]> {
  const rows = await tx.rows(REVOKE_ALL, [userId]);
  return rows.map(([id]) => id as string);
}
