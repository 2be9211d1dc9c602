import { afterAll, beforeAll, expect, it } from "vitest";
import { newSecret, secretHash } from "../../access/authenticate.js";
import { SESSION_COOKIE } from "../../access/session-cookie.js";
import { LiveScene } from "../../testing/live-scene.js";
import { runSql } from "../../testing/sql.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.stop());

/** What a proxy on this machine adds: then it is not this machine that asks. */
const FORWARDED = { "x-forwarded-for": "203.0.113.7" };

async function metrics(headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const response = await fetch(`${test.server.url.replace("localhost", "127.0.0.1")}/metrics`, { headers });
  return { status: response.status, text: await response.text() };
}

async function statusFor(login: string): Promise<number> {
  const cookie = `${SESSION_COOKIE}=${test.company.secrets[login] ?? ""}`;
  return (await metrics({ ...FORWARDED, cookie })).status;
}

it("metrics are read on this machine, and by an admin's or a boss's session or token", async () => {
  expect((await metrics()).status).toBe(200);
  expect((await metrics(FORWARDED)).status).toBe(403);
  expect(await Promise.all(["admin", "boss", "dev.head", "analyst", "nobody"].map(statusFor))).toEqual([
    200, 200, 403, 403, 403,
  ]);
  const token = newSecret();
  const insert =
    "insert into api_token (token_hash, user_id, name, scopes) values ($1, $2, 'metrics', '{READ}')";
  await runSql(test.database.connection, insert, [secretHash(token), test.company.people["admin"]]);
  expect((await metrics({ ...FORWARDED, authorization: `Bearer ${token}` })).status).toBe(200);
});

it("they count requests, sockets, streams, events and messages", async () => {
  const scene = new LiveScene(test);
  const valueOf = async (name: string): Promise<number> =>
    Number(
      new RegExp(`^${name.replace(/[{}]/g, "\\$&")} (\\d+)`, "m").exec((await metrics()).text)?.[1] ?? 0,
    );
  const asked = 'stafeta_http_requests_total{route="graphql",method="POST",status="200"}';
  const before = await valueOf(asked);
  const watch = await scene.board("dev.dev1", "DEV");
  await scene.settle(watch, "dev.dev1", "DEV");
  const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
  await scene.move(issue.id, "To do");
  await watch.until(() => watch.events.length === 3);
  expect(await valueOf(asked)).toBe(before + 1);
  expect(await valueOf("stafeta_sockets")).toBe(1);
  expect(await valueOf("stafeta_subscriptions")).toBe(1);
  expect(await valueOf("stafeta_live_events_total")).toBe(3);
  expect(await valueOf("stafeta_live_messages_total")).toBe(3);
  scene.clear();
  await expect.poll(() => valueOf("stafeta_subscriptions")).toBe(0);
  expect(await valueOf("stafeta_sockets")).toBe(0);
});
