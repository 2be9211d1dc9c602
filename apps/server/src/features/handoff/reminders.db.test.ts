import { afterAll, beforeAll, expect, it } from "vitest";
import { workingDaysLater } from "@stafeta/domain/handoff/reminders";
import { eventsOf } from "../../testing/events.js";
import { HandoffCalls } from "../../testing/handoff-calls.js";
import { runSql } from "../../testing/sql.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";
import { remindHeads } from "./remind-heads.js";

let test: TestServer;
let calls: HandoffCalls;

beforeAll(async () => {
  test = await startTestServer();
  calls = new HandoffCalls(test);
});
afterAll(() => test.stop());

/** As if the turn had come so many days ago: the owner's hand alone can say so. */
async function waitSince(handoff: string, days: number): Promise<void> {
  const text = `begin; set local session_replication_role = replica;
    update handoff_step set turn_at = now() - interval '${String(days)} days' where current and handoff_id = ${handoff}; commit`;
  await runSql(test.database.connection, text);
}

/** The fewest days ago from which so many working days have gone by, whatever day it is today. */
function daysFor(workingDays: number): number {
  for (let days = 1; ; days++) {
    const from = new Date(Date.now() - days * 86_400_000);
    if (workingDaysLater("Europe/Budapest", from, workingDays) <= new Date()) return days;
  }
}

const SELECT = "select concerned_ids::text as ids from event where kind = 'HANDOFF_REMINDED' order by id";

it("H6: reminds the heads, then tells the head above, once each, though two servers look at once", async () => {
  const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
  const { id } = await calls.start("dev.head", issue.id, "SALES");
  const both = () => Promise.all([remindHeads(test.server.access), remindHeads(test.server.access)]);
  expect(await both()).toEqual([0, 0]);
  await waitSince(id, daysFor(2));
  const first = await eventsOf(test, both);
  expect(first.map(({ kind, actorId }) => [kind, actorId])).toEqual([["HANDOFF_REMINDED", null]]);
  expect(await both()).toEqual([0, 0]);
  await waitSince(id, daysFor(4));
  expect(await eventsOf(test, both)).toHaveLength(1);
  expect(await both()).toEqual([0, 0]);
  const { people } = test.company;
  expect(await runSql(test.database.connection, SELECT)).toEqual([
    { ids: `{${people["sales.head"] ?? ""}}` },
    { ids: `{${people["comm.head"] ?? ""}}` },
  ]);
});
