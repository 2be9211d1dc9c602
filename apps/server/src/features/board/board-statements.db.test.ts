import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../testing/statements.js";
import { makeIssues, type IssueSpec } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;

const COLUMNS = ["Backlog", "To do", "In progress", "Review", "Resolved", "Closed"];

/** Of one unit, so many cards over its columns, half of them the reporter's. */
function cards(unit: string, reporter: string, count: number): IssueSpec[] {
  return Array.from({ length: count }, (_, n) => ({
    unit,
    title: `Card ${String(n)}`,
    status: COLUMNS[n % COLUMNS.length] ?? "Backlog",
    author: "boss",
    assignee: n % 2 === 0 ? reporter : null,
    labels: [`label ${String(n % 3)}`],
    estimate: n,
    description: "What is to be done",
    comments: n % 10 === 0 ? [{ body: "Said" }, { body: "Whispered", internal: true }] : [],
  }));
}

/** The same unit twice, but for the number of cards: DESIGN has 8, DEV 400. */
beforeAll(async () => {
  test = await startTestServer();
  const small = await makeIssues(test, cards("DESIGN", "design.rep1", 8));
  const large = await makeIssues(test, cards("DEV", "dev.rep1", 400));
  for (const [unit, parent] of [
    ["DESIGN", small[0]],
    ["DEV", large[0]],
  ] as const) {
    await makeIssues(test, [{ unit, title: "Child", parent: parent?.id ?? null, assignee: "boss" }]);
  }
});
afterAll(() => test.stop());

const FEW = "id title";
const ALL_PLAIN = `id key title description type priority rank revision lastEvent resolution archived closedAt createdAt updatedAt
  startDate dueDate estimate value subIssueCount commentCount status { id name category } unit { id key name heads { name } }
  assignee { id name avatarUrl } author { id name } labels { id name color }
  can { edit moveTo { id } comment assign take close reopen }`;
const BELOW =
  "parent { key title } subIssues(first: 3) { nodes { key } totalCount } comments(first: 2) { nodes { body author { name } } } progress";

const board = (fields: string, first: number) => `query($unit: ID!, $under: Boolean) {
  board(unit: $unit, under: $under) { lastEvent unit { key } columns {
    name count estimateSum issueIds olderCount issues(first: ${String(first)}) { totalCount nodes { ${fields} } }
  } }
}`;

interface Answer {
  readonly board: {
    readonly columns: readonly { readonly count: number; readonly issues: { readonly nodes: unknown[] } }[];
  };
}

async function asked(login: string, unit: string, fields: string, under = false, first = 500) {
  let count = 0;
  const statements = await statementsOf(test, async () => {
    const answer = await test.as(login)<Answer>(board(fields, first), {
      unit: test.company.units[unit],
      under,
    });
    for (const column of dataOf(answer).board.columns) {
      expect(column.issues.nodes).toHaveLength(Math.min(first, column.count));
      count += column.count;
    }
  });
  return { statements, count };
}

/** Who sees all, who sees the unit, who sees what they hold; in the small unit and in the large. */
const VIEWERS = [
  ["boss", "boss", 9, 401],
  ["design.dev1", "dev.dev1", 9, 401],
  ["design.rep1", "dev.rep1", 4, 200],
] as const;

describe("a board is as many statements, whatever the number of cards and of fields", () => {
  it.each(VIEWERS)("for %s and %s", async (small, large, few, many) => {
    for (const fields of [FEW, ALL_PLAIN]) {
      const expected = { statements: ["columnCards", "columnFigures"] };
      expect(await asked(small, "DESIGN", fields)).toEqual({ ...expected, count: few });
      expect(await asked(large, "DEV", fields)).toEqual({ ...expected, count: many });
    }
  });

  it.each(VIEWERS)("SCA-04: and over several units, for %s and %s", async (small, large) => {
    for (const fields of [FEW, ALL_PLAIN]) {
      const one = await asked(small, "DESIGN", fields, true);
      const other = await asked(large, "PROD", fields, true);
      expect(one.statements).toEqual(["columnCards", "columnFigures"]);
      expect(other.statements).toEqual(one.statements);
      expect(other.count).toBeGreaterThan(one.count);
    }
  });

  it.each(VIEWERS)(
    "with one more for each thing that hangs below the cards, for %s and %s",
    async (small, large) => {
      const one = await asked(small, "DESIGN", `${ALL_PLAIN} ${BELOW}`, false, 30);
      const other = await asked(large, "DEV", `${ALL_PLAIN} ${BELOW}`, false, 30);
      expect(other.statements).toEqual(one.statements);
      expect(one.statements.length).toBeLessThanOrEqual(8);
    },
  );

  it("the same list asked for twice is read once, another by one more", async () => {
    const twice = `query($unit: ID!) { board(unit: $unit) { columns {
      one: issues(first: 5) { nodes { id } } two: issues(first: 5) { nodes { title } } more: issues(first: 6) { nodes { id } }
    } } }`;
    const statements = await statementsOf(test, () =>
      test.as("boss")(twice, { unit: test.company.units["DEV"] }),
    );
    expect(statements).toEqual(["columnCards", "columnCards"]);
  });
});
