import { createHash, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { TOKEN_SCOPES, type TokenScope } from "@stafeta/domain/identity/api-token";
import type { UserId } from "@stafeta/domain/shared/ids";
import type { Reader } from "../platform/db/database.js";
import type { Identity } from "./identity.js";

/** A secret for a cookie, a token or a link: 256 random bits, URL-safe. */
export function newSecret(prefix = ""): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** What is kept of a secret. A plain hash will do: 256 random bits cannot be guessed, unlike a password. */
export function secretHash(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

const FIND = `/* findIdentity */
select 'SESSION', id, user_id, '{READ,WRITE}'::text[], extract(epoch from expires_at)::float8 * 1000,
  (select session_version from clock)
from session where token_hash = $1 and ended_at is null and expires_at > now()
union all
select 'TOKEN', id, user_id, scopes, extract(epoch from expires_at)::float8 * 1000, (select session_version from clock)
from api_token where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`;

async function findIdentity(reader: Reader, hash: Buffer): Promise<Identity | null> {
  const [row] = await reader.rows(FIND, [hash]);
  if (!row) return null;
  const [kind, id, userId, scopes, expiresAt, version] = row as [
    "SESSION" | "TOKEN",
    string,
    UserId,
    string[],
    number | null,
    string,
  ];
  const known = TOKEN_SCOPES.filter((scope) => scopes.includes(scope));
  return { userId, via: { kind, id }, scopes: new Set<TokenScope>(known), expiresAt, version };
}

/**
 * Secrets that were found good, under the version of that moment. A caller that learns of a newer version asks again
 * with `atLeast`; every data statement reads the version along, so an ended session is refused on the next request (R2).
 */
export class IdentityCache {
  private readonly known = new LRUCache<string, Identity>({ max: 5_000 });

  async find(reader: Reader, secret: string, atLeast = "0"): Promise<Identity | null> {
    const hash = secretHash(secret);
    const key = hash.toString("base64");
    const cached = this.known.get(key);
    const isFresh = cached !== undefined && BigInt(cached.version) >= BigInt(atLeast);
    if (isFresh && (cached.expiresAt === null || cached.expiresAt > Date.now())) return cached;
    const found = await findIdentity(reader, hash);
    if (found) this.known.set(key, found);
    else this.known.delete(key);
    return found;
  }
}
