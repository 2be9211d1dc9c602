import type { Logger } from "pino";
import { LRUCache } from "lru-cache";
import type pg from "pg";
import type { Identity } from "./identity.js";

/** How exact `lastSeenAt` and `lastUsedAt` are: a write a request would cost more than the answer. */
const EVERY_MS = 5 * 60_000;

const SEEN = {
  SESSION: `/* sessionSeen */ update session set last_seen_at = now()
    where id = $1 and last_seen_at < now() - interval '5 minutes'`,
  TOKEN: `/* tokenUsed */ update api_token set last_used_at = now()
    where id = $1 and (last_used_at is null or last_used_at < now() - interval '5 minutes')`,
} as const;

/**
 * Notes when a session or token was last used: no record in the sense of L4. Off the hot path, so it answers at once and
 * writes afterwards, on the pool itself: what a request's statements are counted by does not see it.
 */
export class LastSeen {
  private readonly pool: pg.Pool;
  private readonly log: Logger;
  private readonly noted = new LRUCache<string, true>({ max: 20_000, ttl: EVERY_MS });

  constructor(pool: pg.Pool, log: Logger) {
    this.pool = pool;
    this.log = log;
  }

  note({ via }: Identity): void {
    const key = `${via.kind} ${via.id}`;
    if (this.noted.has(key)) return;
    this.noted.set(key, true);
    this.pool.query(SEEN[via.kind], [via.id]).catch((error: unknown) => {
      this.log.warn({ err: error }, "the time of last use could not be noted");
    });
  }
}
