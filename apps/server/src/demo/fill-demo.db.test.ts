import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pino } from "pino";
import { IdentityCache } from "../access/authenticate.js";
import { CompanyCache } from "../access/company-cache.js";
import type { Access } from "../access/request-context.js";
import { ENTITIES } from "../entities.js";
import { Database } from "../platform/db/database.js";
import { runSql } from "../testing/sql.js";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.js";
import { DEMO_PEOPLE, DEMO_UNITS } from "./demo-company.js";
import type { DemoScale } from "../platform/settings.js";
import { fillDemo } from "./fill-demo.js";

/** What must hold of every record, whatever the scale: each row of an answer is a fault. */
const FAULTS: readonly (readonly [string, string])[] = [
  [
    "L4: every issue has its creation",
    "select key from issue i where not exists (select from event e where e.issue_id = i.id and e.kind = 'ISSUE_CREATED')",
  ],
  [
    "I5: a revision is the number of events",
    "select key from issue i where revision <> (select count(*) from event e where e.issue_id = i.id)",
  ],
  [
    "I9: lastEvent is the newest event",
    "select key from issue i where last_event <> (select max(id) from event e where e.issue_id = i.id)",
  ],
  [
    "I9: event ids have no gap, and end with the clock",
    "select 1 from (select count(*) n, max(id) m from event) e, clock c where e.n <> e.m or e.m <> c.last_event",
  ],
  [
    "I9: the events of an issue are in the order of their times",
    "select id from (select id, at, lag(at) over (partition by issue_id order by id) as before from event where issue_id is not null and entity in ('issue', 'comment')) e where at < before",
  ],
  [
    "L4: every comment, membership, label, unit and user has its event",
    `select id from comment c where not exists (select from event e where e.entity = 'comment' and e.entity_id = c.id)
     union all select id from membership m where not exists (select from event e where e.entity = 'membership' and e.entity_id = m.id)
     union all select id from label l where not exists (select from event e where e.entity = 'label' and e.entity_id = l.id)
     union all select id from unit u where not exists (select from event e where e.entity = 'unit' and e.entity_id = u.id)
     union all select id from app_user u where not exists (select from event e where e.entity = 'user' and e.entity_id = u.id)`,
  ],
  [
    "L2: whatever is closed was closed by the boss",
    `select i.key from issue i join status s on s.id = i.status_id where s.category = 'CLOSED' and not exists (
     select from event e, jsonb_array_elements(e.changes) c where e.issue_id = i.id and c ->> 'field' = 'closedAt'
       and e.actor_id = (select id from app_user where email = 'boss@demo.test'))`,
  ],
  [
    "L2: closedAt stands on what is closed, and only there",
    "select key from issue i join status s on s.id = i.status_id where (s.category = 'CLOSED') <> (closed_at is not null)",
  ],
  [
    "L5: done work has a resolution, other work has none",
    "select key from issue i join status s on s.id = i.status_id where (s.category in ('RESOLVED', 'CLOSED')) <> (resolution is not null)",
  ],
  [
    "I1: nothing is done over unfinished work",
    "select key from issue i join status s on s.id = i.status_id where s.category in ('RESOLVED', 'CLOSED') and unfinished_child_count > 0",
  ],
  [
    "kept counters equal counts",
    `select key from issue i where comment_count <> (select count(*) from comment c where c.issue_id = i.id and not c.internal)
     or internal_here_count <> (select count(*) from comment c where c.issue_id = i.id and c.internal)
     or child_here_count <> (select count(*) from issue c where c.parent_id = i.id and c.unit_id = i.unit_id)
     or child_elsewhere_count <> (select count(*) from issue c where c.parent_id = i.id and c.unit_id <> i.unit_id)
     or unfinished_child_count <> (select count(*) from issue c where c.parent_id = i.id and is_unfinished(c.status_id))`,
  ],
  [
    "R8: who holds an issue stands in the list of holders",
    "select key from issue i where assignee_id is distinct from (select user_id from issue_holder h where h.issue_id = i.id and until is null)",
  ],
  [
    "section 2: who holds an issue has a hat in its unit, or in a unit below or above that gives one",
    "select key from issue i where assignee_id is not null and not exists (select from membership m where m.user_id = i.assignee_id)",
  ],
  ["I8: every event lies in the partition of its month", "select id from event_rest"],
  [
    "numbers are given once, and the next is free",
    "select u.key from unit u join unit_counter n on n.unit_id = u.id where n.last_number <> coalesce((select max(key_number) from issue where key_prefix = u.key), 0)",
  ],
];

