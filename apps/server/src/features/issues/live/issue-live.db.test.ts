import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { inChange } from "../../../access/change.js";
import { completeHandoff } from "../../../testing/handed-over.js";
import { ISSUE_CHANGED, LiveScene, type Watch } from "../../../testing/live-scene.js";
import { runSql } from "../../../testing/sql.js";
import { actingAs, makeIssues } from "../../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";

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

function follow(login: string, id: string, since?: string | null): Promise<Watch> {
  return scene.watch(login, ISSUE_CHANGED, { id }, since === undefined ? {} : { since });
}

async function codesOf(login: string, id: string): Promise<string[]> {
  const watch = await follow(login, id, null);
  await watch.untilOver();
  return watch.codes;
}

/** As a completed hand-off will do it (H4). */
async function handOver(issueId: string, from: string, to: string): Promise<string> {
  return inChange(test.server.access, actingAs(test, "boss"), async ({ change }) => {
    const [unitId, unitBefore] = [scene.unit(to), scene.unit(from)];
    await completeHandoff(change, issueId, unitBefore, unitId);
    const changes = [{ field: "unit", before: unitBefore, after: unitId }];
    const facts = { entity: "issue", entityId: issueId, issueId, unitId, unitBefore };
    const event = change.record({ kind: "ISSUE_MOVED", ...facts, changes });
    const update =
      "update issue set unit_id = $2, status_id = $3, last_event = $4, updated_at = $5 where id = $1";
    await change.rows(update, [issueId, unitId, scene.status(to, "Backlog"), event, change.now]);
    return event;
  });
}

describe("issueChanged", () => {
  it("R10: an issue of another department is NOT_FOUND, as one that does not exist and what is no id", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    for (const id of [issue.id, "999999", "DEV-1", "0", "", "99999999999999999999"]) {
      expect(await codesOf("design.dev1", id)).toEqual(["NOT_FOUND"]);
    }
  });

  it("R2: who lost sight of it a moment ago finds nothing", async () => {
    const [issue] = await makeIssues(test, [{ unit: "SERVICE" }]);
    const watch = await follow("service.head", issue.id);
    await scene.move(issue.id, "To do", "boss", "SERVICE");
    await watch.until(() => watch.events.length === 1);
    const end = "update membership set ended_at = now() where user_id = $1";
    await runSql(test.database.connection, end, [test.company.people["service.head"]]);
    expect(await codesOf("service.head", issue.id)).toEqual(["NOT_FOUND"]);
    await watch.untilOver(2_000);
    expect([watch.isComplete, watch.events.length]).toEqual([true, 1]);
  });

  it("tells of this issue alone, by the rights of who follows it (R8, R11)", async () => {
    const [issue, other] = await makeIssues(test, [
      { unit: "DEV", author: "outsider", assignee: "dev.rep1", heldBefore: ["sales.rep1"], estimate: 4 },
      { unit: "DEV" },
    ]);
    const logins = ["dev.dev1", "dev.rep1", "outsider", "sales.rep1"];
    const watches = await Promise.all(logins.map((login) => follow(login, issue.id)));
    await scene.move(other.id, "To do");
    const moved = await scene.move(issue.id, "To do");
    await Promise.all(watches.map((watch) => watch.until(() => watch.has(moved))));
    expect(watches.map(({ ids }) => ids)).toEqual(logins.map(() => [moved]));
    expect(watches.map(({ events }) => events[0]?.issue?.["estimate"])).toEqual([4, 4, null, null]);
  });

  it("I9: replays from since on, and knows no since that never was", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const first = await scene.move(issue.id, "To do");
    await makeIssues(test, [{ unit: "DEV" }]);
    const second = await scene.move(issue.id, "Review");
    const watch = await follow("dev.dev1", issue.id, issue.event);
    const third = await scene.move(issue.id, "In progress");
    await watch.until(() => watch.has(third));
    expect(watch.ids).toEqual([first, second, third]);
    const wrong = await follow("dev.dev1", issue.id, String(BigInt(third) + 5n));
    await wrong.untilOver();
    expect(wrong.codes).toEqual(["CONFLICT"]);
  });

  it("I9: GONE is its last word to who lost sight of the issue", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const [lost, keeps] = [await follow("dev.dev1", issue.id), await follow("boss", issue.id)];
    const handed = await handOver(issue.id, "DEV", "SALES");
    const later = await scene.move(issue.id, "To do", "sales.head", "SALES");
    await lost.untilOver();
    await keeps.until(() => keeps.has(later));
    expect([lost.kinds, lost.isComplete, lost.events[0]?.issue]).toEqual([["GONE"], true, null]);
    expect(keeps.ids).toEqual([handed, later]);
    expect(await codesOf("dev.dev1", issue.id)).toEqual(["NOT_FOUND"]);
  });

  it("R10: an id of a parent that is not seen is no value in a change", async () => {
    const [issue, seen, unseen] = await makeIssues(test, [
      { unit: "DEV", author: "outsider" },
      { unit: "SALES", author: "outsider" },
      { unit: "SALES" },
    ]);
    const watch = await follow("outsider", issue.id);
    const head = await follow("boss", issue.id);
    const parent =
      "mutation ($id: ID!, $revision: Int!, $parent: ID) { updateIssue(id: $id, revision: $revision, input: { parent: $parent }) { lastEvent } }";
    for (const [revision, id] of [unseen.id, seen.id, unseen.id, null].entries()) {
      dataOf(await test.as("boss")(parent, { id: issue.id, revision: revision + 1, parent: id }));
    }
    await head.until(() => head.events.length === 4);
    await scene.move(issue.id, "To do");
    await watch.until(() => watch.kinds.includes("ISSUE_MOVED"));
    const links = watch.events
      .flatMap(({ event }) => event.changes ?? [])
      .filter(({ field }) => field === "parent");
    expect(links).toEqual([
      { field: "parent", before: null, after: seen.id },
      { field: "parent", before: seen.id, after: null },
    ]);
  });
});
