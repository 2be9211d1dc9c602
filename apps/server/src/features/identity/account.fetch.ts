import { STAMP, type ReadScope } from "../../access/read-scope.js";
import { instant } from "../../platform/db/instant.js";
import { Sql } from "../../platform/db/sql.js";

/** Where the viewer is signed in, newest use first. @param presentId the session that asks; null: a token does */
export async function fetchSessions(scope: ReadScope, presentId: string | null): Promise<object[]> {
  const sql = new Sql();
  const text = `/* sessions */ select ${STAMP}, id, created_at, last_seen_at, host(address), device from session
    where user_id = ${sql.id(scope.viewer.userId)} and ended_at is null and expires_at > now()
    order by last_seen_at desc, id desc limit 500`;
  const rows = await scope.rows(text, sql);
  return rows.map((row) => {
    const [, id, createdAt, lastSeenAt, address, device] = row as [
      string,
      string,
      string,
      string,
      string | null,
      string | null,
    ];
    const times = { createdAt: instant(createdAt), lastSeenAt: instant(lastSeenAt) };
    return { id, ...times, address, device, current: id === presentId };
  });
}

/** The viewer's tokens that were not revoked, newest first. */
export async function fetchApiTokens(scope: ReadScope): Promise<object[]> {
  const sql = new Sql();
  const text = `/* apiTokens */ select ${STAMP}, id, name, scopes, created_at, expires_at, last_used_at from api_token
    where user_id = ${sql.id(scope.viewer.userId)} and revoked_at is null order by id desc limit 500`;
  const rows = await scope.rows(text, sql);
  return rows.map((row) => {
    const [, id, name, scopes, createdAt, expiresAt, lastUsedAt] = row as [
      string,
      string,
      string,
      string[],
      string,
      string | null,
      string | null,
    ];
    const times = {
      createdAt: instant(createdAt),
      expiresAt: instant(expiresAt),
      lastUsedAt: instant(lastUsedAt),
    };
    return { id, name, scopes, ...times };
  });
}
