import { afterEach, describe, expect, it } from "vitest";
import { startServer, type RunningServer } from "../../app.js";
import { Browser } from "../../testing/browser.js";
import { shown } from "../../testing/org-calls.js";
import { runSql } from "../../testing/sql.js";
import { createTestDatabase, type TestDatabase } from "../../testing/test-database.js";
import { dataOf } from "../../testing/test-server.js";

const SET_UP =
  "mutation($input: SetUpInput!) { setUp(input: $input) { user { name email } isBoss isAdmin locale timeZone memberships { unit { key name kind statuses { name } } role { base } } } }";

const INPUT = {
  start: "EMPTY",
  name: "Ilona Nagy",
  email: " Ilona@Example.org ",
  password: "first password",
  companyName: "Műhely és Társa Kft.",
  locale: "hu",
  timeZone: "Europe/Budapest",
};

let undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.reverse()) await step();
  undo = [];
});

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  undo.push(() => database.drop());
  return database;
}

async function start(database: TestDatabase): Promise<RunningServer> {
  const settings = { host: "127.0.0.1", port: 0, logLevel: "silent" };
  const server = await startServer(settings, database.connection);
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await server.stop();
    isStopped = true;
  };
  undo.push(stop);
  return { ...server, stop };
}

function tokenIn(server: RunningServer): string {
  const link = server.lines.map((line) => /https?:\S+\/setup\?token=([\w-]+)$/.exec(line)?.[1]);
  return link.find((token) => token !== undefined) ?? "";
}

function setUp(server: RunningServer, more: Record<string, unknown> = {}, browser = new Browser(server.url)) {
  return browser.ask(SET_UP, { input: { ...INPUT, token: tokenIn(server), ...more } });
}

const rows = (database: TestDatabase, text: string) => runSql(database.connection, text);

/** Of what a refused set-up must leave empty. */
const COUNTS =
  "select (select count(*) from app_user)::int + (select count(*) from unit)::int + (select count(*) from event)::int as n";

describe("setUp with an empty company", () => {
  it("section 10: the printed link makes the company, its root, its first boss and their session, with events by them", async () => {
    const database = await emptyDatabase();
    const server = await start(database);
    const browser = new Browser(server.url);
    expect(dataOf(await setUp(server, {}, browser))).toMatchObject({
      setUp: {
        user: { name: "Ilona Nagy", email: "ilona@example.org" },
        isBoss: true,
        isAdmin: false,
        locale: "hu",
        timeZone: "Europe/Budapest",
        memberships: [
          {
            unit: { key: "MUHELY", name: "Műhely és Társa Kft.", kind: "COMPANY" },
            role: { base: "MANAGER" },
          },
        ],
      },
    });
    expect(dataOf(await browser.ask("{ units { key can { manage } } }"))).toEqual({
      units: [{ key: "MUHELY", can: { manage: true } }],
    });
    const login = 'mutation { login(email: "ilona@example.org", password: "first password") { isBoss } }';
    expect(shown(await new Browser(server.url).ask(login))).toBe("OK");
    const events = await rows(
      database,
      "select kind, actor_id = (select id from app_user) as own from event order by id",
    );
    expect(events).toEqual(
      ["USER_CREATED", "COMPANY_SET_UP", "UNIT_CREATED", "MEMBER_ADDED"].map((kind) => ({ kind, own: true })),
    );
  });

  it("AUT-05: works once, of five at the same time too", async () => {
    const database = await emptyDatabase();
    const server = await start(database);
    const tries = Array.from({ length: 5 }, (_, n) =>
      setUp(server, { email: `boss${String(n)}@example.org` }),
    );
    const answers = (await Promise.all(tries)).map(shown).sort();
    expect(answers).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "OK"]);
    expect(await rows(database, "select count(*)::int as n from app_user")).toEqual([{ n: 1 }]);
    expect(shown(await setUp(server))).toBe("NOT_FOUND");
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["another token", { token: "x".repeat(43) }, "NOT_FOUND"],
    ["TXT-05: a token with NUL", { token: "\0" }, "NOT_FOUND"],
    ["no company's name", { companyName: null }, "BAD_USER_INPUT companyName"],
    ["a company's name with NUL", { companyName: "a\0" }, "BAD_USER_INPUT companyName"],
    ["a blank name", { name: " " }, "BAD_USER_INPUT name"],
    ["what is no address", { email: "ilona" }, "BAD_USER_INPUT email"],
    ["a short password", { password: "short" }, "BAD_USER_INPUT password"],
    ["a language that is none", { locale: "xx" }, "BAD_USER_INPUT locale"],
    ["a time zone that is none", { timeZone: "Mars/Base" }, "BAD_USER_INPUT timeZone"],
  ])("refuses %s, changes nothing, and the link stays good", async (_, wrong, expected) => {
    const database = await emptyDatabase();
    const server = await start(database);
    expect(shown(await setUp(server, wrong))).toBe(expected);
    expect(await rows(database, COUNTS)).toEqual([{ n: 0 }]);
    expect(shown(await setUp(server))).toBe("OK");
  });

  it("each start prints a new link and the one before opens nothing; with a company there is none", async () => {
    const database = await emptyDatabase();
    const first = await start(database);
    const older = tokenIn(first);
    await first.stop();
    const second = await start(database);
    expect(tokenIn(second)).not.toBe(older);
    expect(shown(await setUp(second, { token: older }))).toBe("NOT_FOUND");
    expect(shown(await setUp(second))).toBe("OK");
    await second.stop();
    expect((await start(database)).lines).toEqual([]);
  });
});

describe("setUp with the demo company", () => {
  const DEMO = { start: "DEMO", companyName: null };

  it("makes the demo company, with this person as one more manager of its root", async () => {
    const database = await emptyDatabase();
    const server = await start(database);
    const browser = new Browser(server.url);
    expect(dataOf(await setUp(server, DEMO, browser))).toMatchObject({
      setUp: { isBoss: true, memberships: [{ unit: { key: "DEMO" }, role: { base: "MANAGER" } }] },
    });
    const heads = 'query { unit(key: "DEMO") { heads { email } } }';
    const { unit } = dataOf(await browser.ask<{ unit: { heads: { email: string }[] } }>(heads));
    expect(unit.heads.map(({ email }) => email).sort()).toEqual(["boss@demo.test", "ilona@example.org"]);
    expect(shown(await setUp(server, DEMO))).toBe("NOT_FOUND");
  });

  it("goes on where it was broken off: the demo company is there, its new boss is not", async () => {
    const database = await emptyDatabase();
    const first = await start(database);
    // The address is a demo login's, which shows only once the demo company is there.
    expect(shown(await setUp(first, { ...DEMO, email: "boss@demo.test" }))).toBe("BAD_USER_INPUT email");
    await first.stop();
    const second = await start(database);
    expect(shown(await setUp(second, DEMO))).toBe("OK");
    const units = await rows(database, "select count(*)::int as n from unit where parent_id is null");
    expect(units).toEqual([{ n: 1 }]);
    await second.stop();
    expect((await start(database)).lines).toEqual([]);
  });
});
