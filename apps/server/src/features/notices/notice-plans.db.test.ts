import { afterAll, beforeAll, expect, it } from "vitest";
import { NoticeCalls } from "../../testing/notice-calls.js";
import { runSql } from "../../testing/sql.js";
import { statementsOf } from "../../testing/statements.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: NoticeCalls;

/**
 * The owner's hand, past triggers and laws: 20,000 issues, for each an event of a comment that nobody reads and one that
 * concerns two people, one of a dozen and one of three hundred.
 */
const FILL = `begin; set local session_replication_role = replica;
  insert into issue (key, key_prefix, key_number, unit_id, title, status_id, author_id, rank, created_at, updated_at, last_event)
    select 'X-' || n, 'X', n, (select id from unit order by id offset n % 8 limit 1), 'Issue', (select min(id) from status),
      1 + n % 12, 'z' || to_char(n, 'FM000000'), now(), now(), 1 from generate_series(1, 20000) n;
  insert into event (id, at, operation, actor_id, kind, entity, entity_id, issue_id, changes, unit_id, assignee_id, concerned_ids)
    select 1000000 + row_number() over (order by i.id), now() - interval '90 days' * random(), 1, 1, 'ISSUE_ASSIGNED', 'issue', i.id, i.id,
      '[{"field": "assignee", "before": null, "after": "1"}]', i.unit_id, 1 + i.id % 12, array[1 + i.id % 12, 1 + i.id % 7]
    from issue i where i.key_prefix = 'X';
  insert into notice (user_id, event_id, at, read_at)
    select distinct u.id, e.id, e.at, case when e.id % 10 > 0 then now() end from event e, unnest(e.concerned_ids) u(id) where e.id > 1000000;
  update clock set last_event = 2000000;
  commit; analyze;`;

beforeAll(async () => {
  test = await startTestServer();
  calls = new NoticeCalls(test);
  await runSql(test.database.connection, FILL);
});
afterAll(() => test.stop());

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Plan[];
}

function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

/** The plans of what a request reads, by the names of its statements. */
async function plansOf(request: () => Promise<unknown>): Promise<Map<string, { plan: Plan[]; ms: number }>> {
  const { database } = test.server.access;
  const seen = new Map<string, { text: string; values: readonly unknown[] }>();
  database.onStatement = (text, values) => seen.set(/\w+/.exec(text)?.[0] ?? "", { text, values });
  await request();
  database.onStatement = null;
  const plans = new Map<string, { plan: Plan[]; ms: number }>();
  for (const [name, { text, values }] of seen) {
    const { rows } = await database.pool.query<{ "QUERY PLAN": [{ Plan: Plan; "Execution Time": number }] }>(
      `explain (analyze, format json) ${text}`,
      [...values],
    );
    const explained = rows[0]?.["QUERY PLAN"][0];
    if (explained) plans.set(name, { plan: nodes(explained.Plan), ms: explained["Execution Time"] });
  }
  return plans;
}

/** Tables that grow are never read whole. */
const LARGE = /^(issue|notice|event)/;

it.each(["boss", "dev.head", "dev.dev1", "analyst"])(
  "SCA-05: at 20,000 issues a page and a count cost %s an index scan of their own notices",
  async (login) => {
    const plans = await plansOf(async () => {
      await calls.notices(login, "(first: 50)");
      await calls.unread(login);
    });
    expect([...plans.keys()]).toEqual(expect.arrayContaining(["noticePage", "countUnread"]));
    for (const name of ["noticePage", "countUnread"]) {
      const { plan, ms } = plans.get(name) ?? { plan: [], ms: 0 };
      const whole = plan.filter((node) => {
        return (
          node["Node Type"] === "Seq Scan" &&
          LARGE.test(node["Relation Name"] ?? "") &&
          (node["Actual Rows"] ?? 0) > 0
        );
      });
      expect([name, whole]).toEqual([name, []]);
      expect(ms).toBeLessThan(500);
    }
  },
);

it("a page is one statement, and one more for its issues, however many notices there are", async () => {
  const read = (first: number) =>
    statementsOf(test, () => calls.notices("dev.dev1", `(first: ${String(first)})`));
  expect(await read(1)).toEqual(["issuesByIds", "noticePage"]);
  expect(await read(500)).toEqual(["issuesByIds", "noticePage"]);
  expect(await statementsOf(test, () => calls.unread("dev.dev1"))).toEqual(["countUnread"]);
});
