import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { HandoffCalls } from "../../testing/handoff-calls.js";
import { IssueCalls } from "../../testing/issue-calls.js";
import { ISSUE_CHANGED, LiveScene } from "../../testing/live-scene.js";
import { makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: HandoffCalls;
let issues: IssueCalls;
let scene: LiveScene;

beforeAll(async () => {
  test = await startTestServer();
  calls = new HandoffCalls(test);
  issues = new IssueCalls(test);
  scene = new LiveScene(test);
});
afterAll(() => test.stop());
afterEach(() => {
  scene.clear();
});

const READ = `query($id: ID!) { issue(id: $id) { title description estimate rank commentCount inTransit
  handoffs { comment steps { comment } } } }`;

async function read(login: string, id: string) {
  const answer = await test.as(login)<{ issue: Record<string, unknown> | null }>(READ, { id });
  return { issue: dataOf(answer).issue, redacted: answer.extensions?.redacted ?? [] };
}

it("R10: whoever may act on the current step reads conditions and estimate while they may, no rank; then only follows", async () => {
  const [issue] = await makeIssues(test, [{ unit: "DEV", description: "What for", estimate: 3 }]);
  expect((await read("sales.head", issue.id)).issue).toBeNull();
  const handoff = await calls.start("dev.head", issue.id, "SALES", { comment: "Yours?" });
  for (const login of ["sales.head", "comm.head"]) {
    const { issue: seen, redacted } = await read(login, issue.id);
    expect(seen).toMatchObject({ description: "What for", estimate: 3, rank: null, inTransit: true });
    expect(seen?.["handoffs"]).toMatchObject([{ comment: "Yours?" }]);
    expect(redacted).toEqual(["Issue.rank"]);
  }
  for (const login of ["sales.dev1", "service.head"]) expect((await read(login, issue.id)).issue).toBeNull();
  await calls.refuse("sales.head", handoff);
  expect((await read("comm.head", issue.id)).issue).toBeNull();
  const { issue: followed, redacted } = await read("sales.head", issue.id);
  expect(followed).toMatchObject({ description: null, estimate: null, inTransit: false });
  expect(redacted).toContain("Handoff.comment");
  expect(redacted).toContain("HandoffStep.comment");
});

it("R10: lists, counts and text find what waits for a head, for as long as it does", async () => {
  const [issue] = await makeIssues(test, [{ unit: "DEV", title: "Zanzibar" }]);
  const ask =
    '{ issues(filter: { text: "Zanzibar" }) { totalCount nodes { id } } handoffInbox { handoff { issue { id } } } }';
  interface Found {
    readonly issues: { readonly totalCount: number };
    readonly handoffInbox: readonly { readonly handoff: { readonly issue: { readonly id: string } } }[];
  }
  const count = async (login: string) => {
    const found = dataOf(await test.as(login)<Found>(ask));
    return [found.issues.totalCount, found.handoffInbox.some(({ handoff }) => handoff.issue.id === issue.id)];
  };
  expect(await count("sales.head")).toEqual([0, false]);
  const handoff = await calls.start("dev.head", issue.id, "SALES");
  expect(await count("sales.head")).toEqual([1, true]);
  // Who only manages from above may act, and is no head to whom it is routed.
  expect(await count("comm.head")).toEqual([1, false]);
  expect(await count("sales.dev1")).toEqual([0, false]);
  await calls.withdraw("dev.head", handoff);
  expect(await count("sales.head")).toEqual([0, false]);
});

it("I9: the card leaves one board and comes to the other; a head whose turn is over is told GONE", async () => {
  const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
  const [from, to] = [await scene.board("dev.dev1", "DEV"), await scene.board("sales.dev1", "SALES")];
  const handoff = await calls.start("dev.head", issue.id, "SALES");
  const watch = await scene.watch("comm.head", ISSUE_CHANGED, { id: issue.id });
  const refused = await calls.refuse("sales.head", handoff);
  await watch.untilOver();
  expect(watch.kinds).toEqual(["GONE"]);
  await from.until(() => from.has(refused.issue.lastEvent));
  const again = await calls.start("dev.head", issue.id, "SALES");
  const { issue: arrived } = await calls.accept("sales.head", again);
  await to.until(() => to.has(arrived.lastEvent));
  expect(to.kinds).toEqual(["ISSUE_HANDED_OFF"]);
  await from.until(() => from.has(arrived.lastEvent));
  expect(from.kinds.at(-1)).toBe("GONE");
  expect(from.kinds.filter((kind) => kind === "GONE")).toHaveLength(1);
  expect(await issues.read("dev.dev1", issue.id)).toBeNull();
});

it("H5: which hand-offs and steps there are hangs on nothing that is selected", async () => {
  const [one, two] = await makeIssues(test, [{ unit: "DEV" }, { unit: "DEV" }]);
  for (const { id } of [one, two]) await calls.start("dev.head", id, "SALES");
  const ask =
    "query($ids: [ID!]) { issues(filter: { id: { in: $ids } }) { nodes { handoffs { steps { state } } } } }";
  const answer = await test.as("dev.head")<{ issues: { nodes: unknown[] } }>(ask, { ids: [one.id, two.id] });
  const each = { handoffs: [{ steps: [{ state: "ACCEPTED" }, { state: "PENDING" }] }] };
  expect(dataOf(answer).issues.nodes).toEqual([each, each]);
});
