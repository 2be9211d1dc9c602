import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { LiveClient } from "../../testing/live-client.js";
import { makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const BOARD = `subscription Board($unit: ID!, $under: Boolean, $since: ID) {
  boardChanged(unit: $unit, under: $under, since: $since) {
    issueId
    event { id kind actor { name } clientMutationId changes { field before after } }
    issue { id title estimate rank status { name } assignee { name } commentCount subIssueCount }
  }
}`;
const MOVE = "mutation($id: ID!, $status: ID) { moveIssue(id: $id, status: $status) { lastEvent } }";

let test: TestServer;
const clients: LiveClient[] = [];

beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.stop());
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});

async function connect(login: string, url = test.server.url): Promise<LiveClient> {
  const client = await LiveClient.connect(url, test.company.secrets[login]);
  clients.push(client);
  return client;
}

const unit = (key: string): string => test.company.units[key] ?? "";

describe("boardChanged", () => {
  it("I9: tells a move to who watches the board", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", estimate: 3 }]);
    const client = await connect("dev.dev1");
    client.subscribe("1", BOARD, { unit: unit("DEV") });
    await client.ask("{ me { user { id } } }");
    const answer = await test.as("dev.head")(MOVE, {
      id: issue.id,
      status: test.company.statuses["DEV/To do"],
    });
    dataOf(answer);
    await client.until(() => client.of("1").length > 0);
    expect(client.events("1")).toHaveLength(1);
  });
});
