import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Browser } from "../../testing/browser.js";
import { eventsOf } from "../../testing/events.js";
import { OrgCalls, shown } from "../../testing/org-calls.js";
import { givePasswords } from "../../testing/passwords.js";
import { runSql } from "../../testing/sql.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const LOGIN =
  "mutation($email: String!, $password: String!) { login(email: $email, password: $password) { isAdmin } }";
const ME = "{ me { user { name } } }";
const CHANGE =
  "mutation($current: String!, $new: String!, $m: String) { changePassword(current: $current, new: $new, clientMutationId: $m) { user { name } } }";
const SESSIONS = "{ sessions { id device address createdAt lastSeenAt current } }";
const END = "mutation($id: ID!, $m: String) { endSession(id: $id, clientMutationId: $m) }";

interface SessionRow {
  readonly id: string;
  readonly device: string | null;
  readonly address: string | null;
  readonly current: boolean;
}

let test: TestServer;
let calls: OrgCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new OrgCalls(test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  await sql("delete from login_attempt");
  await givePasswords(test, { "dev.head": "old password", boss: "boss password" });
});

const sql = (text: string, values: readonly unknown[] = []) => runSql(test.database.connection, text, values);

/** A browser of its own, signed in. */
async function signedIn(login = "dev.head", password = "old password"): Promise<Browser> {
  const browser = new Browser(test.server.url);
  const headers = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
  dataOf(await browser.ask(LOGIN, { email: `${login}@demo.test`, password }, headers));
  return browser;
}

async function isSignedIn(browser: Browser): Promise<boolean> {
  return dataOf(await browser.ask<{ me: object | null }>(ME)).me !== null;
}

async function sessionsOf(browser: Browser): Promise<readonly SessionRow[]> {
  return dataOf(await browser.ask<{ sessions: SessionRow[] }>(SESSIONS)).sessions;
}

