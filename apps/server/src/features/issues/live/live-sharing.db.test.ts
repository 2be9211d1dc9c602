import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { LiveClient, type LiveEventData } from "../../../testing/live-client.js";
import { LiveScene, type Watch } from "../../../testing/live-scene.js";
import { runSql } from "../../../testing/sql.js";
import { makeIssues, type IssueSpec } from "../../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";

/** What a card shows; what hangs on rights; what hangs on the person, or on other issues. */
const SELECTIONS = {
  card: "id title status { name } assignee { name } unit { key }",
  guarded: "id description type priority labels { name } estimate value rank startDate",
  counts: "id estimate commentCount subIssueCount",
  personal: "id estimate can { edit assign take moveTo { name } } parent { key } progress totalEstimate",
  below: "id comments { totalCount nodes { body internal } } subIssues { totalCount nodes { key estimate } }",
  people: "id author { name email } unit { labels { name } can { manage seeAll } heads { name email } }",
} as const;
type Shape = keyof typeof SELECTIONS;
const SHAPES = Object.keys(SELECTIONS) as Shape[];

const UNITS = ["DEMO", "DEV", "APP", "SALES"];
const LOGINS = [
  "boss",
  "analyst",
  "admin",
  "dev.head",
  "dev.dev1",
  "dev.rep1",
  "app.head",
  "sales.head",
  "sales.rep1",
  "outsider",
];

let test: TestServer;
let scene: LiveScene;
beforeAll(async () => {
  test = await startTestServer();
  scene = new LiveScene(test);
});
afterAll(() => test.stop());
afterEach(() => {
  scene.clear();
});

function subscription(shape: Shape): string {
  return `subscription ($unit: ID!, $since: ID) { boardChanged(unit: $unit, since: $since) {
    issueId event { id kind changes { field before after } } issue { ${SELECTIONS[shape]} } } }`;
}

function specs(): IssueSpec[] {
  return UNITS.flatMap((unit): IssueSpec[] => [
    {
      unit,
      estimate: 3,
      description: "secret",
      labels: ["red"],
      comments: [
        { body: "open" },
        { body: "shut", internal: true },
        { body: "before", internal: true, unit: "SERVICE" },
      ],
    },
    { unit, author: "outsider", assignee: "dev.rep1", estimate: 5, value: 8 },
    { unit, author: "sales.rep1", heldBefore: ["dev.rep1", "app.head"], priority: "HIGH" },
  ]);
}

interface Told {
  readonly login: string;
  readonly shape: Shape;
  readonly watch: Watch;
}

/** Everybody watches every board in every shape, over one socket each. */
async function watchAll(): Promise<Told[]> {
  const told: Told[] = [];
  for (const login of LOGINS) {
    const client = await scene.connect(login);
    for (const shape of SHAPES) {
      for (const unit of UNITS) {
        const variables = { unit: scene.unit(unit) };
        told.push({
          login,
          shape,
          watch: await scene.watch(login, subscription(shape), variables, { client }),
        });
      }
    }
  }
  return told;
}

async function asked(
  login: string,
  shape: Shape,
  id: string,
): Promise<{ issue: unknown; redacted: readonly string[] }> {
  const answer = await test.as(login)(`query ($id: ID!) { issue(id: $id) { ${SELECTIONS[shape]} } }`, { id });
  return { issue: dataOf(answer)["issue"], redacted: answer.extensions?.redacted ?? [] };
}

function payloads(watch: Watch): { event: LiveEventData; redacted: readonly string[] }[] {
  return watch.client.of(watch.id, "next").map(({ payload }) => {
    const { data, extensions } = payload as {
      data: { boardChanged: LiveEventData };
      extensions?: { redacted: readonly string[] };
    };
    return { event: data.boardChanged, redacted: extensions?.redacted ?? [] };
  });
}

