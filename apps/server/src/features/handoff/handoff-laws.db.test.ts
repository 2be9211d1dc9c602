import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type pg from "pg";
import { HandoffCalls, turnOf, type AnsweredHandoff } from "../../testing/handoff-calls.js";
import { IssueCalls } from "../../testing/issue-calls.js";
import { runSql } from "../../testing/sql.js";
import { tableSums } from "../../testing/table-sums.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: HandoffCalls;
let issues: IssueCalls;

beforeAll(async () => {
  test = await startTestServer();
  calls = new HandoffCalls(test);
  issues = new IssueCalls(test);
});
afterAll(() => test.stop());

describe("the database itself, towards the application's role", () => {
  let pending: AnsweredHandoff;
  let done: AnsweredHandoff;
  beforeAll(async () => {
    const [one, two] = await makeIssues(test, [{ unit: "DEV" }, { unit: "DEV" }]);
    pending = await calls.start("dev.head", one.id, "SALES");
    done = await calls.start("boss", two.id, "DESIGN");
  });

  const statusIn = (unit: string) => issues.status(`${unit}/Backlog`);
  const move = (id: string, unit: string) =>
    `update issue set unit_id = ${issues.unit(unit)}, status_id = ${statusIn(unit)} where id = ${id}`;
  const CRIMES: readonly (readonly [string, RegExp, () => string])[] = [
    ["L3: an issue changes no unit without a hand-off", /L3/, () => move(done.issue.id, "APP")],
    ["L3: nor by one that is pending", /L3|H3/, () => move(pending.issue.id, "SALES")],
    ["L3: nor back by one that was completed before", /L3/, () => move(done.issue.id, "DEV")],
    [
      "L3: a hand-off is not completed over its steps",
      /L3/,
      () => `update handoff set state = 'ACCEPTED', ended_at = now() where id = ${pending.id}`,
    ],
    [
      "L3: nor made complete",
      /L3/,
      () =>
        `insert into handoff (issue_id, from_unit_id, to_unit_id, state, started_by, started_at, ended_at, last_event, completed_in)
       select issue_id, to_unit_id, from_unit_id, 'ACCEPTED', started_by, now(), now(), 1, pg_current_xact_id()::text::bigint
       from handoff where id = ${done.id}`,
    ],
    [
      "L3: nor along with one of before",
      /L3/,
      () =>
        `insert into handoff (issue_id, from_unit_id, to_unit_id, state, started_by, started_at, ended_at, last_event, carried_by)
       select ${pending.issue.id}, from_unit_id, to_unit_id, 'ACCEPTED', started_by, now(), now(), 1, id
       from handoff where id = ${done.id}`,
    ],
    [
      "H2: an end is an end",
      /H2/,
      () => `update handoff set state = 'PENDING', ended_at = null where id = ${done.id}`,
    ],
    ["H2: an answer stays", /H2/, () => `update handoff_step set reason = 'x' where handoff_id = ${done.id}`],
    [
      "H2: one pending hand-off an issue",
      /handoff_pending/,
      () =>
        `insert into handoff (issue_id, from_unit_id, to_unit_id, started_by, started_at, last_event)
       select issue_id, from_unit_id, to_unit_id, started_by, now(), 1 from handoff where id = ${pending.id}`,
    ],
    ["H3: conditions are frozen", /H3/, () => `update issue set title = 'x' where id = ${pending.issue.id}`],
    [
      "H3: the assignee is frozen",
      /H3/,
      () => `update issue set assignee_id = author_id where id = ${pending.issue.id}`,
    ],
    [
      "H3: what is in transit is not taken out of it",
      /H3/,
      () => `update issue set step_unit_id = null where id = ${pending.issue.id}`,
    ],
    [
      "H3: nor is anything put into it",
      /H3/,
      () => `update issue set step_unit_id = unit_id where id = ${done.issue.id}`,
    ],
    [
      "L4: no answer without its event",
      /L4|H2/,
      () =>
        `update handoff_step set state = 'REFUSED', current = false, reason = 'x', acted_by = ${issues.person("boss")},
         acted_at = now() where id = ${turnOf(pending).id}`,
    ],
    [
      "L4: no end without its event",
      /L4|H2/,
      () =>
        `update handoff set state = 'WITHDRAWN', ended_at = now(), last_event = last_event + 1000 where id = ${pending.id}`,
    ],
    ["L1: no hand-off is deleted", /permission denied/, () => "delete from handoff"],
    ["L1: no step is deleted", /permission denied/, () => "delete from handoff_step"],
    ["R8: nobody is made to forget", /permission denied/, () => "delete from issue_follower"],
  ];

  it.each(CRIMES)("%s", async (_, refusal, sql) => {
    const before = await tableSums(test);
    await expect(runSql(test.database.connection, sql(), [], "app")).rejects.toThrow(refusal);
    expect(await tableSums(test)).toEqual(before);
  });
});

/** Lets a connection for changes live for so many statements more. */
function breakConnections(server: TestServer): { left: number; restore: () => void } {
  const { writes } = server.server.access.database;
  const original = writes.createQueryRunner.bind(writes);
  const state = {
    left: Infinity,
    restore: () => {
      state.left = Infinity;
      writes.createQueryRunner = original;
    },
  };
  writes.createQueryRunner = (...args) => {
    const runner = original(...args);
    const connect = runner.connect.bind(runner);
    runner.connect = async () => {
      const client = (await connect()) as pg.PoolClient & { connection: { stream: { destroy(): void } } };
      // eslint-disable-next-line @typescript-eslint/unbound-method -- it is applied to the client below
      const query = (Object.getPrototypeOf(client) as pg.PoolClient).query as (
        ...given: unknown[]
      ) => unknown;
      client.query = ((...given: unknown[]) => {
        if (state.left-- <= 0) client.connection.stream.destroy();
        return query.apply(client, given);
      }) as never;
      return client;
    };
    return runner;
  };
  return state;
}

describe("a line that breaks between any two statements leaves all or nothing (H2, H4)", () => {
  async function breakEach(act: () => Promise<string>): Promise<number> {
    const line = breakConnections(test);
    try {
      for (let statements = 0; ; statements++) {
        const before = await tableSums(test);
        line.left = statements;
        const ended = await act();
        line.left = Infinity;
        if (ended === "OK") return statements;
        expect(ended).toBe("INTERNAL");
        expect(await tableSums(test)).toEqual(before);
      }
    } finally {
      line.restore();
    }
  }
  const ended = async (
    login: string,
    mutation: "startHandoff" | "acceptHandoff",
    variables: Record<string, unknown>,
  ) => (await calls.ask(login, mutation, variables)).errors?.[0]?.extensions.code ?? "OK";

  it("at the start", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const wanted = { issue: issue.id, toUnit: issues.unit("SALES") };
    expect(await breakEach(() => ended("dev.head", "startHandoff", wanted))).toBeGreaterThan(8);
  });

  it("at the arrival, with a sub-issue", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.dev1" }]);
    const [sub] = await makeIssues(test, [{ unit: "DEV", parent: issue.id }]);
    const handoff = await calls.start("dev.head", issue.id, "SALES", { withSubIssues: true });
    const wanted = { step: turnOf(handoff).id };
    expect(await breakEach(() => ended("sales.head", "acceptHandoff", wanted))).toBeGreaterThan(15);
    for (const { id } of [issue, sub]) expect((await issues.read("boss", id))?.unit.key).toBe("SALES");
  });
});
