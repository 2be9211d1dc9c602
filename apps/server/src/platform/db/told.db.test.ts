import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HandoffCalls } from "../../testing/handoff-calls.js";
import { givePasswords } from "../../testing/passwords.js";
import { runSql } from "../../testing/sql.js";
import { tableSums } from "../../testing/table-sums.js";
import { makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

/** L4: what is no record, and why. Whoever adds a table puts it under the law (`is_told`), or here with a reason. */
const NO_RECORDS: Readonly<Record<string, string>> = {
  event: "the log itself",
  clock: "a kept counter: of events and versions",
  unit_counter: "a kept counter: of an issue's creation, which has its event",
  session: "told apart by L4",
  login_attempt: "told apart by L4",
  client_mutation: "what repeats are answered with for a day",
  setup_link: "of the first start, before there is anybody to tell",
  notice: "what is read of the log, and when: a read mark",
  migration: "the schema's own",
};

/** Columns whose change is none of the record, and why. */
const NO_PART: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  issue: {
    id: "never changes",
    comment_count: "a kept counter",
    internal_here_count: "a kept counter",
    internal_elsewhere_count: "a kept counter",
    child_here_count: "a kept counter",
    child_elsewhere_count: "a kept counter",
    unfinished_child_count: "a kept counter",
    step_unit_id: "follows from the hand-off (H3)",
  },
  api_token: { id: "never changes", last_used_at: "a mark of use, as a session's" },
  invitation: { id: "never changes", mailed_at: "what became of its mail" },
};

let test: TestServer;
const sql = (text: string, values: unknown[] = []) => runSql(test.database.connection, text, values);
const asApp = (text: string) => runSql(test.database.connection, text, [], "app");

/** A row of every table, each by a use-case or with its event. */
beforeAll(async () => {
  test = await startTestServer();
  const { people } = test.company;
  const ask = async (login: string, document: string) => dataOf(await test.as(login)(document));
  const [one, two] = await makeIssues(test, [
    { unit: "DEV", assignee: "dev.dev1", labels: ["bug"], comments: [{ body: "Well" }] },
    { unit: "DEV" },
  ]);
  await new HandoffCalls(test).start("dev.head", one.id, "SALES");
  await ask("boss", `mutation { relateIssues(from: "${two.id}", to: "${one.id}", type: RELATES) { id } }`);
  const day = new Date().toISOString().slice(0, 10);
  await ask(
    "boss",
    `mutation { nameDeputy(user: "${people["dev.head"] ?? ""}", from: "${day}", to: "${day}") { id } }`,
  );
  const act = `issue: "${two.id}", act: { assign: { assignee: "${people["dev.dev2"] ?? ""}" } }`;
  await ask("dev.dev1", `mutation { requestAct(${act}) { id } }`);
  await ask("boss", `mutation { inviteUser(user: "${people["outsider"] ?? ""}") { url } }`);
  await ask("boss", `mutation { createApiToken(name: "Mine", scopes: [READ]) { token } }`);
  await ask(
    "boss",
    `mutation { createRole(copyOf: "${test.company.roles.DEVELOPER}", name: "Copy") { id } }`,
  );
  await givePasswords(test, { boss: "a long enough password" });
});
afterAll(() => test.stop());

