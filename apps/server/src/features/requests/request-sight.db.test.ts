import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { IssueCalls } from "../../testing/issue-calls.js";
import { ISSUE_CHANGED, LiveScene } from "../../testing/live-scene.js";
import { RequestCalls } from "../../testing/request-calls.js";
import { makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: RequestCalls;
let issues: IssueCalls;
let scene: LiveScene;

beforeAll(async () => {
  test = await startTestServer();
  calls = new RequestCalls(test);
  issues = new IssueCalls(test);
  scene = new LiveScene(test);
});
afterAll(() => test.stop());
afterEach(() => {
  scene.clear();
});

const idsOf = (requests: readonly { readonly id: string }[] | null) => requests?.map(({ id }) => id) ?? null;

describe("who sees a request (H6, R10)", () => {
  it("who asked, and who has the MANAGER hat on the issue; for all others it is not there", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const { id } = await calls.request("dev.dev1", issue.id, { edit: { title: "Secret wish" } });
    for (const login of ["dev.dev1", "dev.head", "prod.head", "boss"]) {
      expect([login, idsOf(await calls.ofIssue(login, issue.id))]).toEqual([login, [id]]);
    }
    for (const login of ["dev.dev2", "analyst", "app.head"]) {
      expect([login, idsOf(await calls.ofIssue(login, issue.id))]).toEqual([login, []]);
    }
    expect(await calls.ofIssue("sales.head", issue.id)).toBeNull();
  });

  it("H6: it lies in the inbox of the unit's heads, the longest waiting first, until it is decided", async () => {
    const [one, two] = await makeIssues(test, [{ unit: "DESIGN" }, { unit: "DESIGN" }]);
    const first = await calls.request("design.dev1", one.id, { edit: { title: "First" } });
    const second = await calls.request("design.dev1", two.id, { edit: { title: "Second" } });
    expect(idsOf(await calls.list("design.head", "requestInbox"))).toEqual([first.id, second.id]);
    expect(idsOf(await calls.list("design.dev1", "myRequests"))).toEqual([second.id, first.id]);
    // Who is above is no head of it, and may decide all the same.
    for (const login of ["prod.head", "boss", "sales.head", "design.dev1", "analyst"]) {
      expect([login, await calls.list(login, "requestInbox")]).toEqual([login, []]);
    }
    await calls.refuse("prod.head", first);
    expect(await calls.list("design.head", "requestInbox")).toMatchObject([
      { id: second.id, canDecide: true, canWithdraw: false, waitedMinutes: 0 },
    ]);
    await calls.withdraw("design.dev1", second);
    expect(await calls.list("design.head", "requestInbox")).toEqual([]);
  });

  it("section 1: where a unit has no manager, the nearest above has it in the inbox", async () => {
    await issues.whileMember("outsider", "REPORTER", "COMM", async () => {
      const [issue] = await makeIssues(test, [{ unit: "SERVICE", author: "outsider" }]);
      const { id } = await calls.request("outsider", issue.id, { edit: { title: "Named" } });
      expect(idsOf(await calls.list("service.head", "requestInbox"))).toEqual([id]);
      expect(idsOf(await calls.list("comm.head", "requestInbox"))).toEqual([]);
    });
  });

  it("R10: what was asked is masked by the fields, and what was said like a hand-off's words", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.rep1" }]);
    const act = { edit: { title: "New", estimate: 8 } };
    const asked = await calls.request("dev.rep1", issue.id, act, { comment: "It grew" });
    expect(asked.changes.map(({ field }) => field)).toEqual(["title", "estimate"]);
    // R8: no holder any more, they follow it and read the first row of the table.
    await issues.assign("dev.head", issue.id, null);
    const [masked] = (await calls.ofIssue("dev.rep1", issue.id)) ?? [];
    expect(masked?.changes).toEqual([{ field: "title", before: null, after: "New" }]);
    expect(masked?.comment).toBeNull();
    const answer = await test.as("dev.rep1")("{ myRequests { comment reason } }", {});
    expect(answer.extensions?.redacted).toEqual(["IssueRequest.comment", "IssueRequest.reason"]);
  });

  it("the fields that are asked for decide nothing about which requests there are", async () => {
    const [one, two] = await makeIssues(test, [{ unit: "DEV" }, { unit: "DEV" }]);
    await calls.request("dev.dev1", one.id, { edit: { title: "One" } });
    await calls.request("dev.dev1", two.id, { edit: { title: "Two" } });
    const ask =
      "query($ids: [ID!]) { issues(filter: { id: { in: $ids } }) { nodes { requests { state } } } }";
    const answer = await test.as("dev.head")<{ issues: { nodes: unknown[] } }>(ask, {
      ids: [one.id, two.id],
    });
    const each = { requests: [{ state: "PENDING" }] };
    expect(dataOf(answer).issues.nodes).toEqual([each, each]);
  });
});

