import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newSecret, secretHash } from "../../access/authenticate.js";
import { startServer, type RunningServer } from "../../app.js";
import { LiveClient } from "../../testing/live-client.js";
import { BOARD_CHANGED, LiveScene, type Watch } from "../../testing/live-scene.js";
import { runSql } from "../../testing/sql.js";
import { makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

/** R2: within so long of the answer to the change. */
const WITHIN_MS = 2_000;

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

async function sql(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  return runSql(test.database.connection, text, values);
}

async function membershipOf(login: string, unit: string): Promise<string> {
  const find = "select id::text from membership where user_id = $1 and unit_id = $2 and ended_at is null";
  const [row] = await sql(find, [test.company.people[login], scene.unit(unit)]);
  return row?.["id"] as string;
}

async function end(login: string, unit: string): Promise<void> {
  const id = await membershipOf(login, unit);
  const remove = "mutation ($id: ID!) { removeMember(membership: $id) { id } }";
  dataOf(await test.as("boss")(remove, { id }));
}

async function join(login: string, unit: string, role: "DEVELOPER" | "MANAGER" | "REPORTER"): Promise<void> {
  const add = "mutation ($u: ID!, $p: ID!, $r: ID!) { addMember(unit: $u, user: $p, role: $r) { id } }";
  const variables = { u: scene.unit(unit), p: test.company.people[login], r: test.company.roles[role] };
  dataOf(await test.as("boss")(add, variables));
}

/** Moves a card of a unit, twenty times a second, until it is told to stop. */
function keepMoving(
  issueId: string,
  unit: string,
): { readonly times: Map<string, number>; stop(): Promise<void> } {
  const times = new Map<string, number>();
  let isOn = true;
  const run = async () => {
    for (let turn = 0; isOn; turn++) {
      const status = scene.status(unit, turn % 2 === 0 ? "To do" : "In progress");
      const move = "mutation ($id: ID!, $status: ID) { moveIssue(id: $id, status: $status) { lastEvent } }";
      const answer = await test.as("boss")<{ moveIssue: { lastEvent: string } }>(move, {
        id: issueId,
        status,
      });
      times.set(dataOf(answer).moveIssue.lastEvent, performance.now());
      await sleep(50);
    }
  };
  const running = run();
  return {
    times,
    stop: () => {
      isOn = false;
      return running;
    },
  };
}

describe("R2, LIV-02: a right that ends while a board is watched", () => {
  it("ends a stream that is opened only afterwards, from an event of before: what was loaded is no longer theirs", async () => {
    const since = await scene.lastEvent();
    await end("sales.dev1", "SALES");
    const late = await scene.board("sales.dev1", "SALES", { since });
    await late.untilOver();
    expect([late.isComplete, late.events]).toEqual([true, []]);
    await join("sales.dev1", "SALES", "DEVELOPER");
  });

  it("ends the stream within 2 s on every server, and no event comes after it, at 20 moves a second", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const watches = [
      await scene.board("dev.dev1", "DEV"),
      await scene.board("dev.dev1", "DEV", { url: other.url }),
    ];
    const stays = await scene.board("dev.dev2", "DEV");
    const moving = keepMoving(issue.id, "DEV");
    await Promise.all(watches.map((watch) => watch.until(() => watch.events.length > 5)));
    await end("dev.dev1", "DEV");
    const ended = performance.now();
    await Promise.all(watches.map((watch) => watch.untilOver(WITHIN_MS)));
    const counts = watches.map((watch) => watch.events.length);
    await sleep(500);
    await moving.stop();
    expect(watches.map((watch) => watch.events.length)).toEqual(counts);
    for (const watch of watches) {
      expect([watch.isComplete, watch.codes]).toEqual([true, []]);
      const late = watch.ids.filter((id) => (moving.times.get(id) ?? 0) > ended + WITHIN_MS);
      expect(late).toEqual([]);
      // The socket is the session's, which goes on.
      expect(await watch.client.ask("{ me { user { name } } }")).toMatchObject({ data: { me: {} } });
    }
    const last = [...moving.times.keys()].at(-1) ?? "";
    await stays.until(() => stays.has(last));
    expect(stays.isComplete).toBe(false);
    await join("dev.dev1", "DEV", "DEVELOPER");
  });

  it("nothing of an event that is written in the very transaction order after the end reaches who lost the right", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const watch = await scene.board("dev.dev1", "DEV");
    await scene.settle(watch, "dev.dev1", "DEV");
    const before = watch.events.length;
    // One statement after the other on one line, with nothing in between.
    await end("dev.dev1", "DEV");
    const move = "mutation ($id: ID!, $status: ID) { moveIssue(id: $id, status: $status) { lastEvent } }";
    dataOf(await test.as("boss")(move, { id: issue.id, status: scene.status("DEV", "Review") }));
    await watch.untilOver(WITHIN_MS);
    expect(watch.events.length).toBe(before);
    await join("dev.dev1", "DEV", "DEVELOPER");
  });

  it("another right to the board keeps it open, and takes away what it does not give", async () => {
    const [issue] = await makeIssues(test, [{ unit: "APP", estimate: 5 }]);
    await join("dev.dev2", "APP", "MANAGER");
    const watch = await scene.board("dev.dev2", "APP");
    await end("app.head", "APP");
    const [row] = await sql(
      "select id::text from membership where user_id = $1 and unit_id = $2 and role_id = $3 and ended_at is null",
      [test.company.people["dev.dev2"], scene.unit("APP"), test.company.roles.MANAGER],
    );
    dataOf(
      await test.as("boss")("mutation ($id: ID!) { removeMember(membership: $id) { id } }", {
        id: row?.["id"],
      }),
    );
    const comment = 'mutation ($id: ID!) { addComment(issue: $id, body: "secret", internal: true) { id } }';
    dataOf(await test.as("boss")(comment, { id: issue.id }));
    await scene.settle(watch, "dev.dev2", "APP");
    expect(watch.isComplete).toBe(false);
    expect(watch.kinds).not.toContain("COMMENT_ADDED");
    await join("app.head", "APP", "MANAGER");
  });

  it("R4: the right of a head of a project to the unit above ends with it", async () => {
    const watch = await scene.board("app.head", "DEV");
    await scene.settle(watch, "app.head", "DEV");
    await end("app.head", "APP");
    await watch.untilOver(WITHIN_MS);
    expect(watch.isComplete).toBe(true);
    await join("app.head", "APP", "MANAGER");
  });

  it("a change made by psql is seen like any other", async () => {
    const watch = await scene.board("design.dev1", "DESIGN");
    await scene.settle(watch, "design.dev1", "DESIGN");
    await sql("update membership set ended_at = now() where id = $1", [
      await membershipOf("design.dev1", "DESIGN"),
    ]);
    await watch.untilOver(WITHIN_MS);
    expect(watch.isComplete).toBe(true);
  });

  it("who never had a right to the board follows what is theirs, and goes on when others' rights end", async () => {
    const watch = await scene.board("outsider", "DEV");
    await scene.settle(watch, "outsider", "DEV");
    await end("dev.dev1", "DEV");
    await scene.settle(watch, "outsider", "DEV");
    expect(watch.isComplete).toBe(false);
    await join("dev.dev1", "DEV", "DEVELOPER");
  });
});

