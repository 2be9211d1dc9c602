import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { secretHash } from "../../access/authenticate.js";
import { Browser } from "../../testing/browser.js";
import { eventsOf } from "../../testing/events.js";
import { ADD, OrgCalls, shown } from "../../testing/org-calls.js";
import { givePasswords } from "../../testing/passwords.js";
import { runSql } from "../../testing/sql.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const INVITE =
  "mutation($id: ID!, $m: String) { inviteUser(user: $id, clientMutationId: $m) { url mailed expiresAt user { name } } }";
const ACCEPT =
  "mutation($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { user { name } } }";
const LOGIN =
  "mutation($email: String!, $password: String!) { login(email: $email, password: $password) { user { name } } }";
const ME = "{ me { user { name } } }";

interface Invited {
  readonly inviteUser: { readonly url: string; readonly mailed: boolean; readonly expiresAt: string };
}

let test: TestServer;
let calls: OrgCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new OrgCalls(test);
});
afterAll(() => test.stop());
beforeEach(() => sql("delete from login_attempt"));

const sql = (text: string, values: readonly unknown[] = []) => runSql(test.database.connection, text, values);

async function invite(whom: string, more: Record<string, unknown> = {}) {
  return dataOf(await test.as("admin")<Invited>(INVITE, { id: calls.person(whom), ...more })).inviteUser;
}

const tokenOf = ({ url }: { readonly url: string }) => new URL(url).searchParams.get("token") ?? "";

async function accept(token: string, password = "chosen password", browser = new Browser(test.server.url)) {
  return browser.ask(ACCEPT, { token, password });
}

async function loginAs(who: string, password: string) {
  const browser = new Browser(test.server.url);
  return { browser, answer: await browser.ask(LOGIN, { email: `${who}@demo.test`, password }) };
}

