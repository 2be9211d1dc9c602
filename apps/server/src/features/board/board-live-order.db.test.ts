import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startServer, type RunningServer } from "../../app.js";
import { LiveScene } from "../../testing/live-scene.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let other: RunningServer;
let scene: LiveScene;

beforeAll(async () => {
  test = await startTestServer();
  other = await startServer({ host: "127.0.0.1", port: 0, logLevel: "silent" }, test.database.connection);
  scene = new LiveScene(test);
});
afterAll(async () => {
  await other.stop();
  await test.stop();
});
afterEach(() => {
  scene.clear();
});

describe("boardChanged, in what order", () => {
  const STATUSES = ["Backlog", "To do", "In progress", "Review"];

  it("I9: 100 moves of 20 cards by two people at once reach both servers, each once and in order", async () => {
    const issues = await makeIssues(
      test,
      Array.from({ length: 20 }, () => ({ unit: "DEV" })),
    );
    const [here, there] = [
      await scene.board("dev.dev1", "DEV"),
      await scene.board("dev.dev1", "DEV", { url: other.url }),
    ];
    const moves = Array.from({ length: 100 }, (_, turn) => {
      const issue = issues[turn % 20];
      return scene.move(
        issue?.id ?? "",
        STATUSES[(turn + (turn >> 3)) % 4] ?? "",
        turn % 2 === 0 ? "dev.head" : "dev.dev2",
      );
    });
    const events = (await Promise.all(moves)).map(BigInt);
    const last = String(events.reduce((a, b) => (a > b ? a : b)));
    await Promise.all([here, there].map((watch) => watch.until(() => watch.has(last), 20_000)));
    expect(here.ids).toEqual(there.ids);
    expect(here.ids.map(BigInt)).toEqual(here.ids.map(BigInt).toSorted((a, b) => Number(a - b)));
    expect(new Set(here.ids).size).toBe(here.ids.length);
    for (const event of events) expect(here.has(String(event))).toBe(true);
  });

  it("I9: who comes back with since gets exactly what it missed, wherever it was cut", async () => {
    const issues = await makeIssues(
      test,
      Array.from({ length: 5 }, () => ({ unit: "DEV", author: "outsider" })),
    );
    const whole = await scene.board("dev.dev1", "DEV");
    const start = await scene.lastEvent();
    for (let turn = 0; turn < 40; turn++) {
      await scene.move(issues[turn % 5]?.id ?? "", STATUSES[(turn + 1) % 4] ?? "");
    }
    const end = await scene.lastEvent();
    await whole.until(() => whole.has(end));
    for (const seen of [0, 1, 7, 20, 38, 39, 40]) {
      const since = seen === 0 ? start : (whole.ids[seen - 1] ?? end);
      const rest = await scene.board("dev.dev1", "DEV", { since });
      const witness = await scene.settle(rest, "dev.dev1", "DEV");
      const before = rest.ids.filter((id) => BigInt(id) <= BigInt(end));
      expect(before).toEqual(whole.ids.slice(seen).filter((id) => BigInt(id) <= BigInt(end)));
      expect(rest.ids.at(-1)).toBe(witness);
    }
  });

  it("I9: what happens while the missed is told comes after it, with no gap and no double", async () => {
    const issues = await makeIssues(
      test,
      Array.from({ length: 10 }, () => ({ unit: "APP" })),
    );
    const start = await scene.lastEvent();
    const app = (turn: number) =>
      scene.move(issues[turn % 10]?.id ?? "", STATUSES[(turn + (turn >> 3)) % 4] ?? "", "app.head", "APP");
    for (let turn = 0; turn < 30; turn++) await app(turn);
    const watches: ReturnType<LiveScene["board"]>[] = [];
    for (let turn = 30; turn < 90; turn++) {
      const url = turn % 2 === 0 ? other.url : test.server.url;
      if (turn % 6 === 0) watches.push(scene.board("app.head", "APP", { since: start, url }));
      await app(turn);
    }
    const last = await scene.lastEvent();
    for (const watch of await Promise.all(watches)) {
      await watch.until(() => watch.has(last), 15_000);
      const count = Number(BigInt(last) - BigInt(start));
      expect(watch.ids).toEqual(
        Array.from({ length: count }, (_, n) => String(BigInt(start) + 1n + BigInt(n))),
      );
    }
  });

  it("I9: an unknown since, one that is no id, and one more than 500 events back end it with CONFLICT", async () => {
    const future = String(BigInt(await scene.lastEvent()) + 1n);
    for (const since of [future, "0", "abc", "", "-1", "99999999999999999999"]) {
      const watch = await scene.board("dev.dev1", "DEV", { since });
      await watch.untilOver();
      const [error] = watch.client.errors(watch.id);
      expect([watch.codes, error?.extensions.field, error?.extensions.rule]).toEqual([
        ["CONFLICT"],
        "since",
        "I9",
      ]);
    }
    const start = await scene.lastEvent();
    await makeIssues(
      test,
      Array.from({ length: 500 }, () => ({ unit: "DESIGN" })),
    );
    await makeIssues(
      test,
      Array.from({ length: 5 }, () => ({ unit: "DEV" })),
    );
    const enough = await scene.board("design.dev1", "DESIGN", { since: start });
    await enough.until(() => enough.events.length === 500, 20_000);
    const [one] = await makeIssues(test, [{ unit: "DESIGN" }]);
    await enough.until(() => enough.has(one.event));
    expect(enough.ids).toHaveLength(501);
    const tooMuch = await scene.board("design.dev1", "DESIGN", { since: start });
    await tooMuch.untilOver();
    expect(tooMuch.codes).toEqual(["CONFLICT"]);
    const elsewhere = await scene.board("dev.dev1", "DEV", { since: start });
    await elsewhere.until(() => elsewhere.events.length === 5);
  });
});
