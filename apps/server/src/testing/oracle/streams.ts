import { LiveClient, type LiveMessage } from "../live-client.js";
import { compare } from "./compare.js";
import { portrait, type Setting } from "./operation.js";
import { answer } from "./rules/answer.js";
import { Eyes } from "./rules/eyes.js";
import { downFrom } from "./rules/hats.js";
import { leakedTexts } from "./rules/leak.js";
import { streamed } from "./rules/log.js";
import { printSelection, type Sel } from "./rules/selection.js";
import type { LoggedEvent, World } from "./rules/world.js";
import { Mismatch, type Trial } from "./trial.js";

type Followed =
  | { readonly field: "boardChanged"; readonly unit: string; readonly under: boolean }
  | { readonly field: "issueChanged"; readonly id: string };

/** What can end a right to a board. */
const ENDING = ["MEMBER_REMOVED", "USER_DEACTIVATED", "DEPUTY_ENDED", "UNIT_MOVED", "ROLE_EDITED"];

/** R2: within 2 s. */
const PATIENCE_MS = 2_000;

/** One open subscription, and what the oracle says that it must have told. */
export class Stream {
  readonly by: string;
  private readonly person: string;
  readonly followed: Followed;
  isOver = false;
  private readonly client: LiveClient;
  private readonly selection: readonly Sel[];
  /** Messages that were looked at. */
  private seen = 0;
  private hadRight: boolean;

  private constructor(
    client: LiveClient,
    by: string,
    followed: Followed,
    selection: readonly Sel[],
    since: World,
  ) {
    this.client = client;
    this.by = by;
    this.person = portrait(since, by);
    this.followed = followed;
    this.selection = selection;
    this.hadRight = this.hasRight(since);
  }

  /** @param since the moment from which on it is to tell what happened (I9) */
  static async open(
    trial: Trial,
    by: string,
    followed: Followed,
    selection: readonly Sel[],
    since: World,
  ): Promise<Stream> {
    const client = await LiveClient.connect(trial.test.server.url, trial.secret(by));
    const stream = new Stream(client, by, followed, selection, since);
    const { field, ...args } = followed;
    const [declared, passed] =
      field === "boardChanged"
        ? ["$unit: ID!, $under: Boolean", "unit: $unit, under: $under"]
        : ["$id: ID!", "id: $id"];
    const document = `subscription(${declared}, $since: ID) { ${field}(${passed}, since: $since) ${printSelection(selection)} }`;
    client.subscribe("s", document, { ...args, since: since.events.at(-1)?.id });
    // Whoever asks next on the same line is answered when it is open.
    await client.ask("{ me { isBoss } }");
    return stream;
  }

  /** R2: what was loaded at `since` is no more for who had a right to it then and has none now: the stream ends at once. */
  async begin(since: World, world: World, count: (what: string) => void): Promise<void> {
    if (since === world) return;
    count("stream: begun from before");
    const hasRight = this.hasRight(world);
    if (hasRight || !this.hadRight) return this.check(since, world, count);
    await this.await(() => this.hasEnded, "it goes on after the last right (R2)", []);
    if (this.messages.length > 0) throw new Mismatch(`${this.portrait()}: it told what is past`);
    count("stream: over at once");
    this.isOver = true;
  }

  close(): void {
    this.client.terminate();
  }

  private hasRight(world: World): boolean {
    const { followed } = this;
    const eyes = new Eyes(world, this.by);
    if (followed.field === "issueChanged") return eyes.issue(followed.id) !== null;
    const units = followed.under ? downFrom(world, followed.unit).map(({ id }) => id) : [followed.unit];
    return units.some((id) => eyes.inUnit(id).size > 0);
  }

  private concerns(world: World, event: LoggedEvent): boolean {
    const { followed } = this;
    if (event.issueId === null) return false;
    if (followed.field === "issueChanged") return event.issueId === followed.id;
    const units = followed.under ? downFrom(world, followed.unit).map(({ id }) => id) : [followed.unit];
    return [event.unitId, event.unitBefore].some((id) => id !== null && units.includes(id));
  }

  /** What is to be told of the events since, in their order. */
  private expected(world: World, events: readonly LoggedEvent[]): unknown[] {
    return events.flatMap((event) => {
      const eyes = new Eyes(world, this.by);
      if (!eyes.isActive || !this.concerns(world, event)) return [];
      const how = streamed(eyes, event);
      if (how === "NOTHING") return [];
      const told = answer(eyes, "BoardEvent", { event, isGone: how === "GONE" }, this.selection);
      const redacted = [...eyes.hidden].sort();
      return [{ data: { [this.followed.field]: told }, redacted }];
    });
  }