describe("one execution for many", () => {
  it("R10, R11, LIV-05: everybody is told what they would read themselves, field by field, whoever stands for them", async () => {
    const issues = await makeIssues(test, specs());
    // A sub-issue elsewhere: what counts it is no longer the same for all who see the unit.
    await makeIssues(test, [
      { unit: "SALES", parent: issues[3]?.id ?? null, estimate: 1 },
      { unit: "DEV", parent: issues[4]?.id ?? null, estimate: 2 },
    ]);
    const all = await watchAll();
    const events: { readonly id: string; readonly event: string }[] = [];
    for (const issue of issues) {
      const unit = issue.key.split("-")[0] ?? "";
      events.push({ id: issue.id, event: await scene.move(issue.id, "To do", "boss", unit) });
    }
    for (const { login, watch } of all) {
      if (watch.events.length === 0) await watch.client.ask("{ me { user { id } } }");
      expect([login, watch.codes, watch.isComplete]).toEqual([login, [], false]);
    }
    const boss = all.filter(({ login, shape }) => login === "boss" && shape === "card");
    await Promise.all(boss.map(({ watch }) => watch.until(() => watch.events.length >= 3)));
    let compared = 0;
    for (const { login, shape, watch } of all) {
      for (const { event, redacted } of payloads(watch)) {
        const own = await asked(login, shape, event.issueId);
        expect({ login, shape, issue: event.issue, redacted }).toEqual({ login, shape, ...own });
        compared++;
      }
    }
    // 12 issues, 6 shapes: all to the boss, none to the admin.
    const countOf = (who: string) =>
      all.filter(({ login }) => login === who).reduce((sum, { watch }) => sum + watch.events.length, 0);
    expect(countOf("boss")).toBe(72);
    expect(countOf("analyst")).toBe(72);
    expect(countOf("admin")).toBe(0);
    expect(countOf("outsider")).toBe(4 * 6);
    expect(compared).toBeGreaterThan(250);
  });

  it("R10: the changes that a stream tells are those of the log, for every role", async () => {
    const [issue] = await makeIssues(test, [
      { unit: "DEV", author: "outsider", assignee: "dev.rep1", heldBefore: ["sales.rep1"] },
    ]);
    const since = await scene.lastEvent();
    const edit =
      "mutation ($id: ID!, $r: Int!, $in: UpdateIssueInput!) { updateIssue(id: $id, revision: $r, input: $in) { revision } }";
    const inputs = [
      { estimate: 3 },
      { title: "New", value: 2 },
      { description: "x" },
      { dueDate: "2026-12-24" },
    ];
    for (const [index, input] of inputs.entries()) {
      dataOf(await test.as("boss")(edit, { id: issue.id, r: index + 1, in: input }));
    }
    for (const internal of [true, false]) {
      const comment =
        'mutation ($id: ID!, $internal: Boolean) { addComment(issue: $id, body: "x", internal: $internal) { id } }';
      dataOf(await test.as("boss")(comment, { id: issue.id, internal }));
    }
    dataOf(await test.as("boss")("mutation ($id: ID!) { assignIssue(id: $id) { id } }", { id: issue.id }));
    for (const login of [...LOGINS, "prod.head", "design.dev1"]) {
      const watch = await scene.watch(login, subscription("card"), { unit: scene.unit("DEV") }, { since });
      const log =
        "query ($id: ID!) { events(issue: $id, first: 100) { nodes { id kind changes { field before after } } } }";
      const answer = await test.as(login)<{ events: { nodes: { id: string }[] } }>(log, { id: issue.id });
      const expected = dataOf(answer)
        .events.nodes.filter(({ id }) => BigInt(id) > BigInt(since))
        .reverse();
      await watch.client.ask("{ me { user { id } } }");
      await watch.until(() => watch.events.length >= expected.length);
      expect([login, watch.events.map(({ event }) => event)]).toEqual([login, expected]);
    }
  });

  it("LIV-07: a message holds the fields that were asked for, and no other", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", description: "secret", estimate: 3 }]);
    const client = await scene.connect("boss");
    const query =
      "subscription ($unit: ID!, $since: ID) { boardChanged(unit: $unit, since: $since) { x: issueId issue { title } } }";
    const watch = await scene.watch("boss", query, { unit: scene.unit("DEV") }, { client });
    await scene.move(issue.id, "To do");
    await client.until(() => client.of(watch.id, "next").length > 0);
    expect(client.texts.at(-1)).toBe(
      `{"id":"${watch.id}","type":"next","payload":{"data":{"boardChanged":{"x":"${issue.id}","issue":{"title":"Something to do"}}}}}`,
    );
  });

  it("R10: who comes to read more while it is put into words for many, does so for nobody else", async () => {
    const [issue] = await makeIssues(test, [
      { unit: "DEV", estimate: 3, heldBefore: ["dev.rep1", "sales.rep1"] },
    ]);
    // The first stands for both: neither holds it, so both read the same of it.
    const holder = await scene.watch("dev.rep1", subscription("guarded"), { unit: scene.unit("DEV") });
    await holder.client.ask("{ me { user { id } } }");
    const past = await scene.watch("sales.rep1", subscription("guarded"), { unit: scene.unit("DEV") });
    await past.client.ask("{ me { user { id } } }");
    const { database } = test.server.access;
    const rows = database.rows.bind(database);
    let isAssigned = false;
    database.rows = async (text, values) => {
      if (text.includes("liveIssues") && !isAssigned) {
        isAssigned = true;
        const assign = "update issue set assignee_id = $2 where id = $1";
        await runSql(test.database.connection, assign, [issue.id, test.company.people["dev.rep1"]]);
      }
      return rows(text, values);
    };
    const moved = await scene.move(issue.id, "To do");
    await Promise.all([holder, past].map((watch) => watch.until(() => watch.has(moved))));
    database.rows = rows;
    expect(isAssigned).toBe(true);
    expect(holder.events[0]?.issue?.["estimate"]).toBe(3);
    expect(past.events[0]?.issue?.["estimate"]).toBeNull();
  });

  it("PERFORMANCE.md: an event is read once and executed once for all who are told the same", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const clients: LiveClient[] = [];
    for (const login of ["dev.dev1", "dev.dev2", "dev.head", "boss", "dev.rep1"]) {
      const client = await scene.connect(login);
      clients.push(client);
      for (let n = 0; n < 20; n++)
        await scene.watch(login, subscription("counts"), { unit: scene.unit("DEV") }, { client });
    }
    await Promise.all(clients.map((client) => client.ask("{ me { user { id } } }")));
    const statements: string[] = [];
    test.server.access.database.onStatement = (text) =>
      statements.push(/\/\* (\w+) \*\//.exec(text)?.[1] ?? text);
    const moved = await scene.move(issue.id, "To do");
    const isTold = (client: LiveClient) =>
      client.texts.filter((text) => text.includes(`"id":"${moved}"`)).length === 20;
    await Promise.all(clients.slice(0, 4).map((client) => client.until(() => isTold(client))));
    test.server.access.database.onStatement = null;
    const live = statements.filter((name) => name === "liveIssues");
    // Managers read internal comments and developers do not: two shapes of rights, whatever the number of people.
    expect(live).toHaveLength(2);
    expect(statements.filter((name) => name === "eventsAfter").length).toBeLessThanOrEqual(3);
  });
});
