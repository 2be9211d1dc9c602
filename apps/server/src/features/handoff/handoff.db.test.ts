import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HandoffCalls, turnOf } from "../../testing/handoff-calls.js";
import { IssueCalls, outcome } from "../../testing/issue-calls.js";
import { runSql } from "../../testing/sql.js";
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

describe("startHandoff (H1)", () => {
  it("PER-14: an issue of another department is not found, as one that does not exist or is no id", async () => {
    const [foreign] = await makeIssues(test, [{ unit: "DEV" }]);
    const toUnit = issues.unit("DESIGN");
    for (const issue of [foreign.id, "999999", "no id"]) {
      expect(await calls.refused("sales.head", "startHandoff", { issue, toUnit })).toBe("NOT_FOUND");
    }
    const nowhere = { issue: foreign.id, toUnit: "999999" };
    expect(await calls.refused("dev.head", "startHandoff", nowhere)).toBe("NOT_FOUND");
  });

  it("R2: who has just ceased to be a developer starts nothing", async () => {
    const [one, other] = await makeIssues(test, [{ unit: "DEV" }, { unit: "DEV" }]);
    await issues.whileMember("outsider", "DEVELOPER", "DEV", () => calls.start("outsider", one.id, "SALES"));
    const wanted = { issue: other.id, toUnit: issues.unit("SALES") };
    expect(await calls.refused("outsider", "startHandoff", wanted)).toBe("NOT_FOUND");
  });

  it("H1: who may, and who may not", async () => {
    const [held] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.rep1", author: "outsider" }]);
    const wanted = { issue: held.id, toUnit: issues.unit("SALES") };
    for (const login of ["dev.dev1", "dev.rep1", "analyst", "outsider", "app.head"]) {
      expect([login, await calls.refused(login, "startHandoff", wanted)]).toEqual([login, "FORBIDDEN H1"]);
    }
    const own = { ...wanted, toUnit: issues.unit("DEV") };
    expect(await calls.refused("dev.head", "startHandoff", own)).toBe("BAD_USER_INPUT toUnit");
    expect((await calls.start("dev.head", held.id, "SALES")).state).toBe("PENDING");
    expect(await calls.refused("dev.head", "startHandoff", wanted)).toBe("CONFLICT H2");
  });

  it("H1: the initiator's own step is accepted at once, and the boss's hand-off is over with the start", async () => {
    const [one, two] = await makeIssues(test, [{ unit: "DEV" }, { unit: "DEV" }]);
    const byHead = await calls.start("dev.head", one.id, "SALES");
    expect(byHead.steps.map(({ unit, state, actedBy }) => [unit.key, state, actedBy?.name])).toEqual([
      ["DEV", "ACCEPTED", "dev.head"],
      ["SALES", "PENDING", undefined],
    ]);
    const byBoss = await calls.start("boss", two.id, "SALES");
    expect(byBoss).toMatchObject({
      state: "ACCEPTED",
      issue: { unit: { key: "SALES" }, assignee: { name: "boss" } },
    });
  });

  it("a repeat with the same clientMutationId starts one", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const one = await calls.start("dev.dev1", issue.id, "SALES", { m: "again" });
    const again = await calls.start("dev.dev1", issue.id, "SALES", { m: "again" });
    expect(again.id).toBe(one.id);
  });

  it("handoffRoute tells the way, to who sees the issue alone", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const ask =
      "query($i: ID!, $u: ID!) { handoffRoute(issue: $i, toUnit: $u) { unit { key } heads { name } yours } }";
    const variables = { i: issue.id, u: issues.unit("SALES") };
    expect(dataOf(await test.as("dev.head")(ask, variables))).toEqual({
      handoffRoute: [
        { unit: { key: "DEV" }, heads: [{ name: "dev.head" }], yours: true },
        { unit: { key: "SALES" }, heads: [{ name: "sales.head" }], yours: false },
      ],
    });
    expect(outcome(await test.as("sales.dev1")(ask, variables))).toBe("NOT_FOUND");
  });
});

