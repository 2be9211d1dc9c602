import type { Company } from "@stafeta/domain/org/company";
import type { Reader } from "../platform/db/database.js";
import type { Identity } from "./identity.js";

/** A socket that somebody opened by a session or a token. */
export interface SocketSession {
  readonly identity: Identity;
  /** Ends the socket at once: nothing is sent on it afterwards. */
  end(): void;
}

/** Which of these sessions and tokens are over. */
const ENDED = `/* endedSessions */
select 'SESSION', id from session where id = any($1::bigint[]) and (ended_at is not null or expires_at <= now())
union all
select 'TOKEN', id from api_token where id = any($2::bigint[]) and (revoked_at is not null or expires_at <= now())`;

/** The longest that a timer can wait. */
const MAX_TIMER_MS = 2_147_483_647;
/** The database's clock decides whether something has expired, so it is asked a little later than ours says. */
const LATER_MS = 50;

function keyOf({ via }: Identity): string {
  return `${via.kind} ${via.id}`;
}

/** R2: the sockets of this server, by what opened them; what has ended closes them (LIV-01, LIV-14). */
export class SocketSessions {
  private readonly reader: Reader;
  private readonly onTrouble: (error: unknown) => void;
  private readonly sessions = new Map<SocketSession, NodeJS.Timeout | null>();

  constructor(reader: Reader, onTrouble: (error: unknown) => void) {
    this.reader = reader;
    this.onTrouble = onTrouble;
  }

  get count(): number {
    return this.sessions.size;
  }

  add(session: SocketSession): void {
    this.sessions.set(session, null);
    this.planExpiry(session, session.identity.expiresAt);
  }

  remove(session: SocketSession): void {
    const timer = this.sessions.get(session);
    if (timer) clearTimeout(timer);
    this.sessions.delete(session);
  }

  /** Asks the database which have ended, and closes their sockets. */
  async check(): Promise<void> {
    if (this.sessions.size === 0) return;
    const asked = [...this.sessions.keys()];
    const idsOf = (kind: Identity["via"]["kind"]) => [
      ...new Set(asked.flatMap(({ identity: { via } }) => (via.kind === kind ? [via.id] : []))),
    ];
    const rows = await this.reader.rows(ENDED, [idsOf("SESSION"), idsOf("TOKEN")]);
    const ended = new Set(rows.map(([kind, id]) => `${String(kind)} ${String(id)}`));
    for (const session of asked) if (ended.has(keyOf(session.identity))) session.end();
  }

  /** Closes the sockets of people who are no longer active. */
  checkPeople(company: Company): void {
    for (const session of [...this.sessions.keys()]) {
      if (company.personById.get(session.identity.userId)?.active !== true) session.end();
    }
  }

  clear(): void {
    for (const session of [...this.sessions.keys()]) this.remove(session);
  }

  private planExpiry(session: SocketSession, expiresAt: number | null): void {
    if (expiresAt === null) return;
    const wait = Math.min(Math.max(expiresAt - Date.now(), 0) + LATER_MS, MAX_TIMER_MS);
    const timer = setTimeout(() => {
      this.check()
        .catch(this.onTrouble)
        .finally(() => {
          // Its end was put off meanwhile, or the database could not be asked: looked at again soon.
          if (this.sessions.has(session)) this.planExpiry(session, Math.max(expiresAt, Date.now() + 1_000));
        });
    }, wait);
    timer.unref();
    this.sessions.set(session, timer);
  }
}
