import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { LiveScene } from "../../testing/live-scene.js";
import { runSql } from "../../testing/sql.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let scene: LiveScene;
beforeAll(async () => {
  test = await startTestServer();
  scene = new LiveScene(test);
});
afterAll(() => test.stop());
afterEach(() => {
  scene.clear();
});

const LISTENING = "datname = current_database() and query ~* '^(listen|/\\* listenerBeat)'";

async function listeners(): Promise<number> {
  const [row] = await runSql(
    test.database.connection,
    `select count(*)::int as n from pg_stat_activity where ${LISTENING}`,
  );
  return row?.["n"] as number;
}

it("a line that is cut is opened again, and what happened meanwhile is told, once", async () => {
  const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
  const watch = await scene.board("dev.dev1", "DEV");
  const events = [await scene.move(issue.id, "To do")];
  for (let cut = 0; cut < 3; cut++) {
    await runSql(
      test.database.connection,
      `select pg_terminate_backend(pid) from pg_stat_activity where ${LISTENING}`,
    );
    events.push(await scene.move(issue.id, cut % 2 === 0 ? "In progress" : "To do"));
    await watch.until(() => watch.has(events.at(-1) ?? ""));
  }
  expect(watch.ids).toEqual(events);
  await expect.poll(listeners).toBe(1);
});

it("a notice that is lost is made up for within two seconds", async () => {
  const watch = await scene.board("dev.dev1", "DEV");
  await scene.settle(watch, "dev.dev1", "DEV");
  // As the owner by psql, without a word to anybody: the trigger that speaks is off for this statement.
  await runSql(
    test.database.connection,
    `begin; set local session_replication_role = replica;
     update membership set ended_at = now() where user_id = ${test.company.people["dev.dev1"] ?? ""};
     update clock set company_version = company_version + 1; commit`,
  );
  await watch.untilOver(2_500);
  expect(watch.isComplete).toBe(true);
});

it("503 while the database is gone; it is back by itself, and so are the streams", async () => {
  const watch = await scene.board("dev.dev2", "DEV");
  await scene.settle(watch, "dev.dev2", "DEV");
  const name = "host" in test.database.connection ? test.database.connection.database : "";
  const elsewhere =
    "host" in test.database.connection
      ? { ...test.database.connection, database: "postgres" }
      : test.database.connection;
  const ready = async () => (await fetch(`${test.server.url}/health/ready`)).status;
  expect(await ready()).toBe(200);
  await runSql(elsewhere, `alter database ${name} allow_connections false`);
  await runSql(elsewhere, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await expect.poll(ready, { timeout: 5_000 }).toBe(503);
  expect((await fetch(`${test.server.url}/health/live`)).status).toBe(200);
  await sleep(1_000);
  await runSql(elsewhere, `alter database ${name} allow_connections true`);
  await expect.poll(ready, { timeout: 5_000 }).toBe(200);
  await scene.settle(watch, "dev.dev2", "DEV");
  expect(watch.client.closed).toBeNull();
});
