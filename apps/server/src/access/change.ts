import type pg from "pg";
import type { FieldChange } from "@stafeta/domain/events/changes";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import type { Company } from "@stafeta/domain/org/company";
import { isBossThemselves } from "@stafeta/domain/org/heads";
import type { Viewer } from "@stafeta/domain/rights/viewer";
import type { EntityManager, Reader, Row } from "../platform/db/database.js";
import { RefusedError, unauthenticated } from "../platform/graphql/refused.js";
import type { RequestContext } from "./request-context.js";

/** One change of one record, to be written with it (I8, L4). */
export interface NewEvent {
  readonly kind: EventKind;
  readonly entity: string;
  readonly entityId: string;
  readonly issueId?: string | null;
  readonly changes: readonly FieldChange[];
  /** Facts that sight hangs on, after and before: a replay decides by them (I9). */
  readonly unitId?: string | null;
  readonly assigneeId?: string | null;
  readonly authorId?: string | null;
  readonly unitBefore?: string | null;
  readonly assigneeBefore?: string | null;
  readonly internalUnitId?: string | null;
  readonly stepUnitId?: string | null;
  readonly stepUnitBefore?: string | null;
  /** Whom it concerns, beside who sees it: heads whose turn it is, a new holder (B4). */
  readonly concernedIds?: readonly string[] | null;
  /** The event that it took back (I6). */
  readonly undoes?: string | null;
  /** What a demo or an import tells of days gone by, in the order in which it happened: an action of its own. */
  readonly past?: { readonly at: string; readonly actorId: string };
}

/** Who acts, as far as events tell it. */
export interface Author {
  readonly userId: string;
  readonly onBehalfOf: string | null;
  readonly address: string | null;
  readonly clientMutationId: string | null;
}

/**
 * An open transaction that changes records. It holds the clock's row: changes of the whole company come one after
 * another, so every rule is asked of the newest state, no two ranks collide, no two moves make a cycle, and event ids
 * grow in the order of their commits (I9). Kept short: nothing slow happens while it is open.
 */
export class Change implements Reader {
  readonly client: pg.PoolClient;
  readonly manager: EntityManager;
  /** The database's clock, ISO 8601, UTC. */
  readonly now: string;
  private author: Author | null;
  private readonly firstEvent: bigint;
  private readonly events: (NewEvent & { readonly id: string })[];
  private readonly past: NewEvent["past"] | null;

  constructor(
    client: pg.PoolClient,
    manager: EntityManager,
    start: ChangeStart,
    author: Author | null,
    told: Told = { events: [], past: null },
  ) {
    this.events = told.events;
    this.past = told.past;
    this.client = client;
    this.manager = manager;
    this.now = start.now;
    this.author = author;
    this.firstEvent = BigInt(start.lastEvent) + 1n;
  }

  async rows(text: string, values: readonly unknown[]): Promise<Row[]> {
    const result = await this.client.query<unknown[]>({ text, values: [...values], rowMode: "array" });
    return result.rows;
  }

  /** For what a person does who is not there before this change: the first boss of all. */
  async actAs(author: Author): Promise<void> {
    this.author = author;
    await this.rows("select set_config('stafeta.actor', $1, true)", [author.userId]);
  }

  /** Section 1: a deputy acts in the name of a boss, and events name both. */
  inTheNameOf(bossId: string): void {
    if (this.author) this.author = { ...this.author, onBehalfOf: bossId };
  }

  /** For a demo: the same transaction as it was at another time, by who did it then. */
  inThePast(at: string, actorId: string): Change {
    const { client, manager, author, events, firstEvent } = this;
    const start = { now: at, lastEvent: String(firstEvent - 1n) };
    return new Change(client, manager, start, author, { events, past: { at, actorId } });
  }

  /** The id of the event that is noted next: to be stored with a record whose own id is not known yet. */
  get nextEvent(): string {
    return String(this.firstEvent + BigInt(this.events.length));
  }

  /** Notes an event, to be written at the end; its id can be stored with the record at once. */
  record(event: NewEvent): string {
    const id = this.nextEvent;
    this.events.push({ ...(this.past && { past: this.past }), ...event, id });
    return id;
  }

  /** Writes what was noted, moves the clock on and tells all servers; the last step before the commit. */
  async flush(): Promise<void> {
    const last = this.events.at(-1);
    if (!last) return;
    const rows = this.events.map(({ past, ...event }) => ({
      ...event,
      at: past?.at ?? this.now,
      operation: past ? event.id : String(this.firstEvent),
      actorId: past?.actorId ?? this.author?.userId ?? null,
      onBehalfOf: this.author?.onBehalfOf ?? null,
      address: this.author?.address ?? null,
      clientMutationId: this.author?.clientMutationId ?? null,
    }));
    await this.rows(WRITE_EVENTS, [
      JSON.stringify(rows),
      last.id,
      `event ${String(this.firstEvent)} ${last.id}`,
    ]);
  }
}

/** What was noted so far, and whether it is told of days gone by. */
interface Told {
  readonly events: (NewEvent & { readonly id: string })[];
  readonly past: NewEvent["past"] | null;
}

