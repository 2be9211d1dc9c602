import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runSql } from "../../testing/sql.js";
import { tableSums } from "../../testing/table-sums.js";
import { makeIssues, type TestIssue } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let open: TestIssue;
let resolved: TestIssue;
let closed: TestIssue;
let archived: TestIssue;

const sql = (text: string, values: unknown[] = []) => runSql(test.database.connection, text, values);
const asApp = (text: string) => runSql(test.database.connection, text, [], "app");
const person = (login: string) => test.company.people[login] ?? "";
const status = (name: string) => test.company.statuses[`DEV/${name}`] ?? "";

async function deputy(login: string, from: string, to: string, ended = "null", boss = "boss"): Promise<void> {
  await sql(`insert into deputy (user_id, boss_id, from_day, to_day, ended_at)
    select ${person(login)}, ${person(boss)}, today + ${from}, today + ${to}, ${ended}
    from (select (now() at time zone time_zone)::date as today from company) c`);
}

beforeAll(async () => {
  test = await startTestServer();
  const spec = { unit: "DEV", author: "dev.dev1" } as const;
  [open, resolved, closed, archived] = await makeIssues(test, [
    spec,
    { ...spec, status: "Resolved" },
    { ...spec, status: "Closed" },
    { ...spec, status: "Closed", archived: true },
  ]);
  await deputy("app.head", "0", "0");
  await deputy("sales.head", "-9", "-1");
  await deputy("service.head", "1", "9");
  await deputy("comm.head", "-9", "9", "now()");
  // Named by one who is no boss: a deputy of nobody.
  await deputy("design.head", "-9", "9", "null", "prod.head");
});
afterAll(() => test.stop());

/** A whole change of an issue as the application would write it: only the actor may be wrong. */
function change(issue: TestIssue, sets: string, actor: string, names = actor): string {
  return `begin; select set_config('stafeta.actor', '${actor}', true); select 1 from clock for update;
    update issue set ${sets}, revision = revision + 1, last_event = (select last_event + 1 from clock), updated_at = now()
      where id = ${issue.id};
    insert into event (id, at, operation, actor_id, kind, entity, entity_id, issue_id, changes)
      select last_event + 1, now(), last_event + 1, ${names === "" ? "null" : names}, 'ISSUE_MOVED', 'issue', ${issue.id}, ${issue.id},
        '[{"field": "status", "before": "1", "after": "2"}]' from clock;
    update clock set last_event = last_event + 1; commit`;
}
const toClosed = () => `status_id = ${status("Closed")}, resolution = 'DONE', closed_at = now()`;
const toWork = () => `status_id = ${status("In progress")}, resolution = null, closed_at = null`;

const NOBODIES: readonly (readonly [string, string])[] = [
  ["a developer", "dev.dev1"],
  ["the unit's own head", "dev.head"],
  ["an admin", "admin"],
  ["an analyst of all", "analyst"],
  ["a deputy whose last day was yesterday", "sales.head"],
  ["a deputy whose first day is tomorrow", "service.head"],
  ["a deputy who was one until a moment ago", "comm.head"],
  ["a deputy of who is no boss", "design.head"],
  ["nobody", ""],
];

async function refused(crime: string, law: RegExp, code: string): Promise<void> {
  const before = await tableSums(test);
  await expect(asApp(crime)).rejects.toMatchObject({ message: expect.stringMatching(law) as unknown, code });
  expect(await tableSums(test)).toEqual(before);
}

