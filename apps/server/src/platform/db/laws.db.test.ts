import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inChange } from "../../access/change.js";
import { completeHandoff } from "../../testing/handed-over.js";
import { runSql } from "../../testing/sql.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;

async function makeIssue(): Promise<void> {
  const { company, server } = test;
  await inChange(server.access, null, async ({ change }) => {
    const changes = [{ field: "title", before: null, after: "First" }];
    const about = { entity: "issue", entityId: "1", issueId: "1" };
    const event = change.record({ kind: "ISSUE_CREATED", ...about, changes });
    await change.rows(
      `insert into issue (key, key_prefix, key_number, unit_id, title, status_id, author_id, rank, created_at,
         updated_at, last_event) values ('DEV-1', 'DEV', 1, $1, 'First', $2, $3, 'V', $4, $4, $5)`,
      [company.units["DEV"], company.statuses["DEV/Backlog"], company.people["dev.head"], change.now, event],
    );
  });
}

let events: unknown;

beforeAll(async () => {
  test = await startTestServer();
  await makeIssue();
  events = await count("event");
});
afterAll(() => test.stop());

async function count(table: string): Promise<unknown> {
  const [row] = await runSql(test.database.connection, `select count(*)::int as n from ${table}`);
  return row?.["n"];
}

const month = new Date().toISOString().slice(0, 7).replace("-", "_");

const CRIMES: readonly (readonly [string, string])[] = [
  ["L1: an issue cannot be deleted", "delete from issue"],
  ["L1: issues cannot be truncated", "truncate issue cascade"],
  ["L1: events cannot be deleted", "delete from event"],
  ["L1: events cannot be truncated", "truncate event"],
  ["L4: an event cannot be rewritten", "update event set actor_id = null"],
  ["L4: an event cannot be deleted by its partition", `delete from event_${month}`],
  ["L4: an event's partition cannot be truncated", `truncate event_${month}`],
  ["L4: an event cannot be rewritten by its partition", `update event_${month} set kind = 'X'`],
];

describe.each(["app", "owner"] as const)("the database itself, towards the role of the %s", (role) => {
  it.each(CRIMES)("%s", async (_, sql) => {
    const before = [await count("issue"), await count("event")];
    await expect(runSql(test.database.connection, sql, [], role)).rejects.toThrow(/L1|L4|permission denied/);
    expect([await count("issue"), await count("event")]).toEqual(before);
    expect(before).toEqual([1, events]);
  });
});

describe("the application's role", () => {
  it.each([
    ["changes no schema", "create table mine (id int)"],
    ["drops no trigger", "drop trigger issue_stays on issue"],
    ["switches no trigger off", "alter table issue disable trigger all"],
    ["takes no partition away", `alter table event detach partition event_${month}`],
    ["deletes no user, unit or membership", "delete from membership"],
  ])("%s", async (_, sql) => {
    await expect(runSql(test.database.connection, sql, [], "app")).rejects.toThrow(
      /permission denied|must be owner/,
    );
  });

  it("I8: events lie in the partition of their month", async () => {
    expect(await count(`event_${month}`)).toBe(events);
    expect(await count("event_rest")).toBe(0);
  });
});

describe("kept counters", () => {
  it("I1: a parent counts its children as they come, go and end", async () => {
    const { company } = test;
    const sql = (text: string, values: unknown[]) => runSql(test.database.connection, text, values);
    const insert = `insert into issue (key, key_prefix, key_number, unit_id, title, status_id, author_id, rank, created_at,
      updated_at, last_event, parent_id) select 'DEV-' || n, 'DEV', n, $1, 'Child', $2, $3, 'W' || n, now(), now(), 1,
      (select id from issue where key = 'DEV-1') from generate_series(2, 4) n`;
    await sql(insert, [company.units["DEV"], company.statuses["DEV/Backlog"], company.people["dev.head"]]);
    const counters = async () =>
      (
        await sql(
          "select child_here_count h, child_elsewhere_count e, unfinished_child_count u from issue where key = 'DEV-1'",
          [],
        )
      )[0];
    expect(await counters()).toEqual({ h: 3, e: 0, u: 3 });
    await sql("update issue set status_id = $1 where key = 'DEV-2'", [company.statuses["DEV/Resolved"]]);
    expect(await counters()).toEqual({ h: 3, e: 0, u: 2 });
    const [issue] = await sql("select id::text from issue where key = 'DEV-3'", []);
    const [from, to] = [company.units["DEV"] ?? "", company.units["APP"] ?? ""];
    await inChange(test.server.access, null, async ({ change }) => {
      await completeHandoff(change, String(issue?.["id"]), from, to);
      const about = { entity: "issue", entityId: String(issue?.["id"]), issueId: String(issue?.["id"]) };
      const event = change.record({ kind: "ISSUE_HANDED_OFF", ...about, changes: [] });
      const move =
        "update issue set unit_id = $1, status_id = $2, last_event = $3, updated_at = $4 where key = 'DEV-3'";
      await change.rows(move, [to, company.statuses["APP/Backlog"], event, change.now]);
    });
    expect(await counters()).toEqual({ h: 2, e: 1, u: 2 });
    await sql("update issue set parent_id = null where key = 'DEV-4'", []);
    expect(await counters()).toEqual({ h: 1, e: 1, u: 1 });
  });

  it("a status of another unit is refused", async () => {
    const text = "update issue set status_id = $1 where key = 'DEV-1'";
    const values = [test.company.statuses["APP/Backlog"]];
    await expect(runSql(test.database.connection, text, values, "app")).rejects.toThrow(/status of an issue/);
  });
});