const LOG =
  "query($issue: ID!) { events(issue: $issue) { totalCount nodes { kind changes { field after } } } }";

async function logOf(login: string, issue: string) {
  interface Answer {
    readonly events: {
      readonly totalCount: number;
      readonly nodes: readonly {
        readonly kind: string;
        readonly changes: readonly { readonly field: string; readonly after: unknown }[];
      }[];
    };
  }
  const { events } = dataOf(await test.as(login)<Answer>(LOG, { issue }));
  const requests = events.nodes.filter(({ kind }) => kind.startsWith("REQUEST_"));
  return {
    isCounted: events.totalCount === events.nodes.length,
    told: requests.map(({ kind, changes }) => [kind, ...changes.map(({ field }) => field)]),
  };
}

describe("its events (L4, I9)", () => {
  it("PER-05: the history tells them to who sees the request, with the fields that they read", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.rep1" }]);
    const act = { edit: { title: "New", estimate: 8 } };
    const request = await calls.request("dev.rep1", issue.id, act, { comment: "It grew" });
    await calls.refuse("dev.head", request);
    await issues.assign("dev.head", issue.id, null);
    const all = [
      ["REQUEST_REFUSED", "request", "requestedBy", "handoffWords"],
      ["REQUEST_MADE", "request", "title", "estimate", "handoffWords"],
    ];
    const some = [
      ["REQUEST_REFUSED", "request", "requestedBy"],
      ["REQUEST_MADE", "request", "title"],
    ];
    for (const login of ["dev.head", "boss"]) {
      expect([login, await logOf(login, issue.id)]).toEqual([login, { isCounted: true, told: all }]);
    }
    expect(await logOf("dev.rep1", issue.id)).toEqual({ isCounted: true, told: some });
    for (const login of ["dev.dev1", "analyst"]) {
      expect([login, await logOf(login, issue.id)]).toEqual([login, { isCounted: true, told: [] }]);
    }
  });

  it("I9: a stream tells the same people the same, and leaves it out for all others", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", author: "outsider", assignee: "dev.rep1" }]);
    const logins = ["dev.rep1", "dev.head", "dev.dev1", "outsider"];
    const watches = await Promise.all(
      logins.map((login) => scene.watch(login, ISSUE_CHANGED, { id: issue.id })),
    );
    const request = await calls.request("dev.rep1", issue.id, { edit: { estimate: 8 } });
    await calls.accept("dev.head", request);
    const readers = watches.slice(0, 3);
    await Promise.all(readers.map((watch) => watch.until(() => kindsOf(watch).includes("ISSUE_EDITED"))));
    expect(watches.map(kindsOf)).toEqual([
      ["REQUEST_MADE", "REQUEST_ACCEPTED", "ISSUE_EDITED"],
      ["REQUEST_MADE", "REQUEST_ACCEPTED", "ISSUE_EDITED"],
      ["ISSUE_EDITED"],
      // An author reads no estimate.
      [],
    ]);
  });
});

function kindsOf(watch: { readonly events: readonly unknown[] }): string[] {
  return watch.events.map((event) => (event as { event: { kind: string } }).event.kind);
}