describe("the steps (H2)", () => {
  it("PER-14: a step of a hand-off that one does not see is not found", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const handoff = await calls.start("dev.dev1", issue.id, "SALES");
    const last = handoff.steps[1]?.id ?? "";
    for (const step of [turnOf(handoff).id, last, "999999", "no id"]) {
      expect(await calls.refused("design.head", "acceptHandoff", { step })).toBe("NOT_FOUND");
      expect(await calls.refused("design.head", "refuseHandoff", { step, reason: "no" })).toBe("NOT_FOUND");
    }
    // The target's head sees nothing before the turn is theirs.
    expect(await calls.refused("sales.head", "acceptHandoff", { step: last })).toBe("NOT_FOUND");
    expect(await calls.refused("design.head", "withdrawHandoff", { handoff: handoff.id })).toBe("NOT_FOUND");
  });

  it("R2: who has just ceased to be a head acts on nothing", async () => {
    const [one, two] = await makeIssues(test, [{ unit: "DEV" }, { unit: "DEV" }]);
    const [first, second] = [
      await calls.start("dev.head", one.id, "SALES"),
      await calls.start("dev.head", two.id, "SALES"),
    ];
    await issues.whileMember("outsider", "MANAGER", "SALES", () => calls.accept("outsider", first));
    expect(await calls.refused("outsider", "acceptHandoff", { step: turnOf(second).id })).toBe("NOT_FOUND");
  });

  it("H2: in turn, by heads alone, and who comes second hears what happened", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const handoff = await calls.start("dev.dev1", issue.id, "SALES");
    const [first, last] = handoff.steps;
    expect(await calls.refused("dev.dev1", "acceptHandoff", { step: first?.id })).toBe("FORBIDDEN H2");
    expect(await calls.refused("boss", "acceptHandoff", { step: last?.id })).toBe("CONFLICT H2");
    const passed = await calls.accept("prod.head", handoff, { comment: "Go on" });
    expect(passed.steps[0]).toMatchObject({
      state: "ACCEPTED",
      comment: "Go on",
      actedBy: { name: "prod.head" },
    });
    const second = await calls.ask("dev.head", "refuseHandoff", { step: first?.id, reason: "late" });
    expect(outcome(second)).toBe("CONFLICT H2");
    expect(second.errors?.[0]?.extensions["current"]).toMatchObject({
      state: "ACCEPTED",
      actedBy: issues.person("prod.head"),
      handoff: "PENDING",
    });
  });

  it("H2: refused with a reason, it is back with its holder; the second head hears of it though they see it no more", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.dev1", status: "In progress" }]);
    const handoff = await calls.start("dev.head", issue.id, "SALES");
    const { id: step } = turnOf(handoff);
    expect(await calls.refused("sales.head", "refuseHandoff", { step, reason: " \n" })).toBe(
      "BAD_USER_INPUT reason",
    );
    const refused = await calls.refuse("sales.head", handoff);
    expect(refused).toMatchObject({
      state: "REFUSED",
      issue: {
        inTransit: false,
        unit: { key: "DEV" },
        assignee: { name: "dev.dev1" },
        status: { name: "In progress" },
      },
    });
    expect(await calls.refused("comm.head", "acceptHandoff", { step })).toBe("CONFLICT H2");
    expect(await issues.read("comm.head", issue.id)).toBeNull();
    // Who acted on it follows it (R8), and reads no reason there.
    expect((await issues.read("sales.head", issue.id))?.description).toBeNull();
    expect((await calls.start("dev.head", issue.id, "DESIGN")).state).toBe("PENDING");
  });

  it("H2: withdrawn by the initiator or their head, while it is pending", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.dev1" }]);
    const handoff = await calls.start("dev.dev1", issue.id, "SALES");
    expect(await calls.refused("dev.dev2", "withdrawHandoff", { handoff: handoff.id })).toBe("FORBIDDEN H2");
    const withdrawn = await calls.withdraw("dev.dev1", handoff);
    expect(withdrawn).toMatchObject({
      state: "WITHDRAWN",
      issue: { inTransit: false, unit: { key: "DEV" } },
    });
    expect(await calls.refused("dev.head", "withdrawHandoff", { handoff: handoff.id })).toBe("CONFLICT H2");
    const again = await calls.start("dev.dev1", issue.id, "SALES");
    expect((await calls.withdraw("dev.head", again)).state).toBe("WITHDRAWN");
  });

  it("H2: two heads at once: one wins and the other gets CONFLICT, 1,000 rounds", async () => {
    const specs = Array.from({ length: 1_000 }, () => ({ unit: "DEV" }));
    const made = await makeIssues(test, specs);
    const told = new Map<string, number>();
    for (const [round, { id }] of made.entries()) {
      const { id: step } = turnOf(await calls.start("dev.head", id, "SALES"));
      const other = round % 2 === 0 ? "acceptHandoff" : "refuseHandoff";
      const both = await Promise.all([
        calls.ask("sales.head", "acceptHandoff", { step }),
        calls.ask("comm.head", other, { step, reason: "no" }),
      ]);
      const ends = both.map(outcome).sort().join();
      told.set(ends, (told.get(ends) ?? 0) + 1);
    }
    expect(Object.fromEntries(told)).toEqual({ "CONFLICT H2,OK": 1_000 });
    const unanswered =
      "select count(*)::int as n from handoff_step where state = 'PENDING' and unit_id = $1 and acted_by is not null";
    expect(await runSql(test.database.connection, unanswered, [issues.unit("SALES")])).toEqual([{ n: 0 }]);
  }, 300_000);
});