  /** Looks at what came after an operation. @throws Mismatch */
  async check(before: World, world: World, count: (what: string) => void): Promise<void> {
    if (this.isOver) return;
    const expected = this.expected(world, world.events.slice(before.events.length));
    const hasRight = this.hasRight(world);
    // Whoever has no right and had none may be asked to load anew when others' rights end: both are right.
    const events = world.events.slice(before.events.length);
    if (!hasRight && !this.hadRight && events.some(({ kind }) => ENDING.includes(kind))) {
      this.isOver = true;
      return;
    }
    const isActive = new Eyes(world, this.by).isActive;
    const ends = !isActive || (this.hadRight && !hasRight);
    this.hadRight ||= hasRight;
    await this.await(
      () => this.messages.length >= this.seen + expected.length,
      "a message is missing",
      expected,
    );
    const got = this.messages.slice(this.seen).map(({ payload }) => shapeOf(payload));
    const difference = compare(expected, got, this.followed.field);
    if (difference !== null) {
      const both = process.env["ORACLE_VERBOSE"] ? `\n${JSON.stringify({ expected, got }, null, 1)}` : "";
      throw new Mismatch(`${this.portrait()}: ${difference}${both}`);
    }
    const eyes = new Eyes(world, this.by);
    const leaks = isActive ? leakedTexts(eyes, JSON.stringify(got)) : [];
    if (leaks.length > 0) throw new Mismatch(`${this.portrait()}: leaks ${leaks.join(", ")}`);
    this.seen += expected.length;
    for (const message of got)
      count(JSON.stringify(message).includes('"GONE"') ? "stream: GONE" : "stream: told");
    if (ends) count("stream: ended");
    if (ends) await this.await(() => this.hasEnded, "it has not ended (R2)", []);
    else if (this.hasEnded) throw new Mismatch(`${this.portrait()}: it has ended`);
    this.isOver = ends;
  }

  private get messages(): LiveMessage[] {
    return this.client.of("s", "next");
  }

  private get hasEnded(): boolean {
    return this.client.closed !== null || this.client.of("s").some(({ type }) => type !== "next");
  }

  private async await(holds: () => boolean, fault: string, expected: readonly unknown[]): Promise<void> {
    try {
      await this.client.until(holds, PATIENCE_MS);
    } catch {
      throw new Mismatch(
        `${this.portrait()}: ${fault}: ${JSON.stringify(expected)}; got ${JSON.stringify(this.client.of("s").slice(this.seen))}`,
      );
    }
  }

  private portrait(): string {
    return `stream of ${this.person}, ${JSON.stringify(this.followed)} ${printSelection(this.selection)}`;
  }
}

function shapeOf(payload: unknown): unknown {
  const { data, extensions } = payload as { data: unknown; extensions?: { redacted?: readonly string[] } };
  return { data, redacted: [...(extensions?.redacted ?? [])].sort() };
}

/** Who could load a board then, and has no right to it now. */
function lostBoards(then: World, now: World): { readonly by: string; readonly followed: Followed }[] {
  const hasRight = (world: World, by: string, unit: string) => new Eyes(world, by).inUnit(unit).size > 0;
  return now.people.flatMap(({ id: by, active }) =>
    now.units.flatMap(({ id: unit }) => {
      const isLost = active && hasRight(then, by, unit) && !hasRight(now, by, unit);
      return isLost ? [{ by, followed: { field: "boardChanged", unit, under: false } as const }] : [];
    }),
  );
}

/** Several people who follow boards and issues while things happen, many of them by the same document. */
export class Streams {
  private streams: Stream[] = [];
  private readonly documents: Sel[][] = [];

  async fill(setting: Setting, count: number): Promise<void> {
    const { dice, selections } = setting;
    // One lost its line, and comes again.
    if (dice.chance(0.12)) this.streams.shift()?.close();
    for (const stream of this.streams) if (stream.isOver) stream.close();
    this.streams = this.streams.filter((stream) => !stream.isOver);
    if (this.documents.length === 0) this.documents.push(selections.boardEvent(), selections.boardEvent());
    while (this.streams.length < count) await this.begin(setting);
  }

  private async begin({ trial, dice, count }: Setting): Promise<void> {
    const { world, history } = trial;
    const by = dice.pick(world.people.filter((person) => person.active)).id;
    const seen = trial.eyes(by).issues;
    const followed: Followed =
      dice.chance(0.3) && seen.length > 0
        ? { field: "issueChanged", id: dice.pick(seen).id }
        : { field: "boardChanged", unit: dice.pick(world.units).id, under: dice.chance(0.4) };
    const since = dice.chance(0.5) && history.length > 0 ? dice.pick(history) : world;
    const [lost] = dice.chance(0.3) ? dice.some(lostBoards(since, world), 0.5) : [];
    const document = dice.pick(this.documents);
    const stream = lost
      ? await Stream.open(trial, lost.by, lost.followed, document, since)
      : await Stream.open(trial, by, followed, document, since);
    this.streams.push(stream);
    await stream.begin(since, world, count);
  }

  async check(before: World, world: World, count: (what: string) => void): Promise<void> {
    for (const stream of this.streams) await stream.check(before, world, count);
  }

  close(): void {
    for (const stream of this.streams) stream.close();
  }
}