describe("R2, LIV-01, LIV-14: a session, token or user that ends closes its sockets with 4403", () => {
  async function secretFor(login: string, lasts = "1 day"): Promise<{ secret: string; id: string }> {
    const secret = newSecret();
    const insert = `insert into session (token_hash, user_id, expires_at) values ($1, $2, now() + $3::interval) returning id::text`;
    const [row] = await sql(insert, [secretHash(secret), test.company.people[login], lasts]);
    return { secret, id: row?.["id"] as string };
  }

  async function watchBy(secret: string, unit: string, url = test.server.url): Promise<Watch> {
    const client = await LiveClient.connect(url, secret);
    return scene.watch("nobody", BOARD_CHANGED, { unit: scene.unit(unit) }, { client });
  }

  async function expectClosed(watch: Watch, patienceMs = WITHIN_MS): Promise<void> {
    await watch.until(() => watch.client.closed !== null, patienceMs);
    expect(watch.client.closed?.code).toBe(4403);
    await expect(LiveClient.connect(test.server.url, "any")).rejects.toThrow("4403");
  }

  it("a session that is ended, on every server, and no other of the same person", async () => {
    const { secret, id } = await secretFor("dev.dev1");
    const [here, there] = [await watchBy(secret, "DEV"), await watchBy(secret, "DEV", other.url)];
    const second = await scene.board("dev.dev1", "DEV");
    await scene.settle(second, "dev.dev1", "DEV");
    dataOf(await test.as("dev.dev1")("mutation ($id: ID!) { endSession(id: $id) }", { id }));
    await Promise.all([expectClosed(here), expectClosed(there)]);
    await scene.settle(second, "dev.dev1", "DEV");
    expect(second.client.closed).toBeNull();
    await expect(LiveClient.connect(test.server.url, secret)).rejects.toThrow("4403");
  });

  it("a session that expires, by itself, though nothing happens", async () => {
    const { secret } = await secretFor("dev.dev1", "1500 milliseconds");
    await expectClosed(await watchBy(secret, "DEV"), 5_000);
  });

  it("a session whose end was put off lives on", async () => {
    const { secret, id } = await secretFor("dev.dev1", "1500 milliseconds");
    const watch = await watchBy(secret, "DEV");
    await sql("update session set expires_at = now() + interval '1 day' where id = $1", [id]);
    await sleep(2_500);
    expect(watch.client.closed).toBeNull();
    await scene.settle(watch, "dev.dev1", "DEV");
    watch.client.terminate();
  });

  it("a token that is revoked", async () => {
    const make = 'mutation { createApiToken(name: "live", scopes: [READ]) { id token } }';
    const made = dataOf(
      await test.as("dev.dev2")<{ createApiToken: { id: string; token: string } }>(make),
    ).createApiToken;
    const client = await LiveClient.open(test.server.url);
    client.say({ type: "connection_init", payload: { authorization: `Bearer ${made.token}` } });
    await client.until(() => client.received.length > 0);
    const watch = await scene.watch("nobody", BOARD_CHANGED, { unit: scene.unit("DEV") }, { client });
    await scene.settle(watch, "dev.dev2", "DEV");
    dataOf(await test.as("dev.dev2")("mutation ($id: ID!) { revokeApiToken(id: $id) }", { id: made.id }));
    await expectClosed(watch);
  });

  it("a user who is deactivated", async () => {
    const watch = await scene.board("sales.rep1", "SALES");
    await scene.settle(watch, "sales.rep1", "SALES");
    const deactivate = "mutation ($id: ID!) { deactivateUser(id: $id) { active } }";
    dataOf(await test.as("boss")(deactivate, { id: test.company.people["sales.rep1"] }));
    await expectClosed(watch);
  });

  it("every session of who signs out everywhere", async () => {
    const watches = [
      await scene.board("comm.head", "SALES"),
      await watchBy((await secretFor("comm.head")).secret, "SALES"),
    ];
    dataOf(await test.as("comm.head")("mutation { signOutEverywhere }"));
    await Promise.all(watches.map((watch) => expectClosed(watch)));
  });
});
