import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { secretHash } from "../../access/authenticate.js";
import { Browser } from "../../testing/browser.js";
import { givePasswords } from "../../testing/passwords.js";
import { runSql } from "../../testing/sql.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const LOGIN =
  "mutation($email: String!, $password: String!) { login(email: $email, password: $password) { user { name } isBoss isAdmin locale timeZone memberships { unit { key } role { base } } } }";
const ME = "{ me { user { name } } }";

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
  await givePasswords(test, { boss: "right horse", "dev.head": "dev password" });
});
afterAll(() => test.stop());
beforeEach(() => sql("delete from login_attempt"));

const sql = (text: string, values: readonly unknown[] = []) => runSql(test.database.connection, text, values);

function login(email: string, password: string, headers: Record<string, string> = {}, browser = browse()) {
  return browser.ask(LOGIN, { email, password }, headers);
}

function browse(secret: string | null = null): Browser {
  return new Browser(test.server.url, secret);
}

async function codeOf(answer: ReturnType<typeof login>): Promise<string> {
  const { errors } = await answer;
  return errors?.[0]?.extensions.code ?? "OK";
}

async function outcomes(): Promise<Record<string, number>> {
  const rows = await sql("select outcome, count(*)::int as n from login_attempt group by outcome");
  return Object.fromEntries(rows.map((row) => [row["outcome"] as string, row["n"] as number]));
}

describe("login", () => {
  it("answers who it is and sets a cookie that no script reads", async () => {
    const browser = browse();
    const answer = await login("boss@demo.test", "right horse", {}, browser);
    expect(dataOf(answer)).toEqual({
      login: {
        user: { name: "boss" },
        isBoss: true,
        isAdmin: false,
        locale: "en",
        timeZone: "UTC",
        memberships: [{ unit: { key: "DEMO" }, role: { base: "MANAGER" } }],
      },
    });
    expect(browser.setCookie).toMatch(
      /^stafeta_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    );
    expect(dataOf(await browser.ask(ME))).toEqual({ me: { user: { name: "boss" } } });
    const [session] = await sql(
      "select expires_at - created_at = interval '30 days' as month from session where token_hash = $1",
      [secretHash(browser.secret ?? "")],
    );
    expect(session).toEqual({ month: true });
  });

  it.each(["  Boss@Demo.TEST ", "BOSS@DEMO.TEST\t"])("AUT-01: %j is the same login", async (email) => {
    expect(await codeOf(login(email, "right horse"))).toBe("OK");
  });

  it("AUT-07: a planted secret is not taken on, and the session that the request came with ends", async () => {
    const planted = browse("planted".padEnd(43, "x"));
    await login("boss@demo.test", "right horse", {}, planted);
    const first = planted.secret;
    expect(first).not.toContain("planted");
    await login("dev.head@demo.test", "dev password", {}, planted);
    expect(planted.secret).not.toBe(first);
    expect(dataOf(await browse(first).ask(ME))).toEqual({ me: null });
    expect(dataOf(await planted.ask(ME))).toEqual({ me: { user: { name: "dev.head" } } });
  });

  it("answers alike for a wrong password, no account, no password and a deactivated account", async () => {
    await sql("update app_user set active = false where email = 'service.head@demo.test'");
    await givePasswords(test, { "service.head": "once mine" });
    const answers = await Promise.all([
      login("boss@demo.test", "wrong horse"),
      login("nobody@demo.test", "right horse"),
      login("outsider@demo.test", "right horse"),
      login("service.head@demo.test", "once mine"),
      login("not an address", "right horse"),
      login("boss@demo.test", ""),
    ]);
    for (const answer of answers) {
      expect(answer).toEqual(answers[0]);
      expect(answer.errors?.[0]).toMatchObject({
        extensions: { code: "UNAUTHENTICATED", message: { key: "login.wrong" } },
      });
    }
  });

  it("does the same work whether or not there is an account", async () => {
    const work = { "boss@demo.test": 0, "nobody@demo.test": 0 };
    await login("boss@demo.test", "wrong horse");
    // Time of the processor and not of the clock, in turns: what else the machine does changes little.
    for (let n = 0; n < 24; n++) {
      const email = n % 2 === 0 ? "boss@demo.test" : "nobody@demo.test";
      await sql("delete from login_attempt");
      const before = process.cpuUsage();
      await login(email, "wrong horse");
      const { user, system } = process.cpuUsage(before);
      work[email] += user + system;
    }
    // Without the hash an answer takes less than a third of the work.
    const [one, other] = Object.values(work);
    expect(Math.min(one ?? 0, other ?? 0) / Math.max(one ?? 0, other ?? 0)).toBeGreaterThan(0.6);
  });

  it.each([
    ["email", "bo\0ss@demo.test", "x"],
    ["email", `${"x".repeat(400)}@demo.test`, "x"],
    ["password", "boss@demo.test", "right\0horse"],
    ["password", "boss@demo.test", "\ud800"],
  ])("TXT-05: a %s that cannot be stored is BAD_USER_INPUT", async (field, email, password) => {
    const { errors } = await login(email, password);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
    expect(await outcomes()).toEqual({});
  });
});

