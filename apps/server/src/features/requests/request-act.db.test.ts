import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HandoffCalls } from "../../testing/handoff-calls.js";
import { eventsOf } from "../../testing/events.js";
import { IssueCalls } from "../../testing/issue-calls.js";
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

const refusedAct = (login: string, issue: string, act: object) =>
  calls.refused(login, "requestAct", { issue, act });

describe("requestAct: who may ask for what (H6)", () => {
  it("PER-14: an issue of another department is not found, as one that does not exist or is no id", async () => {
    const [foreign] = await makeIssues(test, [{ unit: "DEV" }]);
    for (const act of [{ edit: { title: "Mine" } }, { moveTo: issues.status("DEV/To do") }, {}]) {
      for (const id of [foreign.id, "999999", "no id"]) {
        expect(await refusedAct("sales.dev1", id, act)).toBe("NOT_FOUND");
      }
    }
  });

  it("R2: who has just ceased to see it asks for nothing", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const act = { edit: { title: "Better" } };
    await issues.whileMember("outsider", "DEVELOPER", "DEV", () => calls.request("outsider", issue.id, act));
    expect(await refusedAct("outsider", issue.id, { edit: { title: "Best" } })).toBe("NOT_FOUND");
    expect(await calls.list("outsider", "myRequests")).toEqual([]);
  });

  it("what it names must be there: a status, a person, a unit, a parent that is seen", async () => {
    const [issue, foreign] = await makeIssues(test, [{ unit: "DEV" }, { unit: "SALES" }]);
    for (const act of [
      { moveTo: "999999" },
      { assign: { assignee: "999999" } },
      { handOff: { toUnit: "no id" } },
      { edit: { parent: foreign.id } },
      { edit: { parent: "999999" } },
    ]) {
      expect([act, await refusedAct("dev.dev1", issue.id, act)]).toEqual([act, "NOT_FOUND"]);
    }
    expect(await refusedAct("dev.dev1", issue.id, { moveTo: issues.status("SALES/To do") })).toBe(
      "BAD_USER_INPUT status",
    );
    const outsider = { assign: { assignee: issues.person("outsider") } };
    expect(await refusedAct("dev.dev1", issue.id, outsider)).toBe("BAD_USER_INPUT assignee");
    expect(await refusedAct("dev.dev1", issue.id, { edit: { labels: ["999999"] } })).toBe(
      "BAD_USER_INPUT labels",
    );
  });

  it("one thing is asked for, and it is something", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const two = { edit: { title: "A" }, handOff: { toUnit: issues.unit("SALES") } };
    for (const act of [{}, { edit: {} }, two]) {
      expect(await refusedAct("dev.dev1", issue.id, act)).toBe("BAD_USER_INPUT act");
    }
    expect(await refusedAct("dev.dev1", issue.id, { cancel: { reason: " \n" } })).toBe(
      "BAD_USER_INPUT reason",
    );
    expect(await refusedAct("dev.dev1", issue.id, { edit: { estimate: -1 } })).toBe(
      "BAD_USER_INPUT estimate",
    );
  });

  it("L2: no law is asked round, by nobody", async () => {
    const [open, closed] = await makeIssues(test, [
      { unit: "DEV", assignee: "dev.rep1" },
      { unit: "DEV", status: "Closed", assignee: "dev.rep1" },
    ]);
    for (const login of ["dev.dev1", "dev.rep1", "dev.head", "analyst"]) {
      expect(await refusedAct(login, open.id, { moveTo: issues.status("DEV/Closed") })).toBe("LAW L2");
      expect(await refusedAct(login, closed.id, { moveTo: issues.status("DEV/To do") })).toBe("LAW L2");
      expect(await refusedAct(login, closed.id, { cancel: { reason: "Needless" } })).toBe("LAW L2");
    }
  });

  it("R10: nobody asks for a change of what they do not read", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", author: "outsider", heldBefore: ["dev.rep1"] }]);
    // An author reads conditions and no estimate; who only follows reads the first row of the table.
    expect(await refusedAct("outsider", issue.id, { edit: { estimate: 3 } })).toBe("FORBIDDEN R10 estimate");
    expect(await refusedAct("outsider", issue.id, { edit: { title: "A", value: 3 } })).toBe(
      "FORBIDDEN R10 value",
    );
    expect(await refusedAct("dev.rep1", issue.id, { edit: { description: "A" } })).toBe(
      "FORBIDDEN R10 description",
    );
    expect(await refusedAct("dev.rep1", issue.id, { edit: { labels: ["999999"] } })).toBe(
      "FORBIDDEN R10 labels",
    );
    expect((await calls.request("outsider", issue.id, { edit: { description: "A" } })).state).toBe("PENDING");
    expect((await calls.request("dev.rep1", issue.id, { edit: { dueDate: "2026-12-24" } })).state).toBe(
      "PENDING",
    );
  });

  it("R10: dates that the asker does not read stand in no way of theirs: nothing can be guessed by asking", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", heldBefore: ["dev.rep1"] }]);
    const set = "update issue set start_date = '2026-12-10' where id = $1";
    await runSql(test.database.connection, set, [issue.id]);
    const asked = await calls.request("dev.rep1", issue.id, { edit: { dueDate: "2026-12-01" } });
    // The head reads both, and hears of it.
    expect(await calls.refused("dev.head", "acceptRequest", { request: asked.id })).toBe(
      "CONFLICT H6 startDate",
    );
  });

  it.each<[string, string, (issues: IssueCalls) => object]>([
    ["a head edits", "dev.head", () => ({ edit: { title: "New" } })],
    ["who is above edits", "prod.head", () => ({ edit: { estimate: 3 } })],
    ["a developer moves", "dev.dev1", (of) => ({ moveTo: of.status("DEV/Review") })],
    [
      "a developer takes what nobody holds",
      "dev.dev1",
      (of) => ({ assign: { assignee: of.person("dev.dev1") } }),
    ],
    [
      "a developer hands off what nobody holds",
      "dev.dev1",
      (of) => ({ handOff: { toUnit: of.unit("SALES") } }),
    ],
    ["the boss closes", "boss", (of) => ({ moveTo: of.status("DEV/Closed") })],
  ])("%s without asking anybody", async (_what, login, act) => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    expect(await refusedAct(login, issue.id, act(issues))).toBe("CONFLICT H6");
  });

  it("what stands in everybody's way is not asked for", async () => {
    const [parent, travelling, archived] = await makeIssues(test, [
      { unit: "DEV", assignee: "dev.rep1" },
      { unit: "DEV", assignee: "dev.rep1" },
      { unit: "DEV", assignee: "dev.rep1" },
    ]);
    await makeIssues(test, [{ unit: "SALES", parent: parent.id }]);
    await runSql(test.database.connection, "update issue set archived = true where id = $1", [archived.id]);
    expect(await refusedAct("dev.rep1", parent.id, { cancel: { reason: "Old" } })).toBe("CONFLICT I1");
    await new HandoffCalls(test).start("dev.head", travelling.id, "SALES");
    expect(await refusedAct("dev.rep1", travelling.id, { edit: { title: "New" } })).toBe("CONFLICT H3");
    expect(await refusedAct("dev.rep1", travelling.id, { handOff: { toUnit: issues.unit("SALES") } })).toBe(
      "CONFLICT H2",
    );
    expect(await refusedAct("dev.rep1", archived.id, { edit: { title: "New" } })).toBe("CONFLICT L5");
  });

  it("H1: a REPORTER asks for a hand-off", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.rep1" }]);
    const toUnit = issues.unit("SALES");
    const asked = await calls.request("dev.rep1", issue.id, { handOff: { toUnit } }, { comment: "Theirs" });
    expect(asked).toMatchObject({
      ...{ kind: "HAND_OFF", state: "PENDING", comment: "Theirs", canDecide: false, canWithdraw: true },
      ...{ toUnit: { key: "SALES" }, askedBy: { name: "dev.rep1" }, decidedBy: null },
      changes: [{ field: "handoffTo", before: null, after: toUnit }],
      issue: { inTransit: false, unit: { key: "DEV" } },
    });
  });

  it("the same is asked once at a time, by each; a repeat with the same clientMutationId answers with the first", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const one = await issues.label("DEV", "one");
    const two = await issues.label("DEV", "two");
    const act = { edit: { addLabels: [one, two], estimate: 3 } };
    const first = await calls.request("dev.dev1", issue.id, act, { m: "ask" });
    expect((await calls.request("dev.dev1", issue.id, act, { m: "ask" })).id).toBe(first.id);
    const turned = { edit: { estimate: 3, addLabels: [two, one, two] } };
    expect(await refusedAct("dev.dev1", issue.id, turned)).toBe("CONFLICT H6");
    expect((await calls.request("dev.dev2", issue.id, act)).id).not.toBe(first.id);
    await calls.withdraw("dev.dev1", first);
    expect((await calls.request("dev.dev1", issue.id, act)).id).not.toBe(first.id);
    const other = await calls.ask("dev.dev1", "requestAct", { issue: issue.id, act, m: "other" });
    expect(other.errors?.[0]?.extensions).toMatchObject({
      code: "CONFLICT",
      message: { key: "request.alreadyAsked" },
    });
  });

  it("nobody buries the inbox: twenty of an asker wait on an issue at the most", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    for (let n = 1; n <= 20; n++) await calls.request("dev.dev1", issue.id, { edit: { estimate: n } });
    expect(await refusedAct("dev.dev1", issue.id, { edit: { estimate: 21 } })).toBe("CONFLICT H6");
    expect((await calls.request("dev.dev2", issue.id, { edit: { estimate: 21 } })).state).toBe("PENDING");
  });

  it("L4, I5: one event that names who asked and what for, and raises the revision", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const before = await issues.read("dev.dev1", issue.id);
    const events = await eventsOf(test, () =>
      calls.request("dev.dev1", issue.id, { edit: { estimate: 5, dueDate: null } }, { comment: "Please" }),
    );
    expect(events).toMatchObject([
      {
        ...{ kind: "REQUEST_MADE", entity: "request", actorId: issues.person("dev.dev1") },
        changes: [
          { field: "request", before: null, after: "PENDING" },
          { field: "estimate", before: null, after: 5 },
          { field: "dueDate", before: null, after: null },
          { field: "handoffWords", before: null, after: "Please" },
        ],
      },
    ]);
    const after = await issues.read("dev.dev1", issue.id);
    expect(after?.revision).toBe((before?.revision ?? 0) + 1);
    const [row] = await runSql(
      test.database.connection,
      "select concerned_ids from event order by id desc limit 1",
    );
    expect(row?.["concerned_ids"]).toEqual([issues.person("dev.head")]);
  });
});