/** Each table with the columns whose update the law asks of; null: of all. */
async function lawOfTables(): Promise<Map<string, { columns: string[]; asked: string[] | null } | null>> {
  const rows = await sql(
    `select c.relname as name, t.oid is not null as told, t.tgattr::int2[] as numbers,
       t.tgdeferrable and t.tginitdeferred as deferred, t.tgenabled as enabled,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
       (select array_agg(a.attname::text) from pg_attribute a
        where a.attrelid = c.oid and a.attnum = any(t.tgattr::int2[])) as asked
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'is_told' and t.tgdeferrable and t.tginitdeferred
       and t.tgenabled = 'O' and t.tgtype & 4 > 0 and t.tgtype & 16 > 0
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  return new Map(
    rows.map(({ name, told, columns, asked }) => [
      String(name),
      told === true ? { columns: columns as string[], asked: asked as string[] | null } : null,
    ]),
  );
}

describe("L4: each table of the catalogue", () => {
  it("is under the law, or is no record for a reason", async () => {
    const law = await lawOfTables();
    const neither = [...law].filter(([name, told]) => (told === null) !== name in NO_RECORDS);
    expect(neither.map(([name]) => name)).toEqual([]);
    expect(law.size).toBeGreaterThan(20);
  });

  it("with each of its columns, but for those that are no part of it for a reason", async () => {
    for (const [table, told] of await lawOfTables()) {
      if (told === null) continue;
      const left = told.columns.filter((column) => told.asked !== null && !told.asked.includes(column));
      expect([table, left.toSorted()]).toEqual([table, Object.keys(NO_PART[table] ?? {}).toSorted()]);
    }
  });

  it("refuses the application's role a row changed without an event, whichever column it is", async () => {
    const before = await tableSums(test);
    for (const [table, told] of await lawOfTables()) {
      if (told === null) continue;
      const [row] = await sql(`select ctid::text as at from ${table} order by ctid limit 1`);
      expect([table, row]).toEqual([table, { at: expect.any(String) as unknown }]);
      for (const column of told.asked ?? told.columns) {
        const isIdentity = column === "id" && table !== "company";
        if (isIdentity) continue;
        const refused = asApp(
          `update ${table} set ${column} = ${column} where ctid = '${String(row?.["at"])}'`,
        );
        // Laws of single tables may speak first: a built-in role stays as it is (R9), an answer too (H2).
        await expect(refused, `${table}.${column}`).rejects.toThrow(/^(L4|R9|H2|H3)|permission denied/);
      }
    }
    expect(await tableSums(test)).toEqual(before);
  });

  it("refuses an added row too", async () => {
    const { people, units, roles } = test.company;
    const of = (ids: Readonly<Record<string, string>>, name: string) => ids[name] ?? "";
    const crimes = [
      `insert into membership (unit_id, user_id, role_id) values (${of(units, "DEMO")}, ${of(people, "outsider")}, ${roles.MANAGER})`,
      `insert into app_user (name, email, email_normal, admin) values ('E', 'e@x.test', 'e@x.test', true)`,
      `insert into label (unit_id, name, color) values (${of(units, "DEV")}, 'new', 'grey')`,
      `insert into status (unit_id, name, category, position) values (${of(units, "DEV")}, 'New', 'TODO', 90)`,
      `insert into unit (key, name, kind, parent_id) values ('NEW', 'New', 'PROJECT', ${of(units, "DEV")})`,
      `insert into deputy (user_id, boss_id, from_day, to_day)
         values (${of(people, "outsider")}, ${of(people, "boss")}, current_date, current_date)`,
      `insert into credential (user_id, password_hash) values (${of(people, "outsider")}, 'x')`,
      `insert into issue_follower (user_id, issue_id, since) select ${of(people, "outsider")}, id, now() from issue limit 1`,
      `insert into issue_holder (issue_id, user_id, since)
         select id, ${of(people, "outsider")}, now() from issue where assignee_id is null limit 1`,
      `insert into comment (issue_id, author_id, body, unit_id, created_at)
         select id, author_id, 'B', unit_id, now() from issue limit 1`,
    ];
    const before = await tableSums(test);
    for (const crime of crimes) await expect(asApp(crime), crime).rejects.toThrow(/^L4/);
    expect(await tableSums(test)).toEqual(before);
  });
});

/** An event as somebody might make one up. */
function forged(entity: string, id: string, issue: string, at = "now()"): string {
  return `insert into event (id, at, operation, kind, entity, entity_id, issue_id)
    select last_event + 1, ${at}, last_event + 1, 'ISSUE_EDITED', '${entity}', ${id}, ${issue} from clock`;
}

describe("L4: an event that tells of something else", () => {
  const begin = "begin; select last_event from clock for update;";
  const stamp = (event: string, at = "now()") => `last_event = ${event}, updated_at = ${at}`;
  const own = "(select last_event + 1 from clock)";
  const CRIMES: readonly (readonly [string, string])[] = [
    [
      "of another issue",
      `${forged("issue", "1", "1")}; update issue set title = 'X', ${stamp(own)} where id = 2`,
    ],
    ["of another record", `${forged("label", "1", "null")}; update unit set name = 'X' where key = 'DEV'`],
    [
      "of the same id, but another kind of record",
      `${forged("label", "(select id from unit where key = 'DEV')", "null")}; update unit set name = 'X' where key = 'DEV'`,
    ],
    ["of before: the newest that there was", "update issue set title = 'X' where id = 2"],
    [
      "of before: an older one, with its time",
      `update issue i set title = 'X', last_event = e.id, updated_at = e.at
         from (select id, at from event where issue_id = 2 order by id limit 1) e where i.id = 2`,
    ],
    [
      "of this moment, which the issue does not keep",
      `${forged("issue", "2", "2")}; update issue set title = 'X' where id = 2`,
    ],
    ["of before, of a comment", "update comment set body = 'X', edited_at = created_at"],
    ["of before, of a membership", "update membership set ended_at = now() where id = 1"],
    [
      "of before, of a hand-off",
      `update handoff set last_event = (select min(id) from event where entity = 'handoff' and entity_id = handoff.id);
         update handoff_step set reminded_at = now() where current`,
    ],
  ];

  it.each(CRIMES)("%s", async (_, crime) => {
    const before = await tableSums(test);
    await expect(asApp(`${begin} ${crime}; commit`)).rejects.toMatchObject({
      message: expect.stringMatching(/^L4/) as unknown,
      code: "23000",
    });
    expect(await tableSums(test)).toEqual(before);
  });

  it("and one that does tell of it lets it through", async () => {
    const change = `${forged("issue", "2", "2")}; update issue set title = 'Told', ${stamp(own)} where id = 2;
      ${forged("unit", "(select id from unit where key = 'DEV')", "null").replaceAll("last_event + 1", "last_event + 2")};
      update unit set name = 'Told' where key = 'DEV'; update clock set last_event = last_event + 2`;
    await asApp(`${begin} ${change}; commit`);
    expect(await sql("select title from issue where id = 2")).toEqual([{ title: "Told" }]);
    expect(await sql("select name from unit where key = 'DEV'")).toEqual([{ name: "Told" }]);
  });
});

describe("L4: no way around it for the application's role", () => {
  it.each([
    "set session_replication_role = replica",
    "alter table membership disable trigger is_told",
    "alter table membership disable trigger user",
    "drop trigger is_told on issue",
    "drop function is_told() cascade",
    "create or replace function issue_has_event(of_issue bigint) returns boolean language sql as 'select true'",
    "alter function has_event(text, bigint) rename to gone",
    "create table mine (id int)",
    "update pg_trigger set tgenabled = 'D'",
    "create schema mine",
  ])("%s", async (crime) => {
    await expect(asApp(crime)).rejects.toThrow(/permission denied|must be owner|does not exist/);
  });

  it.each([
    [
      "a function of the same name elsewhere is not asked",
      `create function pg_temp.issue_has_event(of_issue bigint) returns boolean language sql as 'select true';
       set search_path = pg_temp, public; update issue set title = 'X' where id = 2`,
    ],
    [
      "nor a table",
      `begin; create temporary table event (like public.event); set search_path = pg_temp, public;
       insert into pg_temp.event (id, at, operation, kind, entity, entity_id, issue_id, changes)
         values (1, now(), 1, 'ISSUE_EDITED', 'issue', 2, 2, '[]');
       update public.issue set title = 'X', last_event = 1, updated_at = now() where id = 2; commit`,
    ],
  ])("%s", async (_, crime) => {
    const before = await tableSums(test);
    await expect(asApp(crime)).rejects.toThrow(/^L4|permission denied/);
    expect(await tableSums(test)).toEqual(before);
  });

  it("because every trigger looks into the company's own schema first", async () => {
    const elsewhere = `select proname from pg_proc where pronamespace = 'public'::regnamespace
      and prorettype = 'trigger'::regtype and not 'search_path=public, pg_temp' = any(coalesce(proconfig, '{}'))`;
    expect(await sql(elsewhere)).toEqual([]);
  });
});
