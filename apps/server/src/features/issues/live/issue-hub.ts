import { setImmediate as nextTurn } from "node:timers/promises";
import { hatsByFacts } from "@stafeta/domain/issues/issue-event-sight";
import { canSee } from "@stafeta/domain/rights/viewer";
import type { CalendarDate } from "@stafeta/domain/shared/calendar-date";
import type { Access } from "../../../access/request-context.js";
import type { SocketSessions } from "../../../access/socket-sessions.js";
import type { Executors } from "../../../platform/graphql/live-document.js";
import type { IssueStream } from "./issue-stream.js";
import { answersOf } from "./live-answers.js";
import type { LiveEvent } from "./live-event.js";
import { eventsAfter, newestEvent, sightOfIssues } from "./live-event.queries.js";
import { groupsOf, type LiveGroup } from "./live-groups.js";
import { LiveMoment } from "./live-moment.js";

export interface HubParts {
  readonly access: Access;
  readonly executors: Executors;
  readonly sessions: SocketSessions;
  /** For the metrics. */
  readonly onCount: (what: "streams" | "events" | "messages", number: number) => void;
}

/** Events that are read at once. */
const BATCH = 100;
/** Messages that are sent before requests in between get their turn. */
const BURST = 500;
const AGAIN_MS = 500;
/** Streams must end within two seconds of a right. */
const DAY_LOOK_MS = 1_000;

function largest(a: bigint, b: bigint): bigint {
  return a >= b ? a : b;
}

/**
 * Tells the streams of this server what happened (I9), and ends those whose right has ended (R2). One loop reads what is
 * new by one statement, decides for each stream by the domain, executes once for all who are told the same, and sends.
 * It works on one moment at a time, so each stream gets its events in order.
 */
export class IssueHub {
  readonly parts: HubParts;
  private readonly streams = new Set<IssueStream>();
  /** The last event that was told to whoever should know. */
  private cursor = 0n;
  /** While nobody listens nothing is read; the first to come puts the cursor to where the world is. */
  private caughtUp: Promise<void> | null = null;
  private checkedSessions = 0n;
  private checkedCompany = 0n;
  private checkedDay: CalendarDate | null = null;
  private isRunning = false;
  private isCalled = false;
  private timer: NodeJS.Timeout | null = null;
  private dayTimer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(parts: HubParts) {
    this.parts = parts;
  }

  /** Something may have changed; by how much is found in the database. */
  wake(): void {
    this.isCalled = true;
    if (!this.isRunning) void this.run();
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    this.watchDays(false);
  }

  /** Events from here on reach the stream; resolves once it is certain that none before is still to be read. */
  async join(stream: IssueStream): Promise<void> {
    this.streams.add(stream);
    this.watchDays(true);
    this.parts.onCount("streams", this.streams.size);
    this.caughtUp ??= this.catchUp();
    await this.caughtUp;
  }

  leave(stream: IssueStream): void {
    this.streams.delete(stream);
    if (this.streams.size === 0) {
      this.caughtUp = null;
      this.watchDays(false);
    }
    this.parts.onCount("streams", this.streams.size);
  }

  /** R2: sessions and memberships as of a moment, before anything of that moment is told. */
  async checkRights(moment: LiveMoment): Promise<void> {
    const [sessions, company] = [BigInt(moment.stamp.sessionVersion), BigInt(moment.stamp.companyVersion)];
    if (sessions > this.checkedSessions) {
      await this.parts.sessions.check();
      this.checkedSessions = largest(this.checkedSessions, sessions);
    }
    if (company > this.checkedCompany || moment.today !== this.checkedDay) {
      this.parts.sessions.checkPeople(moment.company);
      await this.checkStreams(moment);
      this.checkedCompany = largest(this.checkedCompany, company);
      this.checkedDay = moment.today;
    }
  }

  /** Whether streams were last looked at under this moment's company: one that is begun under another would be missed. */
  isCurrent({ stamp, today }: LiveMoment): boolean {
    return BigInt(stamp.companyVersion) === this.checkedCompany && today === this.checkedDay;
  }

  /**
   * R2: a deputy's rights begin and end with the company's day, and no change tells of it. Looked at each second, so that
   * a machine that slept or whose clock was set is right too.
   */
  private watchDays(isWanted: boolean): void {
    if (!isWanted && this.dayTimer) clearInterval(this.dayTimer);
    if (!isWanted) this.dayTimer = null;
    if (!isWanted || this.dayTimer) return;
    const timer = setInterval(() => {
      void this.lookAtDay();
    }, DAY_LOOK_MS);
    timer.unref();
    this.dayTimer = timer;
  }

