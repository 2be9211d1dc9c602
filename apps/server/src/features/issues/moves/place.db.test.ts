import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventsOf } from "../../../testing/events.js";
import { IssueCalls, type AnsweredIssue } from "../../../testing/issue-calls.js";
import { runSql } from "../../../testing/sql.js";
import { startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
/** Five cards of DEV's "To do" by name, in this order. */
let cards: Record<string, AnsweredIssue>;

beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

beforeEach(async () => {
  // What earlier tests left on the board is out of the way.
  await runSql(test.database.connection, "update issue set archived = true");
  const made = await calls.createColumn("dev.head", "DEV", "To do", 5);
  cards = Object.fromEntries(made.map((card, index) => ["abcde".charAt(index), card]));
});

function id(name: string): string {
  const card = cards[name];
  if (!card) throw new Error(`there is no card ${name}`);
  return card.id;
}

async function order(status = "To do", login = "dev.head", unit = "DEV", under = false): Promise<string> {
  const shown = await calls.column(login, unit, status, under);
  const names = new Map(Object.entries(cards).map(([name, card]) => [card.id, name]));
  return shown.map((card) => names.get(card) ?? "?").join("");
}

describe("I4: a card goes", () => {
  it.each([
    ["below `after`", "d", "a", null, "adbce"],
    ["below `after`, which is the last", "a", "e", null, "bcdea"],
    ["above `before`", "d", null, "b", "adbce"],
    ["above `before`, which is the first", "e", null, "a", "eabcd"],
    ["between both", "e", "b", "c", "abecd"],
    ["below `after`, when they are no neighbours any more", "e", "a", "d", "aebcd"],
    ["to the top without neighbours", "d", null, null, "dabce"],
    ["where it stands already", "b", "a", "c", "abcde"],
    ["to the top where it stands already", "a", null, null, "abcde"],
    ["below the last, where it stands already", "e", "d", null, "abcde"],
    ["above the next, where it stands already", "b", null, "c", "abcde"],
  ])("%s", async (_, card, after, before, expected) => {
    const anchors = { after: after && id(after), before: before && id(before) };
    const events = await eventsOf(test, () => calls.move("dev.dev1", id(card), anchors));
    expect(await order()).toBe(expected);
    // Every move that is acknowledged has an event of its own.
    expect(events.map(({ kind, changes }) => [kind, changes[0]?.field])).toEqual([["ISSUE_MOVED", "rank"]]);
  });

  it("into another column: below a neighbour, to its top, into an empty one", async () => {
    const review = { status: calls.status("DEV/Review") };
    await calls.move("dev.dev1", id("c"), review);
    expect([await order(), await order("Review")]).toEqual(["abde", "c"]);
    await calls.move("dev.dev1", id("a"), { ...review, after: id("c") });
    await calls.move("dev.dev1", id("e"), { ...review, after: id("c"), before: id("a") });
    await calls.move("dev.dev1", id("b"), review);
    expect([await order(), await order("Review")]).toEqual(["d", "bcea"]);
  });

  it("past a neighbour that is gone, elsewhere, unseen or no id; then to the top", async () => {
    const foreign = await calls.create("sales.head", "SALES", { status: calls.status("SALES/To do") });
    const backlog = await calls.create("dev.head", "DEV");
    const gone = await calls.create("dev.head", "DEV", { status: calls.status("DEV/To do") });
    await runSql(test.database.connection, "update issue set archived = true where id = $1", [gone.id]);
    for (const after of [foreign.id, backlog.id, gone.id, "999999", "no id", "\0"]) {
      await calls.move("dev.dev1", id("a"), { after: id("e") });
      await calls.move("dev.dev1", id("a"), { after, before: id("d") });
      expect(await order()).toBe("bcade");
      await calls.move("dev.dev1", id("a"), { after, before: after });
      expect(await order()).toBe("abcde");
    }
  });

  it("I3: on a board over several units, below a card of another unit, and between two of one category", async () => {
    const inProgress = { status: calls.status("APP/In progress") };
    const app = await calls.create("app.head", "APP", inProgress);
    const review = { status: calls.status("DEV/Review") };
    for (const name of ["b", "a"]) await calls.move("dev.head", id(name), review);
    cards = { ...cards, x: app };
    // The order of the board over PROD: x of APP lies above or below a and b of DEV.
    await calls.move("prod.head", id("x"), { after: id("a") });
    expect(await order("IN_PROGRESS", "prod.head", "PROD", true)).toBe("axb");
    await calls.move("prod.head", id("c"), {
      status: calls.status("DEV/In progress"),
      after: id("x"),
      before: id("b"),
    });
    expect(await order("IN_PROGRESS", "prod.head", "PROD", true)).toBe("axcb");
  });

  it("ORD-13: between two that a filter shows; the hidden ones keep their order among themselves", async () => {
    await calls.move("dev.dev1", id("e"), { after: id("a"), before: id("d") });
    expect(await order()).toBe("aebcd");
  });
});
