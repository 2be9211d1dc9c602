import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../../testing/events.js";
import { IssueCalls, outcome } from "../../../testing/issue-calls.js";
import { runSql } from "../../../testing/sql.js";
import { startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

const to = (name: string) => ({ status: calls.status(name) });
const archive = (id: string) =>
  runSql(test.database.connection, "update issue set archived = true where id = $1", [id]);

describe("moveIssue: who may (R5, R6, L2, I3)", () => {
  it("PER-14: an issue of another department is not found, as one that does not exist or is no id", async () => {
    const foreign = await calls.create("dev.head", "DEV");
    for (const id of [foreign.id, "999999", "no id"]) {
      expect(await calls.refused("design.head", "moveIssue", { id })).toBe("NOT_FOUND");
      // Nor does it tell of itself by a fault in the rest.
      expect(await calls.refused("design.head", "moveIssue", { id, after: id, revision: 77 })).toBe(
        "NOT_FOUND",
      );
      const asked = { id, ...to("DEV/Closed") };
      expect(await calls.refused("design.head", "moveIssue", asked)).toBe("NOT_FOUND");
    }
  });

  it("R2: who has just ceased to be a member moves nothing", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    await calls.whileMember("outsider", "DEVELOPER", "DEV", () =>
      calls.move("outsider", id, to("DEV/Review")),
    );
    expect(await calls.refused("outsider", "moveIssue", { id, ...to("DEV/To do") })).toBe("NOT_FOUND");
  });

  it.each([
    ["dev.dev1", "Backlog", "Resolved", "OK"],
    ["dev.dev1", "Resolved", "In progress", "OK"],
    ["dev.dev1", "To do", "Closed", "LAW L2"],
    ["dev.head", "Resolved", "Closed", "LAW L2"],
    ["prod.head", "Resolved", "Closed", "LAW L2"],
    ["boss", "Resolved", "Closed", "OK"],
    ["boss", "Backlog", "Closed", "OK"],
    ["dev.head", "Closed", "In progress", "LAW L2"],
    ["dev.rep1", "Closed", "In progress", "LAW L2"],
    ["boss", "Closed", "In progress", "OK"],
    // The reporter holds it.
    ["dev.rep1", "Backlog", "In progress", "OK"],
    ["dev.rep1", "To do", "Resolved", "OK"],
    ["dev.rep1", "In progress", "Review", "OK"],
    ["dev.rep1", "In progress", "To do", "FORBIDDEN R6"],
    ["dev.rep1", "In progress", "Backlog", "FORBIDDEN R6"],
    ["dev.rep1", "In progress", "Closed", "LAW L2"],
    ["dev.rep1", "In progress", "In progress", "FORBIDDEN R10"],
    ["analyst", "Backlog", "To do", "FORBIDDEN I3"],
    ["analyst", "Backlog", "Backlog", "FORBIDDEN R10"],
    ["analyst", "Backlog", "Closed", "LAW L2"],
    ["sales.head", "Backlog", "To do", "NOT_FOUND"],
    ["admin", "Backlog", "To do", "NOT_FOUND"],
  ])("I3, L2: %s moves from %s to %s: %s", async (login, from, target, expected) => {
    const author = from === "Closed" ? "boss" : "dev.head";
    const input = { ...to(`DEV/${from}`), assignee: calls.person("dev.rep1") };
    const { id } = await calls.create(author, "DEV", input);
    const asked = { id, ...to(`DEV/${target}`) };
    const result =
      expected === "OK"
        ? outcome(await calls.ask(login, "moveIssue", asked))
        : await calls.refused(login, "moveIssue", asked);
    expect(result).toBe(expected);
  });

  it("R8: who only follows an issue does not move it", async () => {
    const { id } = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    await calls.assign("dev.head", id, null);
    const asked = { id, ...to("DEV/In progress") };
    expect(await calls.refused("dev.rep1", "moveIssue", asked)).toBe("FORBIDDEN I3");
    expect(await calls.refused("dev.rep1", "moveIssue", { id })).toBe("FORBIDDEN R10");
  });

  it("R6: a reporter's move leaves the place in the order, whatever neighbours it names", async () => {
    const [first, second] = await calls.createColumn("dev.head", "DEV", "In progress", 2);
    const made = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    const moved = await calls.move("dev.rep1", made.id, {
      ...to("DEV/In progress"),
      after: first?.id,
      before: second?.id,
    });
    expect(moved).toMatchObject({ rank: made.rank, status: { name: "In progress" }, revision: 2 });
  });

  it("I1: nothing is resolved or closed over an unfinished sub-issue; its number is told to who sees them all", async () => {
    const parent = await calls.create("dev.head", "DEV");
    const seen = await calls.create("dev.head", "DEV", { parent: parent.id });
    const answer = await calls.ask("dev.head", "moveIssue", { id: parent.id, ...to("DEV/Resolved") });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      ...{
        code: "CONFLICT",
        rule: "I1",
        message: { key: "issue.subIssuesUnfinished", params: { count: 1 } },
      },
    });
    const unseen = await calls.create("sales.head", "SALES");
    await calls.update("boss", unseen, { parent: parent.id });
    const masked = await calls.ask("dev.head", "moveIssue", { id: parent.id, ...to("DEV/Resolved") });
    expect(masked.errors?.[0]?.extensions).toMatchObject({
      ...{ code: "CONFLICT", rule: "I1", message: { key: "issue.subIssuesUnfinishedUnseen", params: {} } },
    });
    expect(await calls.refused("boss", "moveIssue", { id: parent.id, ...to("DEV/Closed") })).toBe(
      "CONFLICT I1",
    );
    await calls.move("sales.head", unseen.id, to("SALES/Resolved"));
    await calls.move("dev.head", seen.id, to("DEV/Resolved"));
    await calls.move("dev.head", parent.id, to("DEV/Resolved"));
  });

  it("L5: an archived issue stays where it is", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    await archive(id);
    expect(await calls.refused("dev.head", "moveIssue", { id, ...to("DEV/To do") })).toBe("CONFLICT L5");
    expect(await calls.refused("dev.head", "moveIssue", { id })).toBe("CONFLICT L5");
  });

  it("PER-18: wrong values are named by their field, and nothing else is told", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    const of = (more: Record<string, unknown>) => calls.refused("dev.head", "moveIssue", { id, ...more });
    expect(await of(to("APP/To do"))).toBe("BAD_USER_INPUT status");
    expect(await of({ status: "999999" })).toBe("NOT_FOUND");
    expect(await of({ status: "x\0" })).toBe("NOT_FOUND");
    expect(await of({ after: id })).toBe("BAD_USER_INPUT after");
    expect(await of({ before: id })).toBe("BAD_USER_INPUT before");
    expect(await of({ revision: 2 })).toBe("BAD_USER_INPUT revision");
    expect(await of({ revision: 0 })).toBe("BAD_USER_INPUT revision");
    expect(await of({ fields: { title: null } })).toBe("BAD_USER_INPUT title");
  });
});