describe("changePassword", () => {
  const change = { current: "old password", new: "new password" };

  it("is refused to a stranger and to who has just been deactivated", async () => {
    expect(await calls.refusedAs("nobody", CHANGE, change)).toBe("UNAUTHENTICATED");
    await sql("update app_user set active = false where email = 'service.head@demo.test'");
    expect(await calls.refusedAs("service.head", CHANGE, change)).toBe("UNAUTHENTICATED");
  });

  it("AUT-07, LIV-14: gives this browser a new secret and ends every other session; the old password opens nothing", async () => {
    const [mine, elsewhere] = [await signedIn(), await signedIn()];
    const before = mine.secret;
    const events = await eventsOf(test, async () => {
      expect(dataOf(await mine.ask(CHANGE, change))).toEqual({
        changePassword: { user: { name: "dev.head" } },
      });
    });
    expect(mine.secret).not.toBe(before);
    expect(await isSignedIn(mine)).toBe(true);
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(await isSignedIn(new Browser(test.server.url, before))).toBe(false);
    await expect(signedIn()).rejects.toThrow("UNAUTHENTICATED");
    expect(await isSignedIn(await signedIn("dev.head", "new password"))).toBe(true);
    expect(events).toMatchObject([
      {
        kind: "PASSWORD_CHANGED",
        entity: "user",
        entityId: calls.person("dev.head"),
        actorId: calls.person("dev.head"),
        changes: [],
      },
    ]);
    expect(JSON.stringify(await sql("select * from event"))).not.toMatch(/password"|argon2/);
  });

  it.each([
    ["a wrong present one", { ...change, current: "wrong" }, "BAD_USER_INPUT current"],
    ["TXT-05: a present one with NUL", { ...change, current: "old\0password" }, "BAD_USER_INPUT current"],
    ["a short one", { ...change, new: "short" }, "BAD_USER_INPUT new"],
    ["the mail address", { ...change, new: "Dev.Head@demo.test" }, "BAD_USER_INPUT new"],
    ["TXT-05: one with NUL", { ...change, new: "new\0password" }, "BAD_USER_INPUT new"],
  ])("refuses %s and changes nothing", async (_, variables, expected) => {
    const browser = await signedIn();
    const secret = browser.secret;
    expect(shown(await browser.ask(CHANGE, variables))).toBe(expected);
    expect(browser.secret).toBe(secret);
    expect(await isSignedIn(await signedIn())).toBe(true);
  });

  it("tries at an open session count as those of the login: five, of a hundred at the same time", async () => {
    const browser = await signedIn();
    const guesses = Array.from({ length: 100 }, (_, n) =>
      browser.ask(CHANGE, { current: `guess ${String(n)}`, new: "taken over" }),
    );
    const answers = (await Promise.all(guesses)).map(shown);
    expect(answers.filter((answer) => answer === "BAD_USER_INPUT current")).toHaveLength(5);
    expect(answers.filter((answer) => answer === "RATE_LIMITED")).toHaveLength(95);
    expect(shown(await browser.ask(CHANGE, change))).toBe("RATE_LIMITED");
  });

  it("acts once for a clientMutationId: a repeat is answered though the present password is another now", async () => {
    const browser = await signedIn();
    const events = await eventsOf(test, async () => {
      dataOf(await browser.ask(CHANGE, { ...change, m: "p1" }));
      const secret = browser.secret;
      dataOf(await browser.ask(CHANGE, { ...change, m: "p1" }));
      expect(browser.secret).toBe(secret);
    });
    expect(events).toHaveLength(1);
    const other = await browser.ask(CHANGE, { ...change, new: "third password", m: "p1" });
    expect(shown(other)).toBe("CONFLICT clientMutationId");
  });

  it("of two changes at the same time from one password one is taken", async () => {
    const browsers = [await signedIn(), await signedIn()];
    const answers = await Promise.all(
      browsers.map((browser, n) => browser.ask(CHANGE, { ...change, new: `password ${String(n)}` })),
    );
    expect(answers.map(shown).sort()[0]).toMatch(/^(BAD_USER_INPUT current|OK)$/);
    expect(answers.map(shown).filter((answer) => answer === "OK")).toHaveLength(1);
  });

  it("a login with the old password at the same time leaves no session behind", async () => {
    for (let round = 0; round < 8; round++) {
      await givePasswords(test, { "dev.head": "old password" });
      const mine = await signedIn();
      const late = new Browser(test.server.url);
      await Promise.all([
        mine.ask(CHANGE, change),
        late.ask(LOGIN, { email: "dev.head@demo.test", password: "old password" }),
      ]);
      expect(await isSignedIn(late)).toBe(false);
    }
  });
});

describe("sessions", () => {
  it("lists the viewer's own, and says which one asks", async () => {
    await sql("update session set ended_at = now() where user_id = $1", [calls.person("dev.head")]);
    const [mine, other] = [await signedIn(), await signedIn()];
    const listed = await sessionsOf(mine);
    expect(listed).toHaveLength(2);
    expect(listed).toContainEqual(
      expect.objectContaining({ device: "Firefox on Linux", address: "127.0.0.1", current: true }),
    );
    const others = await sessionsOf(other);
    expect(others.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
    expect(others.find(({ current }) => current)?.id).not.toBe(listed.find(({ current }) => current)?.id);
    const boss = await sessionsOf(await signedIn("boss", "boss password"));
    expect(boss.map(({ id }) => id)).not.toEqual(expect.arrayContaining(listed.map(({ id }) => id)));
  });

  it("ends by itself, after its thirty days", async () => {
    const browser = await signedIn();
    expect(await isSignedIn(browser)).toBe(true);
    const [row] = (await sessionsOf(browser)).filter(({ current }) => current);
    await sql("update session set expires_at = now() where id = $1", [row?.id]);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it("notes its last use at most every five minutes, and not while anybody waits", async () => {
    const browser = await signedIn();
    const [row] = (await sessionsOf(browser)).filter(({ current }) => current);
    const seen = () =>
      sql("select last_seen_at > now() - interval '1 minute' as now from session where id = $1", [row?.id]);
    await sql("update session set last_seen_at = now() - interval '1 hour' where id = $1", [row?.id]);
    await isSignedIn(browser);
    expect(await seen()).toEqual([{ now: false }]);
    const another = await startTestServer();
    try {
      const secret = another.company.secrets["boss"] ?? "";
      const { connection } = another.database;
      await runSql(connection, "update session set last_seen_at = now() - interval '1 hour'");
      await isSignedIn(new Browser(another.server.url, secret));
      await expect
        .poll(async () =>
          runSql(connection, "select 1 from session where last_seen_at > now() - interval '1 minute'"),
        )
        .toHaveLength(1);
    } finally {
      await another.stop();
    }
  });
});

describe("endSession", () => {
  it("PER-14: answers for another's session as for none, and changes nothing", async () => {
    const [row] = await sql("select id from session where user_id = $1", [calls.person("boss")]);
    for (const id of [row?.["id"], "999999", "x", "0"]) {
      expect(await calls.refusedAs("sales.head", END, { id })).toBe("NOT_FOUND");
    }
  });

  it("LIV-01: ends one session at once; a repeat without a clientMutationId finds none", async () => {
    const [mine, other] = [await signedIn(), await signedIn()];
    const [row] = (await sessionsOf(other)).filter(({ current }) => current);
    expect(await isSignedIn(other)).toBe(true);
    const variables = { id: row?.id, m: "e1" };
    expect(dataOf(await mine.ask(END, variables))).toEqual({ endSession: true });
    expect(await isSignedIn(other)).toBe(false);
    expect(dataOf(await mine.ask(END, variables))).toEqual({ endSession: true });
    expect(shown(await mine.ask(END, { id: row?.id }))).toBe("NOT_FOUND");
    expect(await isSignedIn(mine)).toBe(true);
  });

  it("takes the cookie away when it is this one", async () => {
    const mine = await signedIn();
    const [row] = (await sessionsOf(mine)).filter(({ current }) => current);
    dataOf(await mine.ask(END, { id: row?.id }));
    expect(mine.secret).toBeNull();
  });
});

describe("signOutEverywhere", () => {
  it("ends all of the viewer's sessions and nobody else's, and counts them", async () => {
    await sql("update session set ended_at = now() where user_id = $1", [calls.person("dev.head")]);
    const [mine, other, boss] = [await signedIn(), await signedIn(), await signedIn("boss", "boss password")];
    expect(dataOf(await mine.ask("mutation { signOutEverywhere }"))).toEqual({ signOutEverywhere: 2 });
    expect(mine.secret).toBeNull();
    expect(await isSignedIn(other)).toBe(false);
    expect(await isSignedIn(boss)).toBe(true);
  });
});
