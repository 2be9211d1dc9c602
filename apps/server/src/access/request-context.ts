import type { Logger } from "pino";
import { refuse } from "@stafeta/domain/shared/decision";
import type { Database, Reader } from "../platform/db/database.js";
import type { Knocker } from "../platform/graphql/allowed.js";
import type { Mailer } from "../platform/mail/mailer.js";
import { notFound, refusedBy, unauthenticated } from "../platform/graphql/refused.js";
import type { IdentityCache } from "./authenticate.js";
import type { CompanyCache } from "./company-cache.js";
import type { VersionedCompany } from "./company.queries.js";
import type { Identity } from "./identity.js";
import type { LastSeen } from "./last-seen.js";
import { proveVersions, ReadScope, StaleScope } from "./read-scope.js";
import { sessionCookie } from "./session-cookie.js";

/** What every request needs of the server; made once. */
export interface Access {
  readonly database: Database;
  readonly companies: CompanyCache;
  readonly identities: IdentityCache;
  readonly lastSeen: LastSeen;
  /** Null: an invitation's link is shown to whoever made it (section 10). */
  readonly mailer: Mailer | null;
  /** PUBLIC_URL; null: links begin with the origin that the request came by. */
  readonly publicUrl: string | null;
  /** Fills an empty database with the demo company; null where none can be made. */
  readonly fillDemo: (() => Promise<unknown>) | null;
  readonly log: Logger;
  /** The clock by which days begin and end for readings; changes ask the database's. A test puts its own. */
  now: () => Date;
}

/** What a request brings. */
export interface Request {
  /** The cookie's or token's secret; null for a stranger. */
  readonly secret: string | null;
  readonly address: string;
  readonly requestId: string;
  readonly userAgent?: string | undefined;
  /** The origin that the client used; null or left out: unknown. */
  readonly origin?: string | null;
}

/** After so many tries against a moving database, one transaction holds the moment still. */
const TRIES = 3;

interface Known {
  companyVersion: string;
  sessionVersion: string;
}

function largest(a: string, b: string): string {
  return BigInt(a) >= BigInt(b) ? a : b;
}

/** One request, or one event of one subscription: who asks, and the one way to read. */
export class RequestContext {
  readonly access: Access;
  readonly address: string;
  readonly requestId: string;
  readonly userAgent: string | null;
  /** What links to the product begin with. */
  readonly baseUrl: string;
  /** Copied into the answer where it goes over HTTP. */
  readonly responseHeaders: Headers = new Headers();
  private held: string | null;
  private readonly scopes: ReadScope[] = [];
  private readonly known: Known = { companyVersion: "0", sessionVersion: "0" };

  constructor(access: Access, from: Request) {
    this.access = access;
    this.held = from.secret;
    this.address = from.address;
    this.requestId = from.requestId;
    this.userAgent = from.userAgent ?? null;
    this.baseUrl = access.publicUrl ?? from.origin ?? "http://localhost";
  }

  /** The cookie's or token's secret; null for a stranger. */
  get secret(): string | null {
    return this.held;
  }

  /** From here on this request, and the browser after it, has this session, or none. */
  become(secret: string | null): void {
    this.held = secret;
    const isSecure = this.access.publicUrl?.startsWith("https:") ?? false;
    this.responseHeaders.delete("set-cookie");
    this.responseHeaders.append("set-cookie", sessionCookie(secret, isSecure));
  }

  async identity(): Promise<Identity | null> {
    if (this.held === null) return null;
    const { identities, database, lastSeen } = this.access;
    const identity = await identities.find(database, this.held, this.known.sessionVersion);
    if (identity) lastSeen.note(identity);
    return identity;
  }

  async isSignedIn(): Promise<boolean> {
    return (await this.identity()) !== null;
  }

  /** @throws RefusedError UNAUTHENTICATED */
  async requireIdentity(): Promise<Identity> {
    const identity = await this.identity();
    if (!identity) throw unauthenticated();
    return identity;
  }