describe("moveIssue: what becomes of it", () => {
  it("L4, I8: one event tells status, rank, resolution and the time of closing; leaving clears them", async () => {
    const { id } = await calls.create("boss", "DEV");
    const kinds = async (target: string) => {
      const events = await eventsOf(test, () => calls.move("boss", id, to(`DEV/${target}`)));
      expect(events).toMatchObject([{ kind: "ISSUE_MOVED", entityId: id, actorId: calls.person("boss") }]);
      return (events[0]?.changes ?? []).map(({ field, after }) =>
        field === "rank" ? field : [field, after],
      );
    };
    const closedAt = ["closedAt", expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/)];
    expect(await kinds("Resolved")).toEqual([
      ["status", calls.status("DEV/Resolved")],
      "rank",
      ["resolution", "DONE"],
    ]);
    expect(await kinds("Closed")).toEqual([["status", calls.status("DEV/Closed")], "rank", closedAt]);
    const closed = await calls.read("boss", id);
    expect(closed?.closedAt).toBe(closed?.updatedAt);
    expect(await kinds("In progress")).toEqual([
      ["status", calls.status("DEV/In progress")],
      "rank",
      ["resolution", null],
      ["closedAt", null],
    ]);
    expect(await calls.read("boss", id)).toMatchObject({ resolution: null, closedAt: null, revision: 4 });
  });

  it("I9: the event holds what sight hangs on, before and after", async () => {
    const { id } = await calls.create("dev.dev1", "DEV", { assignee: calls.person("dev.dev1") });
    const { lastEvent } = await calls.move("dev.dev1", id, to("DEV/Review"));
    const [event] = await runSql(test.database.connection, "select * from event where id = $1", [lastEvent]);
    expect(event).toMatchObject({
      ...{ issue_id: id, unit_id: calls.unit("DEV"), unit_before: calls.unit("DEV") },
      ...{ assignee_id: calls.person("dev.dev1"), assignee_before: calls.person("dev.dev1") },
      author_id: calls.person("dev.dev1"),
    });
  });

  it("I3: starting work assigns nobody", async () => {
    const { id } = await calls.create("dev.dev1", "DEV");
    expect((await calls.move("dev.dev1", id, to("DEV/In progress"))).assignee).toBeNull();
  });

  it("I3, R5: fields in a move are an edit: a manager's are written in its one event, a developer's refused", async () => {
    const { id } = await calls.create("dev.dev1", "DEV");
    const asked = { id, ...to("DEV/To do"), fields: { estimate: 5, description: "Known now" } };
    expect(await calls.refused("dev.dev1", "moveIssue", asked)).toBe("FORBIDDEN R5 description");
    const events = await eventsOf(test, () => calls.ask("dev.head", "moveIssue", asked));
    expect(events).toHaveLength(1);
    expect(events[0]?.changes.map(({ field }) => field)).toEqual([
      "description",
      "status",
      "estimate",
      "rank",
    ]);
    expect(await calls.read("dev.head", id)).toMatchObject({
      estimate: 5,
      revision: 2,
      status: { name: "To do" },
    });
    expect(outcome(await calls.ask("dev.dev1", "moveIssue", { id, fields: {} }))).toBe("OK");
  });
});

