import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { IssueCalls, outcome, type AnsweredIssue } from "../../../testing/issue-calls.js";
import { runSql } from "../../../testing/sql.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
let todo: readonly AnsweredIssue[];
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  todo = await calls.createColumn("dev.head", "DEV", "To do", 4);
});

interface Outcome {
  readonly id: string;
  readonly issue: AnsweredIssue | null;
  readonly refused: { readonly code: string; readonly rule: string | null; readonly message: string } | null;
}

async function move(login: string, ids: readonly string[], to: object = {}): Promise<readonly Outcome[]> {
  const answer = await calls.ask<{ moveIssues: readonly Outcome[] }>(login, "moveIssues", { ids, ...to });
  return dataOf(answer).moveIssues;
}

const ids = () => todo.map(({ id }) => id);
const told = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ refused }) => (refused ? [refused.code, refused.rule].filter(Boolean).join(" ") : "OK"));
const column = async (name: string) =>
  (await calls.column("boss", "DEV", name)).filter((id) => ids().includes(id));
const review = () => ({ status: calls.status("DEV/Review") });

describe("moveIssues: a selection in one stroke", () => {
  it("R10: another department's, what does not exist and what is no id stay alike; the others go", async () => {
    const { id: foreign } = await calls.create("sales.head", "SALES");
    const [mine = ""] = ids();
    const outcomes = await move("dev.dev1", [foreign, mine, "999999", "x"], review());
    expect(told(outcomes)).toEqual(["NOT_FOUND", "OK", "NOT_FOUND", "NOT_FOUND"]);
    expect(outcomes.map(({ issue }) => issue?.id ?? null)).toEqual([null, mine, null, null]);
    expect((await calls.read("sales.head", foreign))?.revision).toBe(1);
  });

  it("R2: a right that has just ended moves nothing", async () => {
    await calls.whileMember("outsider", "DEVELOPER", "DEV", async () => {
      expect(told(await move("outsider", ids().slice(0, 1), review()))).toEqual(["OK"]);
    });
    expect(told(await move("outsider", ids().slice(1, 2), review()))).toEqual(["NOT_FOUND"]);
  });

  it("L2, R6: each that may not go stays, with its own reason", async () => {
    const [one = "", two = ""] = ids();
    await calls.assign("dev.head", one, "dev.rep1");
    const outcomes = await move("dev.rep1", [one, two], { status: calls.status("DEV/Backlog") });
    expect(told(outcomes)).toEqual(["FORBIDDEN R6", "NOT_FOUND"]);
    expect(told(await move("dev.dev1", [one], { status: calls.status("DEV/Closed") }))).toEqual(["LAW L2"]);
    expect(told(await move("dev.dev1", [one], { status: calls.status("SALES/Review") }))).toEqual([
      "BAD_USER_INPUT",
    ]);
  });

  it("I4: they stand together in the order given, below `after` or above `before`", async () => {
    const [a = "", b = "", c = "", d = ""] = ids();
    await move("dev.dev1", [a], review());
    await move("dev.dev1", [d, b], { ...review(), after: a });
    expect(await column("Review")).toEqual([a, d, b]);
    await move("dev.dev1", [c], { ...review(), before: d });
    expect(await column("Review")).toEqual([a, c, d, b]);
    await move("dev.dev1", [b, a], { before: c });
    expect(await column("Review")).toEqual([b, a, c, d]);
  });

  it("I1: a parent goes with its sub-issues, whichever was named first", async () => {
    const [parent = "", child = ""] = ids();
    const { revision } = (await calls.read("dev.head", child)) ?? { revision: 0 };
    await calls.update("dev.head", { id: child, revision }, { parent });
    const resolved = { status: calls.status("DEV/Resolved") };
    expect(told(await move("dev.dev1", [parent], resolved))).toEqual(["CONFLICT I1"]);
    expect(told(await move("dev.dev1", [parent, child], resolved))).toEqual(["OK", "OK"]);
  });

  it("I6: is one action in the log, and its repeat acts once and answers the same", async () => {
    const m = "the same stroke";
    const [one = "", two = ""] = ids();
    const asked = [one, "999999", two];
    const first = await move("dev.dev1", asked, { ...review(), m });
    const again = await move("dev.dev1", asked, { ...review(), m });
    expect([told(again), told(first)]).toEqual([told(first), ["OK", "NOT_FOUND", "OK"]]);
    const rows = await runSql(
      test.database.connection,
      "select count(*)::int as events, count(distinct operation)::int as actions from event where client_mutation_id = $1",
      [m],
    );
    expect(rows).toEqual([{ events: 2, actions: 1 }]);
    const other = await calls.ask("dev.dev1", "moveIssues", { ids: [one], ...review(), m });
    expect(outcome(other)).toBe("CONFLICT clientMutationId");
  });

  it("FLO-05: bad input changes nothing: none, a place that is one of them, too many", async () => {
    const [one = "", two = ""] = ids();
    expect(await calls.refused("dev.dev1", "moveIssues", { ids: [] })).toBe("BAD_USER_INPUT ids");
    const inside = { ids: [one, two], ...review(), after: two };
    expect(await calls.refused("dev.dev1", "moveIssues", inside)).toBe("BAD_USER_INPUT after");
    const many = Array.from({ length: 501 }, (_, at) => String(at + 1));
    expect(await calls.refused("dev.dev1", "moveIssues", { ids: many })).toBe("LIMIT ids");
  });

  it("50 rounds of two selections that overlap: both act, nothing is lost, one order at the end", async () => {
    const [a = "", b = "", c = "", d = ""] = ids();
    for (let round = 0; round < 50; round++) {
      const [left, right] = await Promise.all([
        move("dev.dev1", [a, b, c], { status: calls.status(round % 2 ? "DEV/To do" : "DEV/Review") }),
        move("dev.head", [d, c, b], { status: calls.status("DEV/In progress") }),
      ]);
      expect([...told(left), ...told(right)]).toEqual(Array.from({ length: 6 }, () => "OK"));
    }
    const where = [...(await column("Review")), ...(await column("To do")), ...(await column("In progress"))];
    expect(where.toSorted()).toEqual([a, b, c, d].toSorted());
    expect(await column("In progress")).toContain(d);
  });
});
