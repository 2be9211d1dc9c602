import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Browser } from "../../testing/browser.js";
import { eventsOf } from "../../testing/events.js";
import { ADD, OrgCalls, shown } from "../../testing/org-calls.js";
import { givePasswords } from "../../testing/passwords.js";
import { runSql } from "../../testing/sql.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const CREATE =
  "mutation($name: String!, $email: String!, $password: String, $m: String) { createUser(name: $name, email: $email, password: $password, clientMutationId: $m) { id name email active } }";
const DEACTIVATE =
  "mutation($id: ID!, $m: String) { deactivateUser(id: $id, clientMutationId: $m) { id name active } }";
const LOGIN =
  "mutation($email: String!, $password: String!) { login(email: $email, password: $password) { user { name } locale timeZone } }";
const ME = "{ me { user { name } } }";

let test: TestServer;
let calls: OrgCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new OrgCalls(test);
});
afterAll(() => test.stop());
beforeEach(() => sql("delete from login_attempt"));

const sql = (text: string, values: readonly unknown[] = []) => runSql(test.database.connection, text, values);
const newUser = (login: string, more: Record<string, unknown> = {}) => ({
  name: `Person ${login}`,
  email: `${login}@demo.test`,
  ...more,
});

async function login(email: string, password: string) {
  const browser = new Browser(test.server.url);
  return { browser, answer: await browser.ask(LOGIN, { email, password }) };
}

describe("createUser", () => {
  it.each(["dev.head", "dev.dev1", "analyst", "outsider"])("R2: is refused to %s", async (who) => {
    expect(await calls.refusedAs(who, CREATE, newUser("new"))).toBe("FORBIDDEN R2");
  });

  it("R2: is refused to who has just ceased to be a boss", async () => {
    await calls.whileManager("sales.head", "DEMO", async () => {
      dataOf(await test.as("sales.head")(CREATE, newUser("by.boss")));
    });
    expect(await calls.refusedAs("sales.head", CREATE, newUser("by.none"))).toBe("FORBIDDEN R2");
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a blank name", { name: "\t" }, "BAD_USER_INPUT name"],
    ["TXT-05: a name with NUL", { name: "a\0" }, "BAD_USER_INPUT name"],
    ["what is no address", { email: "new" }, "BAD_USER_INPUT email"],
    ["TXT-05: an address with NUL", { email: "a\0@demo.test" }, "BAD_USER_INPUT email"],
    ["an address in use, in other case", { email: " BOSS@Demo.test" }, "BAD_USER_INPUT email"],
    ["a short password", { password: "short" }, "BAD_USER_INPUT password"],
    ["an empty password", { password: "" }, "BAD_USER_INPUT password"],
    ["the address as password", { password: "NEW@demo.test" }, "BAD_USER_INPUT password"],
  ])("refuses %s", async (_, wrong, expected) => {
    expect(await calls.refusedAs("admin", CREATE, newUser("new", wrong))).toBe(expected);
  });

  it("an admin makes a person who signs in with the given password, with the company's zone, and the event", async () => {
    const events = await eventsOf(test, async () => {
      const made = await test.as("admin")(CREATE, newUser("Anna", { password: "first password" }));
      expect(dataOf(made)).toMatchObject({
        createUser: { name: "Person Anna", email: "anna@demo.test", active: true },
      });
    });
    expect(events).toMatchObject([
      {
        kind: "USER_CREATED",
        entity: "user",
        actorId: calls.person("admin"),
        changes: [
          { field: "name", after: "Person Anna" },
          { field: "email", after: "anna@demo.test" },
          { field: "active", after: true },
        ],
      },
    ]);
    const { answer } = await login("anna@demo.test", "first password");
    expect(dataOf(answer)).toEqual({
      login: { user: { name: "Person Anna" }, locale: "en", timeZone: "Europe/Budapest" },
    });
  });

  it("without a password nobody can sign in yet", async () => {
    dataOf(await test.as("boss")(CREATE, newUser("later")));
    expect(shown((await login("later@demo.test", "any password")).answer)).toBe("UNAUTHENTICATED");
  });

  it("acts once for a clientMutationId; another password is another input", async () => {
    const variables = newUser("once", { password: "one password", m: "u1" });
    const answers = await Promise.all([1, 2].map(() => test.as("admin")(CREATE, variables)));
    expect(dataOf(answers[0] ?? { data: null })).toEqual(dataOf(answers[1] ?? { data: null }));
    const other = { ...variables, password: "other password" };
    expect(await calls.refusedAs("admin", CREATE, other)).toBe("CONFLICT clientMutationId");
    expect(dataOf(await test.as("admin")(CREATE, variables))).toEqual(dataOf(answers[0] ?? { data: null }));
  });

  it("of two at the same time with one address, one is made", async () => {
    const answers = await Promise.all(
      ["admin", "boss"].map((who) => test.as(who)(CREATE, newUser("twin", { email: "Twin@demo.test" }))),
    );
    expect(answers.map(shown).sort()).toEqual(["BAD_USER_INPUT email", "OK"]);
  });
});