describe("the ban of section 10", () => {
  it("AUT-01: five failures of a pair ban it for thirty minutes, whatever the headers, case and blanks", async () => {
    for (let n = 0; n < 5; n++) {
      const spoofed = {
        "x-forwarded-for": `10.0.0.${String(n)}`,
        "x-real-ip": "1.1.1.1",
        forwarded: "for=2.2.2.2",
      };
      const email = [" boss@demo.test", "BOSS@demo.test", "Boss@Demo.Test "][n % 3] ?? "";
      expect(await codeOf(login(email, "wrong", { ...spoofed, "user-agent": `browser ${String(n)}` }))).toBe(
        "UNAUTHENTICATED",
      );
    }
    const { errors } = await login("boss@demo.test", "right horse", { "x-forwarded-for": "9.9.9.9" });
    const extensions = errors?.[0]?.extensions;
    const until = String(extensions?.["until"]);
    expect(extensions).toMatchObject({
      code: "RATE_LIMITED",
      message: { key: "login.banned", params: { until } },
    });
    const minutes = (Date.parse(until) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThan(30.1);
    expect(await outcomes()).toEqual({ FAILURE: 5, BANNED: 1 });
  });

  it("leaves other accounts at that address, and this one elsewhere, alone", async () => {
    await sql(`insert into login_attempt (login, address, outcome)
      select 'boss@demo.test', '203.0.113.9', 'FAILURE' from generate_series(1, 5)`);
    expect(await codeOf(login("boss@demo.test", "right horse"))).toBe("OK");
    for (let n = 0; n < 6; n++) await login("boss@demo.test", "wrong");
    expect(await codeOf(login("boss@demo.test", "right horse"))).toBe("RATE_LIMITED");
    expect(await codeOf(login("dev.head@demo.test", "dev password"))).toBe("OK");
  });

  it("ends after thirty minutes, and tries that it turned away have not made it longer", async () => {
    await sql(`insert into login_attempt (login, address, outcome, at)
      select 'boss@demo.test', '127.0.0.1', 'FAILURE', now() - interval '31 minutes' from generate_series(1, 5)`);
    await sql(`insert into login_attempt (login, address, outcome, at)
      select 'boss@demo.test', '127.0.0.1', 'BANNED', now() - interval '10 minutes' from generate_series(1, 9)`);
    expect(await codeOf(login("boss@demo.test", "right horse"))).toBe("OK");
  });

  it("a success clears the pair", async () => {
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++)
        expect(await codeOf(login("boss@demo.test", "wrong"))).toBe("UNAUTHENTICATED");
      expect(await codeOf(login("boss@demo.test", "right horse"))).toBe("OK");
    }
  });

  it("of a hundred wrong tries at the same time five are told that they are wrong", async () => {
    const tries = Array.from({ length: 100 }, (_, n) =>
      codeOf(login("boss@demo.test", `guess ${String(n)}`)),
    );
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(5);
    expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(95);
  });

  it("the right password among a hundred tries at the same time is found only within the first five", async () => {
    const wrong = Array.from({ length: 99 }, (_, n) => codeOf(login("boss@demo.test", `guess ${String(n)}`)));
    const right = codeOf(login("boss@demo.test", "right horse"));
    const codes = await Promise.all([...wrong, right]);
    const { SUCCESS = 0, FAILURE = 0 } = await outcomes();
    expect(codes.at(-1)).toBe(SUCCESS === 1 ? "OK" : "RATE_LIMITED");
    expect(FAILURE).toBeLessThanOrEqual(SUCCESS === 1 ? 9 : 5);
  });

  it("any number of right logins at the same time pass", async () => {
    const codes = await Promise.all(
      Array.from({ length: 60 }, () => codeOf(login("boss@demo.test", "right horse"))),
    );
    expect(new Set(codes)).toEqual(new Set(["OK"]));
  });

  it("fifty failures of an address within thirty minutes ban it, for accounts that failed nowhere too", async () => {
    await sql(`insert into login_attempt (login, address, outcome, at)
      select 'guess' || n, '127.0.0.1', 'FAILURE', now() - interval '1 minute' from generate_series(1, 49) n`);
    expect(await codeOf(login("dev.head@demo.test", "wrong"))).toBe("UNAUTHENTICATED");
    expect(await codeOf(login("boss@demo.test", "right horse"))).toBe("RATE_LIMITED");
  });

  it("addresses of version 6 are counted by the network that one person has", async () => {
    const from = (address: string) => ({ "x-forwarded-for": address });
    const proxied = await startTestServer(undefined, { trustProxy: true });
    try {
      await givePasswords(proxied, { boss: "right horse" });
      const browser = new Browser(proxied.server.url);
      const attempt = (password: string, address: string) =>
        codeOf(browser.ask(LOGIN, { email: "boss@demo.test", password }, from(address)));
      for (let n = 1; n <= 5; n++) await attempt("wrong", `2001:db8:0:1::${String(n)}`);
      expect(await attempt("right horse", "2001:db8:0:1:ffff::9")).toBe("RATE_LIMITED");
      expect(await attempt("right horse", "2001:db8:0:2::1")).toBe("OK");
      expect(await attempt("right horse", "10.0.0.1")).toBe("OK");
    } finally {
      await proxied.stop();
    }
  });
});