describe("inviteUser", () => {
  it.each([
    ["dev.head", "dev.dev1", "FORBIDDEN R2"],
    ["outsider", "outsider", "FORBIDDEN R2"],
    ["admin", "boss", "FORBIDDEN R2"],
    ["admin", "nobody", "NOT_FOUND"],
  ])("R2: %s does not invite %s: %s", async (who, whom, expected) => {
    const id = whom === "nobody" ? "999999" : calls.person(whom);
    expect(await calls.refusedAs(who, INVITE, { id })).toBe(expected);
    expect(await calls.refusedAs(who, INVITE, { id: "-1" })).toBe("NOT_FOUND");
  });

  it("R2: is refused to who has just ceased to be a boss", async () => {
    await calls.whileManager("sales.head", "DEMO", async () => {
      dataOf(await test.as("sales.head")(INVITE, { id: calls.person("outsider") }));
    });
    expect(await calls.refusedAs("sales.head", INVITE, { id: calls.person("outsider") })).toBe(
      "FORBIDDEN R2",
    );
  });

  it("shows the link where there is no SMTP, for seven days, with its event and no secret in it", async () => {
    const invitations: Invited["inviteUser"][] = [];
    const events = await eventsOf(test, async () => {
      invitations.push(await invite("analyst"));
    });
    const [{ url, mailed, expiresAt } = { url: "", mailed: true, expiresAt: "" }] = invitations;
    expect(url).toMatch(/^http:\/\/localhost:\d+\/invite\?token=[\w-]{43}$/);
    expect(mailed).toBe(false);
    expect((Date.parse(expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(7, 2);
    expect(events).toMatchObject([
      {
        kind: "INVITED",
        entity: "user",
        entityId: calls.person("analyst"),
        actorId: calls.person("admin"),
        changes: [{ field: "invitedUntil", before: null, after: expiresAt }],
      },
    ]);
    const [kept] = await sql(
      "select (select json_agg(i)::text from invitation i) || (select json_agg(e)::text from event e) as kept",
    );
    expect(JSON.stringify(kept)).not.toContain(tokenOf({ url }));
  });

  it("acts once for a clientMutationId and shows the same link again", async () => {
    const events = await eventsOf(test, async () => {
      const [one, two] = await Promise.all([
        invite("dev.rep1", { m: "i1" }),
        invite("dev.rep1", { m: "i1" }),
      ]);
      expect(two).toEqual(one);
    });
    expect(events).toHaveLength(1);
  });

  it("is a conflict for who was deactivated", async () => {
    await sql("update app_user set active = false where email = 'service.head@demo.test'");
    expect(await calls.refusedAs("admin", INVITE, { id: calls.person("service.head") })).toBe("CONFLICT R2");
  });

  it("only a boss lets a boss in anew", async () => {
    dataOf(await test.as("boss")(ADD, calls.member("DEMO", "comm.head", "MANAGER")));
    const id = calls.person("comm.head");
    expect(await calls.refusedAs("admin", INVITE, { id })).toBe("FORBIDDEN R2");
    expect(shown(await test.as("boss")(INVITE, { id }))).toBe("OK");
  });
});

describe("acceptInvitation", () => {
  it("sets the password, signs in, and is an event of the person's own", async () => {
    const token = tokenOf(await invite("dev.dev1"));
    const browser = new Browser(test.server.url);
    const events = await eventsOf(test, async () => {
      expect(dataOf(await accept(token, "chosen password", browser))).toEqual({
        acceptInvitation: { user: { name: "dev.dev1" } },
      });
    });
    expect(dataOf(await browser.ask(ME))).toEqual({ me: { user: { name: "dev.dev1" } } });
    expect(shown((await loginAs("dev.dev1", "chosen password")).answer)).toBe("OK");
    expect(events).toMatchObject([
      {
        kind: "PASSWORD_CHANGED",
        entity: "user",
        entityId: calls.person("dev.dev1"),
        actorId: calls.person("dev.dev1"),
        changes: [{ field: "invitedUntil", after: null }],
      },
    ]);
  });

  it("AUT-05: works once, of ten at the same time too, and says the same of any dead link", async () => {
    const token = tokenOf(await invite("dev.dev2"));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => accept(token, `password ${String(n)}`)),
    );
    expect(answers.map(shown).filter((answer) => answer === "OK")).toHaveLength(1);
    const [used, never] = [await accept(token), await accept("never made")];
    expect(used).toEqual(never);
    expect(used.errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", message: { key: "link.ended" } });
  });

  it("AUT-05: not after seven days, and not after a newer one", async () => {
    const late = tokenOf(await invite("sales.dev1"));
    await sql("update invitation set expires_at = now() where token_hash = $1", [secretHash(late)]);
    expect(shown(await accept(late))).toBe("NOT_FOUND");
    const [older, newer] = [tokenOf(await invite("sales.rep1")), tokenOf(await invite("sales.rep1"))];
    expect(shown(await accept(older))).toBe("NOT_FOUND");
    expect(shown(await accept(newer))).toBe("OK");
  });

  it("AUT-04: not after the password was changed otherwise", async () => {
    await givePasswords(test, { "design.dev1": "his password" });
    const token = tokenOf(await invite("design.dev1"));
    const { browser } = await loginAs("design.dev1", "his password");
    dataOf(
      await browser.ask(
        'mutation { changePassword(current: "his password", new: "new password") { isBoss } }',
      ),
    );
    expect(shown(await accept(token))).toBe("NOT_FOUND");
    expect(shown((await loginAs("design.dev1", "new password")).answer)).toBe("OK");
  });

  it("LIV-14: ends the sessions that the person had", async () => {
    await givePasswords(test, { "design.rep1": "old password" });
    const { browser } = await loginAs("design.rep1", "old password");
    expect(dataOf(await browser.ask(ME))["me"]).not.toBeNull();
    dataOf(await accept(tokenOf(await invite("design.rep1"))));
    expect(dataOf(await browser.ask(ME))["me"]).toBeNull();
    expect(shown((await loginAs("design.rep1", "old password")).answer)).toBe("UNAUTHENTICATED");
  });

  it("AUT-07: the session that the browser had before ends", async () => {
    await givePasswords(test, { outsider: "his password" });
    const { browser } = await loginAs("outsider", "his password");
    const before = new Browser(test.server.url, browser.secret);
    dataOf(await accept(tokenOf(await invite("prod.head")), "chosen password", browser));
    expect(dataOf(await browser.ask(ME))).toEqual({ me: { user: { name: "prod.head" } } });
    expect(dataOf(await before.ask(ME))["me"]).toBeNull();
  });

  it("refuses a password that is none, and the link stays good", async () => {
    const token = tokenOf(await invite("app.head"));
    for (const password of ["short", "", "with\0nul in it", "App.Head@demo.test"]) {
      expect(shown(await accept(token, password))).toBe("BAD_USER_INPUT password");
    }
    expect(shown(await accept("to\0ken"))).toBe("NOT_FOUND");
    expect(shown(await accept(token))).toBe("OK");
  });
});
