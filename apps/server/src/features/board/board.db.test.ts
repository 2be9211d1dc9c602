import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.stop());

describe("the board", () => {
  it("I3: a unit has a column for each status", async () => {
    const answer = await test.as("dev.dev1")<{ board: { columns: { name: string }[] } }>(
      "query($unit: ID!) { board(unit: $unit) { unit { key heads { name email } } lastEvent columns { name count estimateSum issueIds status { name } issues(first: 5) { nodes { key title assignee { name } estimate } } } } }",
      { unit: test.company.units["DEV"] },
    );
    expect(dataOf(answer).board.columns.map((column) => column.name)).toEqual([
      "Backlog",
      "To do",
      "In progress",
      "Review",
      "Resolved",
      "Closed",
    ]);
  });
});
