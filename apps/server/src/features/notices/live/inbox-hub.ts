import { randomUUID } from "node:crypto";
import type { UserId } from "@stafeta/domain/shared/ids";
import type { Access } from "../../../access/request-context.js";
import { runOperation, type Executors } from "../../../platform/graphql/live-document.js";
import type { IssueHub } from "../../issues/live/issue-hub.js";
import { newestEvent } from "../../issues/live/live-event.queries.js";
import { LiveMoment } from "../../issues/live/live-moment.js";
import { InboxReading } from "./inbox-reading.js";
import type { InboxStream } from "./inbox-stream.js";
import { concerningEvents, type ConcerningEvent } from "./inbox.queries.js";

export interface InboxHubParts {
  readonly access: Access;
  readonly executors: Executors;
  /** It knows whose session, and whose right, has ended (R2). */
  readonly issues: Pick<IssueHub, "checkRights">;
  /** For the metrics. */
  readonly onCount: (what: "streams" | "messages", number: number) => void;
}

/** Events that are read at once. */
const BATCH = 100;
const AGAIN_MS = 500;

/**
 * Tells people at once what concerns them (B4), on whichever server they listen. One statement reads for all streams what
 * is new; only whoever is concerned and listens costs more, and then once for all their windows that ask the same.
 */
export class InboxHub {
  private readonly parts: InboxHubParts;
  private readonly streams = new Map<UserId, Set<InboxStream>>();
  private count = 0;
  /** The last event that was told to whoever should know. */
  private cursor = 0n;
  /** While nobody listens nothing is read; the first to come puts the cursor to where the world is. */
  private caughtUp: Promise<void> | null = null;
  private isRunning = false;
  private isCalled = false;
  private isStopped = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(parts: InboxHubParts) {
    this.parts = parts;
  }

  /** Something may have changed; by how much is found in the database. */
  wake(): void {
    this.isCalled = true;
    if (!this.isRunning && this.count > 0) void this.run();
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** Events from here on reach the stream. */
  async join(stream: InboxStream): Promise<void> {
    const { userId } = stream.live;
    const own = this.streams.get(userId) ?? new Set();
    this.streams.set(userId, own.add(stream));
    this.counted(1);
    this.caughtUp ??= this.catchUp();
    await this.caughtUp;
  }

  leave(stream: InboxStream): void {
    const own = this.streams.get(stream.live.userId);
    if (!own?.delete(stream)) return;
    if (own.size === 0) this.streams.delete(stream.live.userId);
    this.counted(-1);
    if (this.count === 0) this.caughtUp = null;
  }

  private counted(change: 1 | -1): void {
    this.count += change;
    this.parts.onCount("streams", this.count);
  }

  private async catchUp(): Promise<void> {
    try {
      const newest = await newestEvent(this.parts.access.database);
      if (newest > this.cursor) this.cursor = newest;
    } catch (error) {
      this.caughtUp = null;
      throw error;
    }
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    try {
      await this.caughtUp;
      let isBehind = false;
      while ((this.isCalled || isBehind) && !this.isStopped && this.count > 0) {
        this.isCalled = false;
        isBehind = await this.step();
      }
    } catch (error) {
      this.tryAgain(error);
    }
    this.isRunning = false;
  }

  private tryAgain(error: unknown): void {
    if (this.isStopped) return;
    this.parts.access.log.warn({ err: error }, "notices could not be read");
    this.timer = setTimeout(() => {
      this.wake();
    }, AGAIN_MS);
  }

  /** @returns whether there is more to be read at once */
  private async step(): Promise<boolean> {
    const { access, issues } = this.parts;
    const { stamp, events } = await concerningEvents(access.database, this.cursor, BATCH);
    const moment = await LiveMoment.of(access, stamp);
    if (!moment) return (await access.companies.get(access.database)).company !== null;
    await issues.checkRights(moment);
    for (const event of events) {
      if (!(await this.tell(event, moment))) return true;
      this.cursor = BigInt(event.id);
    }
    if (events.length === BATCH) return true;
    const newest = BigInt(stamp.lastEvent);
    if (newest > this.cursor) this.cursor = newest;
    return false;
  }

  /** False: the world moved on while it was put into words, so it is to be decided anew. */
  private async tell(event: ConcerningEvent, moment: LiveMoment): Promise<boolean> {
    const told = await Promise.all(event.userIds.map((id) => this.tellOne(event.id, id as UserId, moment)));
    return told.every(Boolean);
  }

  /** R2, R10: by the rights of that moment, for each event anew. */
  private async tellOne(eventId: string, userId: UserId, moment: LiveMoment): Promise<boolean> {
    const id = BigInt(eventId);
    const waiting = [...(this.streams.get(userId) ?? [])].filter((stream) => stream.awaits(id));
    const viewer = waiting.length === 0 ? null : moment.viewerOf(userId);
    if (!viewer) return true;
    const reading = new InboxReading(moment.basis(viewer), randomUUID());
    const message = await reading.news(eventId);
    const answers = new Map<string, string>();
    for (const { key, live } of message ? waiting : []) {
      if (answers.has(key)) continue;
      reading.begin();
      const answer = await runOperation(this.parts.executors, live.operation, message, reading, true);
      if (reading.isStale) return false;
      answers.set(key, JSON.stringify(answer));
    }
    if (reading.isStale) return false;
    for (const stream of message ? waiting : []) stream.send(id, answers.get(stream.key) ?? "");
    this.parts.onCount("messages", message ? waiting.length : 0);
    return true;
  }
}

const hubs = new WeakMap<Access, InboxHub>();

/** Makes the hub of a server; its subscriptions find it by what they all hold. */
export function openInboxHub(parts: InboxHubParts): InboxHub {
  const hub = new InboxHub(parts);
  hubs.set(parts.access, hub);
  return hub;
}

export function inboxHubOf(access: Access): InboxHub {
  const hub = hubs.get(access);
  if (!hub) throw new Error("this server has no live notices");
  return hub;
}