describe("deactivateUser", () => {
  const TOKEN = 'mutation { createApiToken(name: "t") { token } }';
  const INVITE = "mutation($id: ID!) { inviteUser(user: $id) { url } }";

  it.each<[string, string, string]>([
    ["dev.head", "dev.dev1", "FORBIDDEN R2"],
    ["outsider", "outsider", "FORBIDDEN R2"],
    ["dev.head", "nobody", "NOT_FOUND"],
    ["admin", "boss", "CONFLICT R2"],
    ["boss", "boss", "CONFLICT R2"],
  ])("R2: %s does not deactivate %s: %s", async (who, whom, expected) => {
    const id = whom === "nobody" ? "999999" : calls.person(whom);
    expect(await calls.refusedAs(who, DEACTIVATE, { id })).toBe(expected);
    expect(await calls.refusedAs(who, DEACTIVATE, { id: "x" })).toBe("NOT_FOUND");
  });

  it("R2: is refused to who has just ceased to be a boss", async () => {
    await calls.whileManager("sales.head", "DEMO", () => Promise.resolve());
    expect(await calls.refusedAs("sales.head", DEACTIVATE, { id: calls.person("dev.dev1") })).toBe(
      "FORBIDDEN R2",
    );
  });

  it("R2, LIV-14: ends sessions, tokens and links at once; memberships stay and count for nothing", async () => {
    await givePasswords(test, { "design.head": "her password" });
    const { browser } = await login("design.head@demo.test", "her password");
    const made = await browser.ask<{ createApiToken: { token: string } }>(TOKEN);
    const { token } = dataOf(made).createApiToken;
    const id = calls.person("design.head");
    const invited = await test.as("admin")<{ inviteUser: { url: string } }>(INVITE, { id });
    const link = new URL(dataOf(invited).inviteUser.url).searchParams.get("token");
    expect(dataOf(await browser.ask(ME))["me"]).not.toBeNull();

    const events = await eventsOf(test, async () => {
      const answer = await test.as("admin")(DEACTIVATE, { id, m: "d1" });
      expect(dataOf(answer)).toEqual({ deactivateUser: { id, name: "design.head", active: false } });
    });

    expect(dataOf(await browser.ask(ME))["me"]).toBeNull();
    const byToken = await fetch(`${test.server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: "{ units { key } }" }),
    });
    expect(await byToken.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect(shown((await login("design.head@demo.test", "her password")).answer)).toBe("UNAUTHENTICATED");
    const accept =
      'mutation($t: String!) { acceptInvitation(token: $t, password: "new password") { isBoss } }';
    expect(shown(await new Browser(test.server.url).ask(accept, { t: link }))).toBe("NOT_FOUND");
    const heads = "query($id: ID!) { unit(id: $id) { heads { name } members { user { name active } } } }";
    expect(dataOf(await test.as("boss")(heads, { id: calls.unit("DESIGN") }))).toMatchObject({
      unit: {
        heads: [{ name: "prod.head" }],
        members: expect.arrayContaining([{ user: { name: "design.head", active: false } }]) as unknown,
      },
    });
    expect(events).toMatchObject([
      {
        kind: "USER_DEACTIVATED",
        entityId: id,
        actorId: calls.person("admin"),
        changes: [
          { field: "active", before: true, after: false },
          { field: "invitedUntil", after: null },
        ],
      },
      { kind: "TOKEN_REVOKED", entity: "apiToken" },
    ]);
    expect(new Set(events.map(({ operation }) => operation)).size).toBe(1);
  });

  it("once more changes nothing, and is no event", async () => {
    const id = calls.person("design.head");
    expect(await calls.refusedAs("admin", DEACTIVATE, { id })).toBe("OK");
    const wish = calls.member("DESIGN", "design.head", "DEVELOPER");
    expect(await calls.refusedAs("boss", ADD, wish)).toBe("CONFLICT R2");
  });

  it("a login at the same time leaves no session behind", async () => {
    await givePasswords(test, { "design.dev1": "his password" });
    for (let round = 0; round < 8; round++) {
      await sql("update app_user set active = true where id = $1", [calls.person("design.dev1")]);
      await Promise.all([
        test.as("admin")(DEACTIVATE, { id: calls.person("design.dev1") }),
        login("design.dev1@demo.test", "his password"),
      ]);
      const left = await sql("select 1 from session where user_id = $1 and ended_at is null", [
        calls.person("design.dev1"),
      ]);
      expect(left).toEqual([]);
    }
  });
});
