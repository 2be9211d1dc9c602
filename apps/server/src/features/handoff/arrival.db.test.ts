import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../testing/events.js";
import { HandoffCalls, turnOf } from "../../testing/handoff-calls.js";
import { IssueCalls } from "../../testing/issue-calls.js";
import { makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: HandoffCalls;
let issues: IssueCalls;

beforeAll(async () => {
  test = await startTestServer();
  calls = new HandoffCalls(test);
  issues = new IssueCalls(test);
});
afterAll(() => test.stop());

describe("in transit (H3)", () => {
  it("conditions, status and assignee are frozen; comments and rank go on", async () => {
    const [issue, other] = await makeIssues(test, [{ unit: "DEV" }, { unit: "DEV" }]);
    const { issue: moving } = await calls.start("dev.dev1", issue.id, "SALES");
    const { id } = issue;
    const edit = { id, revision: moving.revision, input: { title: "New" } };
    expect(await issues.refused("dev.head", "updateIssue", edit)).toBe("CONFLICT H3");
    const status = issues.status("DEV/To do");
    expect(await issues.refused("boss", "moveIssue", { id, status })).toBe("CONFLICT H3");
    expect(await issues.refused("dev.head", "assignIssue", { id, assignee: issues.person("dev.dev2") })).toBe(
      "CONFLICT H3",
    );
    expect(await issues.refused("dev.dev2", "takeIssue", { id })).toBe("CONFLICT H3");
    await issues.comment("dev.dev1", id, "Still here");
    await issues.move("dev.dev1", id, { after: other.id });
    expect(await issues.read("dev.dev1", id)).toMatchObject({ commentCount: 1, unit: { key: "DEV" } });
  });

  it("is told and can be asked for", async () => {
    const ask =
      '{ issues(filter: { inTransit: true, unit: { eq: "UNIT" } }, first: 500) { totalCount nodes { inTransit } } }';
    const document = ask.replace("UNIT", issues.unit("DEV"));
    const { issues: found } = dataOf(
      await test.as("dev.head")<{ issues: { totalCount: number; nodes: { inTransit: boolean }[] } }>(
        document,
      ),
    );
    expect(found.totalCount).toBeGreaterThan(0);
    expect(found.nodes.every(({ inTransit }) => inTransit)).toBe(true);
  });
});

describe("arrival (H4)", () => {
  it("H4, L4: unit, status, holder, labels and rank in one action, each record with its event", async () => {
    const [top] = await makeIssues(test, [{ unit: "SALES", labels: ["known"] }]);
    const [issue] = await makeIssues(test, [
      { unit: "DEV", status: "In progress", assignee: "dev.dev1", labels: ["known", "unknown"] },
    ]);
    const handoff = await calls.start("dev.head", issue.id, "SALES");
    const events = await eventsOf(test, () => calls.accept("sales.head", handoff, { comment: "Ours" }));
    expect(events.map(({ kind, entity }) => [kind, entity])).toEqual([
      ["HANDOFF_ACCEPTED", "handoff"],
      ["ISSUE_HANDED_OFF", "issue"],
    ]);
    expect(new Set(events.map(({ operation }) => operation)).size).toBe(1);
    expect(events[1]?.changes.map(({ field }) => field)).toEqual([
      "unit",
      "status",
      "assignee",
      "labels",
      "rank",
    ]);
    const arrived = await issues.read("sales.head", issue.id);
    expect(arrived).toMatchObject({
      unit: { key: "SALES" },
      status: { name: "Backlog" },
      assignee: { name: "sales.head" },
    });
    expect(arrived?.labels?.map(({ name }) => name)).toEqual(["known"]);
    expect((await issues.column("sales.head", "SALES", "Backlog"))[0]).toBe(issue.id);
    expect((await issues.read("sales.head", top.id))?.rank).not.toBeNull();
    expect(await issues.column("dev.head", "DEV", "In progress")).not.toContain(issue.id);
  });

  it("H4: the accepting head of the last step names an executor who can hold there", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const handoff = await calls.start("dev.dev1", issue.id, "SALES");
    const named = (login: string, step = turnOf(handoff).id) => ({ step, assignee: issues.person(login) });
    expect(await calls.refused("dev.head", "acceptHandoff", named("sales.dev1"))).toBe(
      "BAD_USER_INPUT assignee",
    );
    const passed = await calls.accept("dev.head", handoff);
    const { id } = turnOf(passed);
    expect(await calls.refused("sales.head", "acceptHandoff", named("dev.dev1", id))).toBe(
      "BAD_USER_INPUT assignee",
    );
    expect(await calls.refused("sales.head", "acceptHandoff", { step: id, assignee: "999999" })).toBe(
      "NOT_FOUND",
    );
    const arrived = await calls.accept("sales.head", passed, { assignee: issues.person("sales.rep1") });
    expect(arrived.issue.assignee?.name).toBe("sales.rep1");
  });

  it("H4: sub-issues go along if the initiator says so: of the same unit, unfinished, not in transit", async () => {
    const [parent] = await makeIssues(test, [{ unit: "DEV" }]);
    const under = (more: object = {}) => ({ unit: "DEV", parent: parent.id, ...more });
    const [open, done, elsewhere, moving] = await makeIssues(test, [
      under({ assignee: "dev.dev2" }),
      under({ status: "Resolved" }),
      under({ unit: "APP" }),
      under(),
    ]);
    const [below] = await makeIssues(test, [{ unit: "DEV", parent: open.id }]);
    await calls.start("dev.dev1", moving.id, "DESIGN");
    const handoff = await calls.start("dev.head", parent.id, "SALES", { withSubIssues: true });
    await calls.accept("sales.head", handoff);
    const unitsNow = [];
    for (const { id } of [parent, open, below, done, elsewhere, moving]) {
      unitsNow.push((await issues.read("boss", id))?.unit.key);
    }
    expect(unitsNow).toEqual(["SALES", "SALES", "SALES", "DEV", "APP", "DEV"]);
    expect((await issues.column("sales.head", "SALES", "Backlog")).slice(0, 3)).toEqual([
      parent.id,
      open.id,
      below.id,
    ]);
    const trail = "query($id: ID!) { issue(id: $id) { handoffs { state to { key } steps { id } } } }";
    expect(dataOf(await test.as("sales.head")(trail, { id: open.id }))).toEqual({
      issue: { handoffs: [{ state: "ACCEPTED", to: { key: "SALES" }, steps: [] }] },
    });
    const [alone] = await makeIssues(test, [{ unit: "DEV" }]);
    const [stays] = await makeIssues(test, [{ unit: "DEV", parent: alone.id }]);
    await calls.start("boss", alone.id, "SALES");
    expect((await issues.read("boss", stays.id))?.unit.key).toBe("DEV");
  });
});