describe.each(NOBODIES)("L2: %s", (_, login) => {
  const actor = () => (login === "" ? "" : person(login));

  it("closes nothing", async () => {
    for (const issue of [open, resolved]) await refused(change(issue, toClosed(), actor()), /^L2/, "42501");
  });

  it("reopens nothing", () => refused(change(closed, toWork(), actor()), /^L2/, "42501"));

  it("creates nothing that is closed already", async () => {
    const made = `begin; select set_config('stafeta.actor', '${actor()}', true);
      insert into issue (key, key_prefix, key_number, unit_id, title, status_id, author_id, rank, resolution, closed_at,
        created_at, updated_at, last_event)
      select 'DEV-99', 'DEV', 99, unit_id, 'Closed from the first', status_id, author_id, 'zz', resolution, closed_at, now(),
        now(), 1 from issue where id = ${closed.id}; commit`;
    await refused(made, /^L2/, "42501");
  });

  it("archives nothing, and fetches nothing back", async () => {
    await refused(change(closed, "archived = true", actor()), /^L5/, "42501");
    await refused(change(archived, "archived = false", actor()), /^L5/, "42501");
  });
});

describe("L2: who is named as the actor for a moment", () => {
  it("is not the one whom the event names", async () => {
    await refused(change(resolved, toClosed(), person("boss"), person("dev.dev1")), /^L2/, "42501");
    await refused(change(closed, toWork(), person("boss"), "null"), /^L2/, "42501");
  });

  it("set amid the transaction", async () => {
    const crime = change(resolved, toClosed(), person("dev.dev1"))
      .replace("update issue", `set local stafeta.actor = '${person("boss")}'; update issue`)
      .replace("insert into event", `set local stafeta.actor = '${person("dev.dev1")}'; insert into event`);
    await refused(crime, /^L2/, "42501");
  });

  it("is no person at all", () => refused(change(resolved, toClosed(), "boss", "null"), /bigint/, "22P02"));
});

describe("L2: not by another door", () => {
  it("a status does not change its category, or its unit, under the issues that are in it", async () => {
    const crimes = [
      `update status set category = 'CLOSED' where id = ${status("Resolved")}`,
      `update status set category = 'TODO' where id = ${status("Closed")}`,
      `update status set unit_id = ${test.company.units["APP"] ?? ""}, position = 77 where id = ${status("Closed")}`,
    ];
    for (const crime of crimes) await refused(crime, /^L2/, "23000");
  });

  it("what is not closed has no time of closing, and what is closed has one", async () => {
    await refused(change(open, "closed_at = now()", person("boss")), /^L2/, "23000");
    await refused(change(closed, "closed_at = null", person("boss")), /^L2/, "23000");
  });
});

describe("L5: the end fits the status", () => {
  it.each([
    ["unfinished work has no resolution", () => change(open, "resolution = 'DONE'", person("boss"))],
    ["resolved work has one", () => change(resolved, "resolution = null", person("boss"))],
    ["closed work has one", () => change(closed, "resolution = null", person("boss"))],
    ["it goes with the status", () => change(resolved, `status_id = ${status("To do")}`, person("dev.head"))],
    ["it comes with the status", () => change(open, `status_id = ${status("Resolved")}`, person("dev.head"))],
    ["only a closed issue is archived", () => change(open, "archived = true", person("boss"))],
    ["resolved is not closed", () => change(resolved, "archived = true", person("boss"))],
    ["what is archived is not reopened with it", () => change(archived, toWork(), person("boss"))],
  ])("%s", (_, crime) => refused(crime(), /^L5/, "23000"));

  it("and is one of three", () =>
    refused(change(resolved, "resolution = 'LOST'", person("boss")), /issue_resolution_check/, "23514"));
});

describe("whoever may, may", () => {
  it.each(["boss", "app.head"])("L2, L5: %s closes, archives, fetches back and reopens", async (login) => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const steps = [toClosed(), "archived = true", "archived = false", toWork()];
    for (const sets of steps) await asApp(change(issue, sets, person(login)));
    const [row] = await sql("select revision, closed_at from issue where id = $1", [issue.id]);
    expect(row).toEqual({ revision: 5, closed_at: null });
  });

  it("I3: others move it as far as resolved", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const sets = `status_id = ${status("Resolved")}, resolution = 'CANCELLED'`;
    await asApp(change(issue, sets, person("dev.head")));
    expect(await sql("select resolution from issue where id = $1", [issue.id])).toEqual([
      { resolution: "CANCELLED" },
    ]);
  });
});