async function filled(scale: DemoScale): Promise<{ database: TestDatabase; close: () => Promise<void> }> {
  const database = await createTestDatabase();
  const open = await Database.open(database.connection, ENTITIES, () => undefined);
  const log = pino({ level: "silent" });
  const access: Access = {
    now: () => new Date(),
    database: open,
    companies: new CompanyCache(),
    identities: new IdentityCache(),
    log,
  } as Access;
  await fillDemo(access, { scale, password: "demo-password", now: new Date() });
  return {
    database,
    close: async () => {
      await open.close();
      await database.drop();
    },
  };
}

describe.each(["small", "20k"] as const)("the demo, %s", (scale) => {
  let demo: Awaited<ReturnType<typeof filled>>;
  const rows = (sql: string) => runSql(demo.database.connection, sql);
  beforeAll(async () => {
    demo = await filled(scale);
    await rows("analyze");
  }, 120_000);
  afterAll(() => demo.close());

  it.each(FAULTS)("%s", async (_, sql) => {
    expect(await rows(`${sql} limit 5`)).toEqual([]);
  });

  it("has the tree and the people of the contract", async () => {
    const units = await rows(
      "select u.key, u.name, u.kind, p.key as parent from unit u left join unit p on p.id = u.parent_id where u.key !~ '^P[0-9]+$'",
    );
    expect(units).toHaveLength(8);
    expect(units).toEqual(expect.arrayContaining(DEMO_UNITS.map((unit) => ({ ...unit }))));
    const emails = (await rows("select email from app_user where email like '%@demo.test'")).map(
      (row) => row["email"],
    );
    expect(emails.toSorted()).toEqual(DEMO_PEOPLE.map(({ login }) => `${login}@demo.test`).toSorted());
  });

  it("every unit has issues in every status, and sub-issues", async () => {
    const empty = await rows(
      "select u.key, s.name from unit u join status s on s.unit_id = u.id where not exists (select from issue i where i.status_id = s.id)",
    );
    expect(empty).toEqual([]);
    expect(
      await rows(
        "select key from unit u where not exists (select from issue i where i.unit_id = u.id and i.parent_id is not null)",
      ),
    ).toEqual([]);
  });

  it("H5: every unit has pending and ended hand-offs; some wait longer than the limit, and each end is there", async () => {
    const without = (states: string) =>
      rows(`select key from unit u where u.key !~ '^P[0-9]+$' and not exists
        (select from handoff h where h.from_unit_id = u.id and h.state in (${states}))`);
    expect(await without("'PENDING'")).toEqual([]);
    expect(await without("'ACCEPTED', 'REFUSED', 'WITHDRAWN'")).toEqual([]);
    const ends = await rows("select state, count(*)::int as n from handoff group by state order by state");
    expect(ends.map((row) => row["state"])).toEqual(["ACCEPTED", "PENDING", "REFUSED", "WITHDRAWN"]);
    const ages = await rows(
      "select round(extract(epoch from now() - turn_at) / 3600)::int as hours from handoff_step where current order by turn_at",
    );
    expect(Number(ages[0]?.["hours"])).toBeGreaterThan(48);
    expect(Number(ages.at(-1)?.["hours"])).toBeLessThan(6);
  });

  it("H5: events of hand-offs are told by who acted, at their time", async () => {
    const faults = await rows(
      "select id, kind from event where kind like 'HANDOFF%' and (actor_id is null or at > now() - interval '1 hour')",
    );
    expect(faults).toEqual([]);
  });

  it("most issues have an estimate", async () => {
    const [row] = await rows(
      "select avg((estimate is not null)::int)::float8 as share, count(*)::int as n from issue",
    );
    expect(row?.["share"]).toBeGreaterThan(0.6);
    expect(row?.["n"]).toBeGreaterThanOrEqual(scale === "20k" ? 20_000 : 200);
  });
});
