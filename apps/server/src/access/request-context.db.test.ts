import { afterAll, beforeAll, expect, it } from "vitest";
import { runSql } from "../testing/sql.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";
import { newSecret, secretHash } from "./authenticate.js";
import { CompanyCache } from "./company-cache.js";
import { RequestContext, type Access } from "./request-context.js";

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.stop());

const sql = (text: string, values: unknown[] = []) => runSql(test.database.connection, text, values);

/** What a second server knows, which loaded the company at a time of its own. */
function otherServer(): Access {
  return { ...test.server.access, companies: new CompanyCache() };
}

function nameAt(access: Access, secret: string): Promise<string | undefined> {
  const context = new RequestContext(access, { secret, address: "127.0.0.1", requestId: "test" });
  return context.read(({ company, viewer }) => Promise.resolve(company.personById.get(viewer.userId)?.name));
}

/** As another server wrote it: nothing of it passed through this one's memory. */
async function joinElsewhere(name: string): Promise<string> {
  const secret = newSecret();
  const addPerson =
    "insert into app_user (name, email, email_normal) values ($1, $1 || '@demo.test', $1 || '@demo.test') returning id";
  const [person] = await sql(addPerson, [name]);
  const addSession =
    "insert into session (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 day')";
  await sql(addSession, [secretHash(secret), person?.["id"]]);
  return secret;
}

it("R2: who is newer than the company that this server loaded last is known at the first request", async () => {
  const access = otherServer();
  expect(await nameAt(access, test.company.secrets["boss"] ?? "")).toBe("boss");
  expect(await nameAt(access, await joinElsewhere("newcomer"))).toBe("newcomer");
});

it("R2: who has left is refused, and so is a secret that opens nothing", async () => {
  const secret = await joinElsewhere("leaver");
  expect(await nameAt(test.server.access, secret)).toBe("leaver");
  await sql("update app_user set active = false where name = 'leaver'");
  await expect(nameAt(test.server.access, secret)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  await expect(nameAt(otherServer(), newSecret())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});
