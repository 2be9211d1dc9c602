import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../testing/events.js";
import { HandoffCalls } from "../../testing/handoff-calls.js";
import { IssueCalls, outcome } from "../../testing/issue-calls.js";
import { RequestCalls } from "../../testing/request-calls.js";
import { runSql } from "../../testing/sql.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: RequestCalls;
let issues: IssueCalls;

beforeAll(async () => {
  test = await startTestServer();
  calls = new RequestCalls(test);
  issues = new IssueCalls(test);
});
afterAll(() => test.stop());

/** An issue that a reporter of DEV holds, and what they ask for. */
async function asked(act: object, more: object = {}) {
  const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.rep1" }]);
  return calls.request("dev.rep1", issue.id, act as Record<string, unknown>, more as Record<string, unknown>);
}

describe("who decides (H6)", () => {
  it("PER-14: a request of an issue that one does not see, or of others on one that one sees, is not found", async () => {
    const request = await asked({ edit: { title: "New" } });
    for (const login of ["sales.head", "outsider", "app.head", "dev.dev1", "analyst"]) {
      for (const id of [request.id, "999999", "no id"]) {
        const told = [
          await calls.refused(login, "acceptRequest", { request: id }),
          await calls.refused(login, "refuseRequest", { request: id, reason: "No" }),
          await calls.refused(login, "withdrawRequest", { request: id }),
        ];
        expect([login, id, ...told]).toEqual([login, id, "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
      }
    }
  });

  it("R2: who has just ceased to be a head decides nothing", async () => {
    const [one, two] = [await asked({ edit: { title: "A" } }), await asked({ edit: { title: "B" } })];
    await issues.whileMember("outsider", "MANAGER", "DEV", () => calls.accept("outsider", one));
    expect(await calls.refused("outsider", "acceptRequest", { request: two.id })).toBe("NOT_FOUND");
    const reason = { request: two.id, reason: "No" };
    expect(await calls.refused("outsider", "refuseRequest", reason)).toBe("NOT_FOUND");
  });

  it("who asked decides nothing, and withdraws; nobody else does", async () => {
    const request = await asked({ edit: { title: "New" } });
    const by = { request: request.id };
    expect(await calls.refused("dev.rep1", "acceptRequest", by)).toBe("FORBIDDEN H6");
    expect(await calls.refused("dev.rep1", "refuseRequest", { ...by, reason: "No" })).toBe("FORBIDDEN H6");
    expect(await calls.refused("dev.head", "withdrawRequest", by)).toBe("FORBIDDEN H6");
    const withdrawn = await calls.withdraw("dev.rep1", request);
    expect(withdrawn).toMatchObject({
      state: "WITHDRAWN",
      canWithdraw: false,
      decidedBy: { name: "dev.rep1" },
    });
    for (const [login, mutation] of [
      ["dev.head", "acceptRequest"],
      ["dev.rep1", "withdrawRequest"],
    ] as const) {
      expect(await calls.refused(login, mutation, by)).toBe("CONFLICT H6");
    }
  });

  it("R3: a MANAGER of a unit above decides too; the second hears what happened", async () => {
    const request = await asked({ edit: { title: "From above" } });
    const accepted = await calls.accept("prod.head", request);
    expect(accepted).toMatchObject({ state: "ACCEPTED", decidedBy: { name: "prod.head" } });
    const second = await calls.ask("dev.head", "refuseRequest", { request: request.id, reason: "No" });
    expect(outcome(second)).toBe("CONFLICT H6");
    expect(second.errors?.[0]?.extensions["current"]).toMatchObject({
      state: "ACCEPTED",
      decidedBy: issues.person("prod.head"),
    });
  });

  it("refusing needs a reason, which the asker reads", async () => {
    const request = await asked({ edit: { title: "New" } });
    const blank = { request: request.id, reason: " \n" };
    expect(await calls.refused("dev.head", "refuseRequest", blank)).toBe("BAD_USER_INPUT reason");
    const events = await eventsOf(test, () => calls.refuse("dev.head", request, "It is named so"));
    expect(events).toMatchObject([
      {
        ...{ kind: "REQUEST_REFUSED", entity: "request", actorId: issues.person("dev.head") },
        changes: [
          { field: "request", before: "PENDING", after: "REFUSED" },
          { field: "requestedBy", after: issues.person("dev.rep1") },
          { field: "handoffWords", after: "It is named so" },
        ],
      },
    ]);
    expect(await calls.ofIssue("dev.rep1", request.issue.id)).toMatchObject([
      { state: "REFUSED", reason: "It is named so", decidedBy: { name: "dev.head" } },
    ]);
  });

  it("a repeat with the same clientMutationId decides once", async () => {
    const request = await asked({ edit: { title: "Once" } });
    const by = { request: request.id, m: "yes" };
    const first = await calls.done("dev.head", "acceptRequest", by);
    const events = await eventsOf(test, async () => {
      expect((await calls.done("dev.head", "acceptRequest", by)).id).toBe(first.id);
    });
    expect(events).toEqual([]);
  });

  it("H6: two heads at once: one wins and the other gets CONFLICT, 200 rounds", async () => {
    const made = await makeIssues(
      test,
      Array.from({ length: 200 }, () => ({ unit: "DEV" })),
    );
    const told = new Map<string, number>();
    for (const [round, { id }] of made.entries()) {
      const { id: request } = await calls.request("dev.dev1", id, { edit: { title: "Wanted" } });
      const other = round % 2 === 0 ? "acceptRequest" : "refuseRequest";
      const both = await Promise.all([
        calls.ask("dev.head", "acceptRequest", { request }),
        calls.ask("prod.head", other, { request, reason: "No" }),
      ]);
      const ends = both.map(outcome).sort().join();
      told.set(ends, (told.get(ends) ?? 0) + 1);
    }
    expect(Object.fromEntries(told)).toEqual({ "CONFLICT H6,OK": 200 });
    const count = `select count(*)::int as n from issue_request q join issue i on i.id = q.issue_id
      where (q.state = 'ACCEPTED') <> (i.title = 'Wanted') and q.act->'edit'->>'title' = 'Wanted'`;
    expect(await runSql(test.database.connection, count)).toEqual([{ n: 0 }]);
  }, 120_000);
});

describe("accepting does it, in the head's name (H6)", () => {
  it("L4: one action: the event that names both, and that of the act by the head", async () => {
    const request = await asked({ edit: { title: "Better", estimate: 5 } });
    const events = await eventsOf(test, () => calls.accept("dev.head", request));
    const head = issues.person("dev.head");
    expect(events).toMatchObject([
      {
        ...{ kind: "REQUEST_ACCEPTED", entityId: request.id, actorId: head },
        changes: [
          { field: "request", before: "PENDING", after: "ACCEPTED" },
          { field: "requestedBy", before: null, after: issues.person("dev.rep1") },
        ],
      },
      { kind: "ISSUE_EDITED", entityId: request.issue.id, actorId: head },
    ]);
    expect(new Set(events.map(({ operation }) => operation)).size).toBe(1);
    expect(await issues.read("dev.head", request.issue.id)).toMatchObject({
      title: "Better",
      estimate: 5,
      revision: request.issue.revision + 2,
    });
    const concerned =
      "select concerned_ids from event where kind = 'REQUEST_ACCEPTED' order by id desc limit 1";
    expect(await runSql(test.database.connection, concerned)).toEqual([
      { concerned_ids: [issues.person("dev.rep1")] },
    ]);
  });

  it("R6: a move that a reporter may not make", async () => {
    const request = await asked({ moveTo: issues.status("DEV/To do") });
    expect(request).toMatchObject({ kind: "MOVE", status: { name: "To do" } });
    const events = await eventsOf(test, () => calls.accept("dev.head", request));
    expect(events.map(({ kind }) => kind)).toEqual(["REQUEST_ACCEPTED", "ISSUE_MOVED"]);
    expect((await issues.read("dev.rep1", request.issue.id))?.status.name).toBe("To do");
  });

  it("L3: another holder, or none", async () => {
    const request = await asked({ assign: { assignee: issues.person("dev.dev2") } });
    expect((await calls.accept("dev.head", request)).issue.assignee).toEqual({ name: "dev.dev2" });
    const [held] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.dev2" }]);
    const nobody = await calls.request("dev.dev1", held.id, { assign: {} });
    expect(nobody.changes).toEqual([{ field: "assignee", before: null, after: null }]);
    expect((await calls.accept("dev.head", nobody)).issue.assignee).toBeNull();
  });

  it("L5: cancelling, with the reason that was given", async () => {
    const request = await asked({ cancel: { reason: "Bought elsewhere" } });
    const events = await eventsOf(test, () => calls.accept("dev.head", request));
    expect(events[1]).toMatchObject({ kind: "ISSUE_CANCELLED", actorId: issues.person("dev.head") });
    expect(events[1]?.changes).toContainEqual({ field: "reason", before: null, after: "Bought elsewhere" });
    expect((await calls.ofIssue("dev.rep1", request.issue.id))?.[0]?.issue.resolution).toBe("CANCELLED");
  });

  it("H1: a hand-off begins in the head's name, and their own step is accepted with it", async () => {
    const request = await asked({ handOff: { toUnit: issues.unit("SALES") } }, { comment: "It is theirs" });
    const accepted = await calls.accept("dev.head", request);
    expect(accepted).toMatchObject({ state: "ACCEPTED", issue: { inTransit: true, unit: { key: "DEV" } } });
    const steps = await test.as("dev.head")<{ issue: { handoffs: unknown[] } }>(
      "query($id: ID!) { issue(id: $id) { handoffs { comment startedBy { name } steps { state } } } }",
      { id: request.issue.id },
    );
    expect(steps.data?.issue.handoffs).toEqual([
      {
        ...{ comment: "It is theirs", startedBy: { name: "dev.head" } },
        steps: [{ state: "ACCEPTED" }, { state: "PENDING" }],
      },
    ]);
  });

  it("H4: one that arrives at once is accepted; the others of the issue end with it", async () => {
    const request = await asked({ handOff: { toUnit: issues.unit("SALES") } });
    const other = await calls.request("dev.rep1", request.issue.id, { edit: { title: "New" } });
    const accepted = await calls.accept("boss", request);
    expect(accepted).toMatchObject({ state: "ACCEPTED", issue: { unit: { key: "SALES" } } });
    expect(await calls.refused("dev.head", "acceptRequest", { request: other.id })).toBe("CONFLICT H6");
    const ofAsker = await calls.list("dev.rep1", "myRequests");
    expect(ofAsker.find(({ id }) => id === other.id)).toMatchObject({ state: "OBSOLETE", decidedBy: null });
  });
});

describe("what stands in the way now: CONFLICT, and the request goes on waiting (H6)", () => {
  async function standsInTheWay(request: { readonly id: string; readonly issue: { readonly id: string } }) {
    const by = { request: request.id };
    const told = await calls.refused("dev.head", "acceptRequest", by);
    const all = (await calls.ofIssue("dev.head", request.issue.id)) ?? [];
    expect(all.find(({ id }) => id === request.id)?.state).toBe("PENDING");
    return told;
  }

  it("I5: somebody changed the same field since, with both values; another field does not matter", async () => {
    const request = await asked({ edit: { title: "Asked" } });
    const { id, revision } = request.issue;
    await issues.update("dev.head", { id, revision }, { description: "Other" });
    await issues.update("dev.head", { id, revision: revision + 1 }, { title: "Theirs" });
    expect(await standsInTheWay(request)).toBe("CONFLICT I5");
    const answer = await calls.ask("dev.head", "acceptRequest", { request: request.id });
    expect(answer.errors?.[0]?.extensions["conflicts"]).toMatchObject([
      { field: "title", yours: "Asked", theirs: "Theirs" },
    ]);
    const free = await asked({ edit: { title: "Free" } });
    await issues.update("dev.head", free.issue, { description: "Other" });
    expect((await calls.accept("dev.head", free)).issue.title).toBe("Free");
  });

  it("I5: somebody moved it or named another holder since", async () => {
    const [issue, held] = await makeIssues(test, [
      { unit: "DEV", assignee: "dev.rep1", status: "To do" },
      { unit: "DEV", assignee: "dev.rep1" },
    ]);
    const move = await calls.request("dev.rep1", issue.id, { moveTo: issues.status("DEV/Backlog") });
    await issues.move("dev.head", issue.id, { status: issues.status("DEV/In progress") });
    expect(await standsInTheWay(move)).toBe("CONFLICT I5");
    const assign = await calls.request("dev.rep1", held.id, {
      assign: { assignee: issues.person("dev.dev1") },
    });
    await issues.assign("dev.head", held.id, "dev.dev2");
    expect(await standsInTheWay(assign)).toBe("CONFLICT I5");
    // It is so already: there is nothing left to do, and nothing in the way.
    await issues.assign("dev.head", held.id, "dev.dev1");
    const events = await eventsOf(test, () => calls.accept("dev.head", assign));
    expect(events.map(({ kind }) => kind)).toEqual(["REQUEST_ACCEPTED"]);
  });

  it("H3: it is in transit", async () => {
    const request = await asked({ edit: { title: "New" } });
    await new HandoffCalls(test).start("dev.head", request.issue.id, "SALES");
    expect(await standsInTheWay(request)).toBe("CONFLICT H3");
  });

  it("I1: a sub-issue became unfinished", async () => {
    const request = await asked({ cancel: { reason: "Needless" } });
    await makeIssues(test, [{ unit: "DEV", parent: request.issue.id }]);
    expect(await standsInTheWay(request)).toBe("CONFLICT I1");
  });

  it("what it names is no more: a person left, a unit is archived, a parent is out of the head's sight", async () => {
    await issues.whileMember("outsider", "DEVELOPER", "DEV", async () => {
      const request = await asked({ assign: { assignee: issues.person("outsider") } });
      const end = "update membership set ended_at = now() where user_id = $1";
      await runSql(test.database.connection, end, [issues.person("outsider")]);
      expect(await standsInTheWay(request)).toBe("CONFLICT H6 assignee");
    });
    const [own] = await makeIssues(test, [{ unit: "SERVICE", author: "dev.dev1" }]);
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const below = await calls.request("dev.dev1", issue.id, { edit: { parent: own.id } });
    expect(below.changes).toEqual([{ field: "parent", before: null, after: own.id }]);
    expect(await standsInTheWay(below)).toBe("CONFLICT H6");
    expect((await calls.ofIssue("dev.head", issue.id))?.[0]?.changes).toEqual([]);
  });

  it("H6: closed, or handed off, it is no more to be decided", async () => {
    const closed = await asked({ edit: { title: "New" } });
    await issues.done("boss", "closeIssues", { ids: [closed.issue.id] });
    const gone = await asked({ edit: { title: "New" } });
    await new HandoffCalls(test).start("boss", gone.issue.id, "SALES");
    for (const request of [closed, gone]) {
      expect(await calls.refused("dev.head", "acceptRequest", { request: request.id })).toBe("CONFLICT H6");
      expect(await calls.refused("dev.rep1", "withdrawRequest", { request: request.id })).toBe("CONFLICT H6");
      const [own] = (await calls.ofIssue("dev.rep1", request.issue.id)) ?? [];
      expect(own).toMatchObject({ state: "OBSOLETE", canWithdraw: false, decidedBy: null });
    }
    await issues.done("boss", "reopenIssue", { id: closed.issue.id, reason: "Not yet" });
    expect((await calls.ofIssue("dev.head", closed.issue.id))?.[0]?.state).toBe("OBSOLETE");
  });
});
