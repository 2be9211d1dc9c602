import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveClient } from "./testing/live-client.js";
import { callsByPlace, type Call } from "./testing/no-sight-calls.js";
import { runSql } from "./testing/sql.js";
import { makeIssues, type TestIssue } from "./testing/test-issues.js";
import { startTestServer, type TestServer } from "./testing/test-server.js";

const SCHEMA = buildSchema(readFileSync(new URL("../schema.graphql", import.meta.url), "utf8"));
/** They name no record but the caller's own, and would sign the caller out or in. */
const OF_THE_CALLER = new Set([
  "login",
  "logout",
  "setUp",
  "acceptInvitation",
  "changePassword",
  "signOutEverywhere",
]);
/** No row has it. */
const NOBODY = "900000";
const TEXT = "Unspeakable";

let test: TestServer;
let hidden: TestIssue;
let calls: Call[];

beforeAll(async () => {
  test = await startTestServer();
  const { connection } = test.database;
  // No id of an issue or a comment is that of a unit, a person or a status too.
  await runSql(connection, "alter table issue alter column id restart with 500000");
  await runSql(connection, "alter table comment alter column id restart with 600000");
  const [own, secret] = await makeIssues(test, [
    { unit: "DEV", author: "dev.head" },
    {
      unit: "SALES",
      title: `${TEXT} deal`,
      description: `${TEXT} price`,
      labels: ["secret"],
      comments: [{ body: `${TEXT} words` }],
    },
  ]);
  hidden = secret;
  await makeIssues(test, [{ unit: "SALES", parent: secret.id }]);
  const { units, people, roles, statuses } = test.company;
  calls = callsByPlace(
    SCHEMA,
    {
      ...{
        id: own.id,
        unit: units["DEV"],
        toUnit: units["APP"],
        user: people["dev.dev1"],
        role: roles.DEVELOPER,
      },
      ...{ status: statuses["DEV/To do"], key: own.key, revision: 1, color: null, expiresAt: null },
      ...{ kind: "DEPARTMENT", first: 5 },
    },
    OF_THE_CALLER,
  );
  // Their right has just ended, and no server was told.
  const ended = "update membership set ended_at = now() where user_id = $1";
  await runSql(connection, ended, [people["sales.dev1"]]);
});
afterAll(() => test.stop());

async function said(client: LiveClient, id: string, call: Call, value: string): Promise<unknown> {
  client.subscribe(id, call.document, call.variables(value));
  // Nothing comes where nothing is known of the place, and nothing happens.
  await client.until(() => client.of(id).length > 0, 300).catch(() => undefined);
  const messages = client.of(id).map(({ type, payload }) => ({ type, payload }));
  client.complete(id);
  return messages;
}

/** Byte for byte what comes back, to a value and to another; what was asked for may be said back, as the list of refusals does. */
async function differs(login: string, call: Call, one: string, other: string): Promise<string[]> {
  const ask = async (value: string) => {
    const answer = JSON.stringify(await test.as(login)(call.document, call.variables(value)));
    // Time goes on between the two.
    const timeless = answer.replace(/"(ageDaysAvg|cycleDaysAvg)":[\d.]+/g, '"$1":"some days"');
    return timeless.replaceAll(JSON.stringify(value), '"what was asked for"');
  };
  const [ours, theirs] = [await ask(one), await ask(other)];
  return ours === theirs ? [] : [`${call.coordinate}: ${ours} is not ${theirs}`];
}

describe.each([
  ["who has no role", "outsider"],
  ["the head of another department", "dev.head"],
  ["a developer whose membership has just ended", "sales.dev1"],
])("R10: for %s what cannot be seen answers as what does not exist", (_who, login) => {
  it("at every root operation, wherever it takes an id", async () => {
    const faults: string[] = [];
    for (const call of calls.filter(({ kind, takesId }) => takesId && kind !== "subscription")) {
      for (const id of [hidden.id, hidden.comments[0] ?? ""])
        faults.push(...(await differs(login, call, id, NOBODY)));
    }
    expect(faults).toEqual([]);
  });

  it("I6: an event of it, as one that never happened", async () => {
    const call = calls.find(({ coordinate }) => coordinate === "Mutation.undo(event)");
    expect(call && (await differs(login, call, hidden.event, NOBODY))).toEqual([]);
  });

  it("at every root operation, wherever it takes a key or a text", async () => {
    const faults: string[] = [];
    const number = hidden.key.split("-")[1] ?? "";
    for (const call of calls.filter(({ kind, takesId }) => !takesId && kind === "query")) {
      faults.push(...(await differs(login, call, hidden.key, hidden.key.replace(number, "987654"))));
      faults.push(...(await differs(login, call, TEXT, "Unspoken")));
    }
    expect(faults).toEqual([]);
  });

  it("at every subscription", async () => {
    const client = await LiveClient.connect(test.server.url, test.company.secrets[login]);
    for (const [index, call] of calls.filter(({ kind }) => kind === "subscription").entries()) {
      const seen = await said(client, `a${String(index)}`, call, hidden.id);
      expect({ call: call.coordinate, said: seen }).toEqual({
        call: call.coordinate,
        said: await said(client, `b${String(index)}`, call, NOBODY),
      });
    }
    client.terminate();
  });
});

it("the places are those of the schema, and the boss is told what the others are not", async () => {
  const coordinates = calls.map(({ coordinate }) => coordinate);
  for (const known of [
    ...["Query.issue(id)", "Query.issue(key)", "Query.issues(filter.text)", "Query.issues(filter.parent.eq)"],
    ...["Query.events(issue)", "Query.board(filter.id.in)", "Mutation.createIssue(input.parent)"],
    ...["Mutation.moveIssue(after)", "Mutation.updateComment(id)", "Subscription.issueChanged(id)"],
  ]) {
    expect(coordinates).toContain(known);
  }
  const told = async (coordinate: string, value: string, other: string) => {
    const call = calls.find((one) => one.coordinate === coordinate);
    return call && (await differs("boss", call, value, other)).length;
  };
  expect(await told("Query.issue(id)", hidden.id, NOBODY)).toBe(1);
  expect(await told("Query.issues(filter.text)", TEXT, "Unspoken")).toBe(1);
  expect(await told("Query.events(issue)", hidden.id, NOBODY)).toBe(1);
  expect(await told("Query.issues(filter.parent.eq)", hidden.id, NOBODY)).toBe(1);
});
