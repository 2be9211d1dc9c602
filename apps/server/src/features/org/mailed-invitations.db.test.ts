import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser } from "../../testing/browser.js";
import { OrgCalls, shown } from "../../testing/org-calls.js";
import { runSql } from "../../testing/sql.js";
import { startTestSmtp, type TestSmtp } from "../../testing/smtp.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const INVITE =
  "mutation($id: ID!, $m: String) { inviteUser(user: $id, clientMutationId: $m) { url mailed user { name } } }";
const ACCEPT =
  'mutation($token: String!) { acceptInvitation(token: $token, password: "chosen password") { isBoss } }';

let smtp: TestSmtp;
let test: TestServer;
let calls: OrgCalls;
beforeAll(async () => {
  smtp = await startTestSmtp();
  test = await startTestServer(undefined, { smtpUrl: smtp.url, publicUrl: "https://work.example.org" });
  calls = new OrgCalls(test);
});
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});

/** The link in the mail, which is sent in lines that end with "=" where they go on. */
function linkIn(raw: string | undefined): string {
  const text = (raw ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=");
  return /https:\/\/work\.example\.org\/invite\?token=[\w-]{43}/.exec(text)?.[0] ?? "";
}

describe("an invitation by mail (section 10)", () => {
  it("goes to the person, its link is shown to nobody, and it opens the account", async () => {
    const invited = await test.as("admin")(INVITE, { id: calls.person("dev.dev1"), m: "i1" });
    expect(dataOf(invited)).toEqual({ inviteUser: { url: null, mailed: true, user: { name: "dev.dev1" } } });
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]?.to).toEqual(["dev.dev1@demo.test"]);
    const token = new URL(linkIn(smtp.mails[0]?.raw)).searchParams.get("token");
    const browser = new Browser(test.server.url);
    expect(shown(await browser.ask(ACCEPT, { token }))).toBe("OK");
    expect(browser.setCookie).toMatch(/; Secure$/);
  });

  it("a repeat sends no second mail, and sends the one that is missing", async () => {
    const variables = { id: calls.person("dev.dev2"), m: "i2" };
    await test.as("admin")(INVITE, variables);
    const sent = smtp.mails.length;
    expect(dataOf(await test.as("admin")(INVITE, variables))).toMatchObject({ inviteUser: { mailed: true } });
    expect(smtp.mails).toHaveLength(sent);
    await runSql(test.database.connection, "update invitation set mailed_at = null where user_id = $1", [
      calls.person("dev.dev2"),
    ]);
    const first = linkIn(smtp.mails.at(-1)?.raw);
    await test.as("admin")(INVITE, variables);
    expect(smtp.mails).toHaveLength(sent + 1);
    expect(linkIn(smtp.mails.at(-1)?.raw)).toBe(first);
  });

  it("is written in the person's language", async () => {
    await runSql(test.database.connection, "update app_user set locale = 'ru' where id = $1", [
      calls.person("dev.rep1"),
    ]);
    await test.as("admin")(INVITE, { id: calls.person("dev.rep1") });
    expect(smtp.mails.at(-1)?.raw).toMatch(/charset=utf-8/);
    const body = (smtp.mails.at(-1)?.raw ?? "").split("\r\n\r\n").slice(1).join("\r\n\r\n");
    expect(Buffer.from(body, "base64").toString("utf8")).toContain("Здравствуйте, dev.rep1!");
  });

  it("where no server took it, the invitation is there and its link is shown", async () => {
    smtp.refuse();
    const invited = await test.as("admin")<{ inviteUser: { url: string; mailed: boolean } }>(INVITE, {
      id: calls.person("outsider"),
    });
    const { url, mailed } = dataOf(invited).inviteUser;
    expect(mailed).toBe(false);
    const token = new URL(url).searchParams.get("token");
    expect(shown(await new Browser(test.server.url).ask(ACCEPT, { token }))).toBe("OK");
  });
});