interface ChangeStart {
  readonly now: string;
  readonly lastEvent: string;
}

const WRITE_EVENTS = `/* writeEvents */
with written as (
  insert into event (id, at, operation, actor_id, on_behalf_of, address, kind, entity, entity_id, issue_id,
    client_mutation_id, changes, unit_id, assignee_id, author_id, unit_before, assignee_before, internal_unit_id,
    step_unit_id, step_unit_before, concerned_ids, undoes)
  select "id", "at", "operation", "actorId", "onBehalfOf", "address", "kind", "entity", "entityId", "issueId",
    "clientMutationId", "changes", "unitId", "assigneeId", "authorId", "unitBefore", "assigneeBefore", "internalUnitId",
    "stepUnitId", "stepUnitBefore", "concernedIds", "undoes"
  from jsonb_to_recordset($1::jsonb) as e("id" bigint, "at" timestamptz, "operation" bigint, "actorId" bigint,
    "onBehalfOf" bigint, "address" inet, "kind" text, "entity" text, "entityId" bigint, "issueId" bigint,
    "clientMutationId" text, "changes" jsonb, "unitId" bigint, "assigneeId" bigint, "authorId" bigint,
    "unitBefore" bigint, "assigneeBefore" bigint, "internalUnitId" bigint, "stepUnitId" bigint, "stepUnitBefore" bigint,
    "concernedIds" bigint[], "undoes" bigint)
), ticked as (
  update clock set last_event = $2::bigint
)
select pg_notify('stafeta', $3)`;

/** Begins, names the actor for the database's own rules, and takes the clock: one round trip. Ids are whole numbers. */
function beginText(author: Author | null): string {
  const actor = author === null ? "" : String(BigInt(author.userId));
  return `begin;
select set_config('stafeta.actor', '${actor}', true);
select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), last_event, company_version, session_version
from clock for update`;
}

/** Deadlock, serialisation: nothing was written, so it can simply be done again. */
const AGAIN = new Set(["40001", "40P01"]);
const MAX_TRIES = 4;

function isTransient(error: unknown): boolean {
  return error instanceof Error && "code" in error && AGAIN.has(String(error.code));
}

interface Begun {
  readonly change: Change;
  readonly companyVersion: string;
  readonly sessionVersion: string;
}

async function begin(client: pg.PoolClient, manager: EntityManager, author: Author | null): Promise<Begun> {
  const results = (await client.query({
    text: beginText(author),
    rowMode: "array",
  } as pg.QueryArrayConfig)) as unknown;
  const [row] = (results as pg.QueryArrayResult<[string, string, string, string]>[]).at(-1)?.rows ?? [];
  if (!row) throw new Error("the clock has no row");
  const [now, lastEvent, companyVersion, sessionVersion] = row;
  return { change: new Change(client, manager, { now, lastEvent }, author), companyVersion, sessionVersion };
}

/** Runs a transaction under the clock; its events and their commit are one. */
export async function inChange<T>(
  access: RequestContext["access"],
  author: Author | null,
  work: (begun: Begun) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const runner = access.database.writes.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    try {
      const begun = await begin(client, runner.manager, author);
      const result = await work(begun);
      await begun.change.flush();
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      if (tries >= MAX_TRIES || !isTransient(error)) throw error;
    } finally {
      await runner.release();
    }
  }
}

/** A change by a signed-in viewer: their rights as of the transaction's own moment. */
export interface ViewerChange {
  readonly change: Change;
  readonly company: Company;
  readonly viewer: Viewer;
}

export interface ChangeOptions {
  readonly clientMutationId?: string | null | undefined;
}

/**
 * Runs a use-case for whoever asks. A token needs the scope WRITE.
 *
 * @throws RefusedError UNAUTHENTICATED when session, token or user has ended by the time the clock is held
 */
export async function changeAs<T>(
  context: RequestContext,
  options: ChangeOptions,
  work: (tx: ViewerChange) => Promise<T>,
): Promise<T> {
  const { access } = context;
  const asked = await context.requireIdentity();
  if (!asked.scopes.has("WRITE")) {
    throw new RefusedError("FORBIDDEN", "This token may only read", {
      message: { key: "token.readOnly", params: {} },
    });
  }
  const author = {
    userId: asked.userId,
    onBehalfOf: null,
    address: context.address,
    clientMutationId: options.clientMutationId ?? null,
  };
  return inChange(access, author, async ({ change, companyVersion, sessionVersion }) => {
    const identity = await access.identities.find(change, context.secret ?? "", sessionVersion);
    if (!identity) throw unauthenticated();
    const versioned = await access.companies.loadIn(change, companyVersion);
    const viewer = access.companies.viewer(versioned, identity.userId, new Date(change.now));
    if (!versioned.company || !viewer) throw unauthenticated();
    const [boss] = isBossThemselves(versioned.company, viewer) ? [] : viewer.deputyFor;
    if (boss !== undefined) change.inTheNameOf(boss);
    return work({ change, company: versioned.company, viewer });
  });
}