  private async lookAtDay(): Promise<void> {
    const { companies, database, now } = this.parts.access;
    const { company } = await companies.get(database).catch(() => ({ company: null }));
    if (company && companies.today(company, now()) !== this.checkedDay) this.wake();
  }

  private async catchUp(): Promise<void> {
    try {
      this.cursor = largest(this.cursor, await newestEvent(this.parts.access.database));
    } catch (error) {
      this.caughtUp = null;
      throw error;
    }
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    try {
      let isBehind = false;
      while ((this.isCalled || isBehind) && !this.isStopped) {
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
    this.parts.access.log.warn({ err: error }, "live events could not be read");
    this.timer = setTimeout(() => {
      this.wake();
    }, AGAIN_MS);
  }

  /** @returns whether there is more to be read at once */
  private async step(): Promise<boolean> {
    const { access, sessions } = this.parts;
    const hasStreams = this.streams.size > 0;
    if (!hasStreams && sessions.count === 0) return false;
    const { stamp, events } = await eventsAfter(access.database, this.cursor, hasStreams ? BATCH : 0);
    const moment = await LiveMoment.of(access, stamp);
    // No company yet: nobody can follow anything.
    if (!moment) return (await access.companies.get(access.database)).company !== null;
    await this.checkRights(moment);
    for (const event of events) {
      if (!(await this.tell(event, moment))) return true;
      this.cursor = largest(this.cursor, BigInt(event.record.id));
    }
    if (events.length === BATCH) return true;
    // Who joined meanwhile may have read an earlier moment than this one.
    if (hasStreams || this.streams.size === 0) this.cursor = largest(this.cursor, BigInt(stamp.lastEvent));
    return false;
  }

  /** False: the world moved on while it was put into words, so it is to be decided anew. */
  private async tell(event: LiveEvent, moment: LiveMoment): Promise<boolean> {
    const { executors, onCount } = this.parts;
    const groups = groupsOf(event, this.streams, moment.company, (stream) => {
      return stream.live.isOpen() ? moment.viewerOf(stream.live.userId) : null;
    });
    const answers = await answersOf(executors, moment, groups);
    if (!answers) return false;
    onCount("events", 1);
    await this.send(BigInt(event.record.id), groups, answers);
    return true;
  }

  private async send(id: bigint, groups: readonly LiveGroup[], answers: readonly string[]): Promise<void> {
    let sent = 0;
    for (const [index, { streams, message }] of groups.entries()) {
      for (const stream of streams) {
        stream.offer({ id, answer: answers[index] ?? "", isGone: message.isGone });
        if (++sent % BURST === 0) await nextTurn();
      }
    }
    this.parts.onCount("messages", sent);
  }

  private async checkStreams(moment: LiveMoment): Promise<void> {
    const issueStreams: { readonly stream: IssueStream; readonly issueId: string }[] = [];
    for (const stream of [...this.streams]) {
      if (!stream.isLive) continue;
      const viewer = moment.viewerOf(stream.live.userId);
      if (!viewer || !stream.keepsRight(viewer, moment.company)) stream.end();
      else if (stream.followed.kind === "ISSUE")
        issueStreams.push({ stream, issueId: stream.followed.issueId });
    }
    if (issueStreams.length === 0) return;
    const ids = [...new Set(issueStreams.map(({ issueId }) => issueId))];
    const sights = await sightOfIssues(this.parts.access.database, ids);
    for (const { stream, issueId } of issueStreams) {
      const [viewer, facts] = [moment.viewerOf(stream.live.userId), sights.get(issueId)];
      if (!viewer || !facts || !canSee(hatsByFacts(viewer, facts))) stream.end();
    }
  }
}

const hubs = new WeakMap<Access, IssueHub>();

/** Makes the hub of a server; its subscriptions find it by what they all hold. */
export function openIssueHub(parts: HubParts): IssueHub {
  const hub = new IssueHub(parts);
  hubs.set(parts.access, hub);
  return hub;
}

export function issueHubOf(access: Access): IssueHub {
  const hub = hubs.get(access);
  if (!hub) throw new Error("this server has no live events");
  return hub;
}
