import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { inChange } from "../../access/change.js";
import { completeHandoff } from "../../testing/handed-over.js";
import { BOARD_CHANGED, LiveScene } from "../../testing/live-scene.js";
import { actingAs, makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const ESTIMATE =
  "mutation ($id: ID!, $revision: Int!, $estimate: Float) { updateIssue(id: $id, revision: $revision, input: { estimate: $estimate }) { lastEvent } }";
const COMMENT =
  'mutation ($id: ID!, $internal: Boolean) { addComment(issue: $id, body: "x", internal: $internal) { id } }';

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

/** As a completed hand-off will do it (H4): the unit changes, and the event knows both. */
async function handOver(issue: { readonly id: string }, from: string, to: string): Promise<string> {
  return inChange(test.server.access, actingAs(test, "boss"), async ({ change }) => {
    await completeHandoff(change, issue.id, scene.unit(from), scene.unit(to));
    const event = change.record({
      kind: "ISSUE_MOVED",
      entity: "issue",
      entityId: issue.id,
      issueId: issue.id,
      unitId: scene.unit(to),
      unitBefore: scene.unit(from),
      authorId: test.company.people["boss"] ?? "",
      changes: [{ field: "unit", before: scene.unit(from), after: scene.unit(to) }],
    });
    const update =
      "update issue set unit_id = $2, status_id = $3, last_event = $4, updated_at = $5 where id = $1";
    await change.rows(update, [issue.id, scene.unit(to), scene.status(to, "Backlog"), event, change.now]);
    return event;
  });
}

describe("boardChanged, who is told", () => {
  it("R10: who sees nothing in another department's unit is told nothing of it", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const watch = await scene.board("design.dev1", "DEV");
    await scene.move(issue.id, "To do");
    const witness = await scene.settle(watch, "design.dev1", "DEV");
    expect(watch.ids).toEqual([witness]);
  });

  it("R2: who lost their right a moment ago is told nothing", async () => {
    const [issue] = await makeIssues(test, [{ unit: "SERVICE" }]);
    const ask = '{ unit(key: "SERVICE") { members { id user { name } } } }';
    const members = dataOf(
      await test.as("boss")<{ unit: { members: { id: string; user: { name: string } }[] } }>(ask),
    ).unit.members;
    const membership = members.find(({ user }) => user.name === "service.head")?.id;
    dataOf(
      await test.as("boss")("mutation ($id: ID!) { removeMember(membership: $id) { id } }", {
        id: membership,
      }),
    );
    const watch = await scene.board("service.head", "SERVICE");
    await scene.move(issue.id, "To do", "boss", "SERVICE");
    const witness = await scene.settle(watch, "service.head", "SERVICE");
    expect(watch.ids).toEqual([witness]);
  });

  it("NOT_FOUND: a unit that does not exist, and what is no id", async () => {
    for (const unit of ["999999", "DEV", "0", "-1", "", "1 or 1=1", "99999999999999999999"]) {
      const watch = await scene.watch("boss", BOARD_CHANGED, { unit }, { since: null });
      await watch.untilOver();
      expect(watch.codes).toEqual(["NOT_FOUND"]);
    }
  });

  it("tells each by their rights, with the card as they may read it (R11)", async () => {
    const [issue] = await makeIssues(test, [
      { unit: "DEV", author: "outsider", assignee: "dev.rep1", estimate: 3, heldBefore: ["design.rep1"] },
    ]);
    const logins = ["dev.head", "dev.dev1", "analyst", "dev.rep1", "outsider", "design.rep1", "sales.head"];
    const watches = await Promise.all(logins.map((login) => scene.board(login, "DEV")));
    const event = await scene.move(issue.id, "To do");
    const seen = await Promise.all(
      watches.map(async (watch, index) => {
        await scene.settle(watch, logins[index] ?? "", "DEV");
        const told = watch.events.filter(({ issueId }) => issueId === issue.id);
        const fields = told.flatMap(({ event: { changes } }) => (changes ?? []).map(({ field }) => field));
        return [logins[index], told.map((each) => each.event.id), fields, told[0]?.issue?.["estimate"]];
      }),
    );
    expect(seen).toEqual([
      ["dev.head", [event], ["status", "rank"], 3],
      ["dev.dev1", [event], ["status", "rank"], 3],
      ["analyst", [event], ["status", "rank"], 3],
      ["dev.rep1", [event], ["status", "rank"], 3],
      ["outsider", [event], ["status"], null],
      ["design.rep1", [event], ["status"], null],
      ["sales.head", [], [], undefined],
    ]);
    const redacted = watches.map((watch) => {
      const first = watch.client.of(watch.id, "next")[0]?.payload as { extensions?: { redacted: string[] } };
      return first.extensions?.redacted ?? [];
    });
    const conditions = ["Issue.commentCount", "Issue.subIssueCount"];
    expect(redacted[0]).toEqual([]);
    expect(redacted[4]).toEqual(["Issue.estimate", "Issue.rank"]);
    expect(redacted[5]).toEqual([...conditions, "Issue.estimate", "Issue.rank"].sort());
  });

  it("I9: a change that cannot be read is left out, and its id is a known since", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", author: "outsider", estimate: 1 }]);
    const [author, head] = [await scene.board("outsider", "DEV"), await scene.board("dev.head", "DEV")];
    const variables = { id: issue.id, revision: 1, estimate: 8 };
    const hidden = dataOf(
      await test.as("dev.head")<{ updateIssue: { lastEvent: string } }>(ESTIMATE, variables),
    ).updateIssue.lastEvent;
    const seen = await scene.move(issue.id, "To do");
    await Promise.all([author.until(() => author.has(seen)), head.until(() => head.has(seen))]);
    expect(head.ids).toEqual([hidden, seen]);
    expect(author.ids).toEqual([seen]);
    const again = await scene.board("outsider", "DEV", { since: hidden });
    await again.until(() => again.has(seen));
    expect(again.ids).toEqual([seen]);
  });

  it("section 2: an internal comment is told to who reads it", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const [head, dev] = [await scene.board("dev.head", "DEV"), await scene.board("dev.dev1", "DEV")];
    dataOf(await test.as("dev.head")(COMMENT, { id: issue.id, internal: true }));
    dataOf(await test.as("dev.head")(COMMENT, { id: issue.id, internal: false }));
    await Promise.all(
      [head, dev].map((watch) =>
        watch.until(() => watch.events.at(-1)?.issue?.["commentCount"] === (watch === head ? 2 : 1)),
      ),
    );
    expect(head.kinds).toEqual(["COMMENT_ADDED", "COMMENT_ADDED"]);
    expect(dev.kinds).toEqual(["COMMENT_ADDED"]);
  });

  it("I9: GONE comes once, with nobody and nothing in it, to who lost sight of the issue", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", estimate: 2 }]);
    const lost = await scene.board("dev.dev1", "DEV");
    const keeps = await scene.board("boss", "DEV");
    const gains = await scene.board("sales.head", "SALES");
    const never = await scene.board("design.dev1", "DEV");
    const event = await handOver(issue, "DEV", "SALES");
    const later = await scene.move(issue.id, "To do", "sales.head", "SALES");
    await gains.until(() => gains.has(later));
    expect(gains.ids).toEqual([event, later]);
    await scene.settle(lost, "dev.dev1", "DEV");
    await scene.settle(never, "design.dev1", "DEV");
    await keeps.until(() => keeps.has(event));
    expect(lost.events[0]).toEqual({
      issueId: issue.id,
      event: { id: event, kind: "GONE", actor: null, entityId: issue.id, operation: event, changes: [] },
      issue: null,
    });
    expect(lost.kinds.filter((kind) => kind === "GONE")).toHaveLength(1);
    expect(lost.events.filter(({ issueId }) => issueId === issue.id)).toHaveLength(1);
    expect(never.events.filter(({ issueId }) => issueId === issue.id)).toEqual([]);
    expect(keeps.events.find((each) => each.event.id === event)).toMatchObject({
      event: { kind: "ISSUE_MOVED" },
      issue: { title: "Something to do" },
    });
    const missed = await scene.board("dev.dev1", "DEV", { since: String(BigInt(event) - 1n) });
    await missed.until(() => missed.events.length > 0);
    expect(missed.events[0]).toEqual(lost.events[0]);
  });

  it("I3: a board over several units tells of all of them, and of no other", async () => {
    const [dev, app, sales] = await makeIssues(test, [{ unit: "DEV" }, { unit: "APP" }, { unit: "SALES" }]);
    const wide = await scene.watch("boss", BOARD_CHANGED, { unit: scene.unit("PROD"), under: true });
    const narrow = await scene.board("boss", "PROD");
    await scene.move(sales.id, "To do", "boss", "SALES");
    const told = [
      await scene.move(app.id, "To do", "boss", "APP"),
      await scene.move(dev.id, "To do", "boss"),
    ];
    const witness = await scene.settle(wide, "boss", "PROD");
    await narrow.until(() => narrow.has(witness));
    expect(wide.ids).toEqual([...told, witness]);
    expect(narrow.ids).toEqual([witness]);
  });

  it("a card that goes to another unit of the same department is told to both boards", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const [from, to] = [await scene.board("prod.head", "DEV"), await scene.board("prod.head", "DESIGN")];
    const event = await handOver(issue, "DEV", "DESIGN");
    await Promise.all([from.until(() => from.has(event)), to.until(() => to.has(event))]);
    expect([from.kinds, to.kinds]).toEqual([["ISSUE_MOVED"], ["ISSUE_MOVED"]]);
  });
});
