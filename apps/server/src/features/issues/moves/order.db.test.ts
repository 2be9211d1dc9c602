import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventsOf } from "../../../testing/events.js";
import { IssueCalls, outcome } from "../../../testing/issue-calls.js";
import { runSql } from "../../../testing/sql.js";
import { startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

beforeEach(async () => {
  await runSql(test.database.connection, "update issue set archived = true");
});

async function column(count: number): Promise<string[]> {
  return (await calls.createColumn("dev.head", "DEV", "To do", count)).map(({ id }) => id);
}

/** All ranks of the company, as the database orders them; each once, for the column is unique. */
async function ranks(): Promise<string[]> {
  const rows = await runSql(test.database.connection, "select rank from issue order by rank");
  return rows.map(({ rank }) => String(rank));
}

/** I5, L4: an issue's revision is the number of its events, and its last event the newest of them. */
async function unlike(): Promise<unknown[]> {
  return runSql(
    test.database.connection,
    `select i.id, i.revision, count(e.id), max(e.id) from issue i left join event e on e.issue_id = i.id
     group by i.id having i.revision <> count(e.id) or i.last_event <> max(e.id)`,
  );
}

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("the order under load", () => {
  it("ORD-01: of three cards the last goes between the first two, 2,000 times", async () => {
    const cards = await column(3);
    let slowest = 0;
    let longest = 0;
    for (let round = 0; round < 2_000; round++) {
      const [first = "", second = "", last = ""] = cards;
      const started = performance.now();
      const moved = await calls.move("dev.dev1", last, { after: first, before: second });
      slowest = Math.max(slowest, performance.now() - started);
      longest = Math.max(longest, moved.rank?.length ?? 0);
      cards.splice(0, 3, first, last, second);
      if (round % 100 === 0) expect(await calls.column("dev.dev1", "DEV", "To do")).toEqual(cards);
    }
    expect(await calls.column("dev.dev1", "DEV", "To do")).toEqual(cards);
    console.info(`ORD-01: longest rank ${String(longest)}, slowest move ${slowest.toFixed(1)} ms`);
    expect(longest).toBeLessThanOrEqual(64);
    expect(Math.max(...(await ranks()).map((rank) => rank.length))).toBeLessThanOrEqual(64);
    expect(await unlike()).toEqual([]);
  }, 300_000);

  it("I4, L4: a spread neighbourhood is one action with the move, each card with its event", async () => {
    const cards = await column(40);
    const connection = test.database.connection;
    // As tight as no person makes it: the first two are neighbours at the limit's length, all others crowd behind.
    const tight = (index: number) => `U${"0".repeat(37)}${String(index + 10).padStart(2, "0")}`;
    await runSql(
      connection,
      `update issue i set rank = r.rank from unnest($1::bigint[], $2::text[]) r(id, rank) where i.id = r.id`,
      [cards, cards.map((_, index) => (index === 0 ? `U${"0".repeat(37)}1` : `${tight(index)}1`))],
    );
    const [first = "", second = ""] = cards;
    const last = cards.at(-1) ?? "";
    let limit = 0;
    let events: Awaited<ReturnType<typeof eventsOf>> = [];
    while (events.length < 2 && limit++ < 50) {
      events = await eventsOf(test, () => calls.move("dev.dev1", last, { after: first, before: second }));
    }
    const moves = events.filter(({ kind }) => kind === "ISSUE_MOVED");
    const spread = events.filter(({ kind }) => kind === "ISSUE_RANKED");
    expect(moves).toMatchObject([{ entityId: last, actorId: calls.person("dev.dev1") }]);
    expect(spread.length).toBeGreaterThan(0);
    expect(new Set(events.map(({ operation }) => operation)).size).toBe(1);
    expect(spread.every(({ changes }) => changes.length === 1 && changes[0]?.field === "rank")).toBe(true);
    const expected = [first, last, ...cards.slice(1, -1)];
    expect(await calls.column("dev.dev1", "DEV", "To do")).toEqual(expected);
    expect(await unlike()).toEqual([]);
  }, 120_000);

  it("ORD-03: 1,000 random moves between two columns leave what a plain array says, after each of them", async () => {
    const next = numbers(20_261_125);
    const board = [await column(8), [] as string[]];
    const names = ["To do", "Review"];
    for (let round = 0; round < 1_000; round++) {
      const from =
        board[(board[0] ?? []).length === 0 ? 1 : (board[1] ?? []).length === 0 ? 0 : next(2)] ?? [];
      const [card = ""] = from.splice(next(from.length), 1);
      const at = next(2);
      const target = board[at] ?? [];
      const place = next(target.length + 1);
      const kind = next(3);
      const [above, below] = [target[place - 1] ?? null, target[place] ?? null];
      // Named from above, from below or from both sides; at an end there is one side only, in an empty column none.
      const after = kind === 1 && below !== null ? null : above;
      const before = kind === 0 && after !== null ? null : below;
      target.splice(place, 0, card);
      await calls.move("dev.dev1", card, { status: calls.status(`DEV/${names[at] ?? ""}`), after, before });
      const columns = await calls.board("dev.dev1", "DEV");
      const shown = names.map((name) => columns.get(name) ?? []);
      expect(shown, `after move ${String(round)}`).toEqual(board);
    }
    expect(await unlike()).toEqual([]);
  }, 300_000);
});

describe("I4: two people at once", () => {
  it("100 moves among 20 cards: all acknowledged, both boards in one order, no rank twice, 100 events in order", async () => {
    const next = numbers(7);
    const cards = await column(20);
    const events = await eventsOf(test, async () => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) => {
          const card = cards[next(20)] ?? "";
          const others = cards.filter((id) => id !== card);
          const [after, before] = [others[next(19)], others[next(19)]];
          const status = calls.status(next(3) === 0 ? "DEV/Review" : "DEV/To do");
          const login = index % 2 === 0 ? "dev.dev1" : "dev.head";
          return calls.ask(login, "moveIssue", { id: card, status, after, before });
        }),
      );
      expect(answers.map(outcome)).toEqual(Array.from({ length: 100 }, () => "OK"));
    });
    expect(events).toHaveLength(100);
    expect(events.every(({ kind }) => kind === "ISSUE_MOVED")).toBe(true);
    expect(new Set(events.map(({ operation }) => operation)).size).toBe(100);
    const log = await runSql(
      test.database.connection,
      "select id, at from event where kind = 'ISSUE_MOVED' order by id desc limit 100",
    );
    // Ids grow in the order in which the moves became visible, without a gap (I9).
    const ids = log.map(({ id }) => Number(id)).reverse();
    expect(ids).toEqual(Array.from({ length: 100 }, (_, index) => (ids[0] ?? 0) + index));
    const times = log.map(({ at }) => (at as Date).getTime()).reverse();
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const status of ["To do", "Review"]) {
      const mine = await calls.column("dev.dev1", "DEV", status);
      expect(await calls.column("dev.head", "DEV", status)).toEqual(mine);
    }
    const shown = [
      ...(await calls.column("dev.head", "DEV", "To do")),
      ...(await calls.column("dev.head", "DEV", "Review")),
    ];
    expect(shown.sort()).toEqual([...cards].sort());
    const all = await ranks();
    expect(new Set(all).size).toBe(all.length);
    expect(await unlike()).toEqual([]);
  }, 120_000);
});