  /**
   * Runs a reading under the rights of now, again if they change meanwhile (R2).
   *
   * @param oneMoment all statements must see the same last event, as a board's `lastEvent` promises
   */
  async read<T>(work: (scope: ReadScope) => Promise<T>, oneMoment = false): Promise<T> {
    for (let tries = 0; tries < TRIES; tries++) {
      const done = await this.tryRead(work, oneMoment);
      if (done) return done.value;
    }
    return this.readInSnapshot(work);
  }

  /** R11: what was hidden in this request's answer, each once, in order. */
  redacted(): string[] {
    const all = new Set(this.scopes.flatMap((scope) => [...scope.hidden]));
    return [...all].sort();
  }

  private async tryRead<T>(
    work: (scope: ReadScope) => Promise<T>,
    oneMoment: boolean,
  ): Promise<{ value: T } | null> {
    const { database, companies } = this.access;
    const identity = await this.requireIdentity();
    const versioned = await companies.atLeast(database, this.known.companyVersion);
    try {
      return await this.inScope(database, versioned, identity, work, oneMoment);
    } catch (error) {
      if (!(error instanceof StaleScope)) throw error;
      this.known.companyVersion = largest(this.known.companyVersion, error.companyVersion);
      this.known.sessionVersion = largest(this.known.sessionVersion, error.sessionVersion);
      return null;
    }
  }

  private async readInSnapshot<T>(work: (scope: ReadScope) => Promise<T>): Promise<T> {
    const { database, companies, identities } = this.access;
    return database.snapshot(async (reader) => {
      const [row] = await reader.rows(
        "/* versions */ select company_version, session_version from clock",
        [],
      );
      const [companyVersion, sessionVersion] = row as [string, string];
      const identity = this.held === null ? null : await identities.find(reader, this.held, sessionVersion);
      if (!identity) throw unauthenticated();
      const versioned = await companies.loadIn(reader, companyVersion);
      const done = await this.inScope(
        reader,
        versioned,
        { ...identity, version: sessionVersion },
        work,
        false,
      );
      if (!done) throw new Error("a snapshot holds one moment");
      return done.value;
    });
  }

  private async inScope<T>(
    reader: Reader,
    versioned: VersionedCompany,
    identity: Identity,
    work: (scope: ReadScope) => Promise<T>,
    oneMoment: boolean,
  ): Promise<{ value: T } | null> {
    const { companies, now } = this.access;
    const moment = now();
    const viewer = companies.viewer(versioned, identity.userId, moment);
    if (!versioned.company || !viewer) {
      // What was loaded last can be older than a person who is new, or than the whole company.
      await proveVersions(reader, { companyVersion: versioned.version, sessionVersion: identity.version });
      throw versioned.company ? unauthenticated() : notFound();
    }
    const scope = new ReadScope({
      reader,
      company: versioned.company,
      companyVersion: versioned.version,
      sessionVersion: identity.version,
      viewer,
      today: companies.today(versioned.company, moment),
    });
    const value = await work(scope);
    await scope.finish();
    if (oneMoment && scope.lastEvent === null) return null;
    this.scopes.push(scope);
    return { value };
  }
}

/** Who may knock at a root operation (`@Allowed`). @throws RefusedError UNAUTHENTICATED or FORBIDDEN */
export async function checkKnock(context: RequestContext, who: Knocker): Promise<void> {
  if (who === "ANYONE") return;
  if (who === "STAFF") {
    await context.requireIdentity();
    return;
  }
  await context.read(({ viewer }) => {
    const isLetIn = (who !== "BOSS" && viewer.isAdmin) || viewer.isBoss;
    if (!isLetIn && who === "BOSS") throw refusedBy(refuse("FORBIDDEN", "L2", "closure.bossOnly"));
    if (!isLetIn) throw refusedBy(refuse("FORBIDDEN", "R2", "user.adminsOnly"));
    return Promise.resolve();
  });
}