describe("logout", () => {
  it("ends the session at once and takes the cookie away", async () => {
    const browser = browse();
    await login("boss@demo.test", "right horse", {}, browser);
    const { secret } = browser;
    expect(dataOf(await browser.ask("mutation { logout }"))).toEqual({ logout: true });
    expect(browser.setCookie).toMatch(/^stafeta_session=; .*Max-Age=0$/);
    expect(dataOf(await browse(secret).ask(ME))).toEqual({ me: null });
    const { errors } = await browse(secret).ask("{ units { key } }");
    expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    expect(dataOf(await browser.ask("mutation { logout }"))).toEqual({ logout: false });
  });
});

describe("what is noted beside", () => {
  it("sessions and attempts are no events (L4)", async () => {
    const [before] = await sql("select count(*)::int as n from event");
    const browser = browse();
    await login("boss@demo.test", "right horse", {}, browser);
    await login("boss@demo.test", "wrong");
    await browser.ask("mutation { logout }");
    expect(await sql("select count(*)::int as n from event")).toEqual([before]);
  });

  it("no password is kept as it is, nor its bytes", async () => {
    const password = "xylophone quartz";
    await login("boss@demo.test", password);
    const [row] = await sql(
      "select concat((select json_agg(a) from login_attempt a), (select json_agg(s) from session s)) as kept",
    );
    const kept = String(row?.["kept"]);
    const forms = [password, Buffer.from(password).toString("hex")];
    expect(kept).toContain("boss@demo.test");
    expect(forms.filter((form) => kept.includes(form))).toEqual([]);
  });
});