describe("moveIssue: two people (I5)", () => {
  it("a move with a revision conflicts when somebody moved the card to another status since", async () => {
    const issue = await calls.create("dev.head", "DEV");
    await calls.move("dev.dev2", issue.id, to("DEV/Review"));
    const asked = { id: issue.id, revision: 1, ...to("DEV/To do") };
    const answer = await calls.ask("dev.dev1", "moveIssue", asked);
    const [base, yours, theirs] = ["Backlog", "To do", "Review"].map((name) => calls.status(`DEV/${name}`));
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      ...{ code: "CONFLICT", rule: "I5", current: { revision: 2, status: theirs } },
      conflicts: [{ field: "status", base, yours, theirs }],
    });
    expect(await calls.refused("dev.dev1", "moveIssue", asked)).toBe("CONFLICT I5");
    // Without it, the last wins.
    expect(await calls.move("dev.dev1", issue.id, to("DEV/To do"))).toMatchObject({
      status: { name: "To do" },
    });
  });

  it("other changes since are no conflict: rank, edits, comments, the same status, there and back", async () => {
    const issue = await calls.create("dev.head", "DEV");
    await calls.move("dev.dev2", issue.id, {});
    await calls.update("dev.head", { id: issue.id, revision: 2 }, { title: "New" });
    await calls.comment("dev.dev2", issue.id, "Well");
    await calls.move("dev.dev2", issue.id, to("DEV/Review"));
    const asked = { id: issue.id, revision: 1 };
    expect(await calls.move("dev.dev1", issue.id, { ...asked, ...to("DEV/Review") })).toMatchObject({
      revision: 6,
    });
    expect(await calls.move("dev.dev1", issue.id, asked)).toMatchObject({ revision: 7 });
    await calls.move("dev.dev2", issue.id, to("DEV/Backlog"));
    expect(await calls.move("dev.dev1", issue.id, { ...asked, ...to("DEV/To do") })).toMatchObject({
      revision: 9,
    });
  });
});
