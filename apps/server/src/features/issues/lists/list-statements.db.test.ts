import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../testing/statements.js";
import { makeIssues } from "../../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;

beforeAll(async () => {
  test = await startTestServer();
  const [parent] = await makeIssues(test, [{ unit: "DEV", title: "Parent" }]);
  await makeIssues(
    test,
    Array.from({ length: 520 }, (_, n) => ({
      unit: n % 2 === 0 ? "DEV" : "APP",
      title: `Issue ${String(n)}`,
      assignee: n % 3 === 0 ? "dev.rep1" : null,
      author: n % 50 === 1 ? "outsider" : "boss",
      heldBefore: n % 25 === 2 ? ["outsider"] : [],
      parent: parent.id,
      estimate: n,
      labels: ["some"],
      comments: n === 7 ? [{ body: "Said" }] : [],
    })),
  );
});
afterAll(() => test.stop());

/** Ten plain fields and three to-one fields: what must pass for every role with `first: 500`. */
const PASSES = `id key title description type priority estimate dueDate createdAt revision
  status { id name category } unit { id key } assignee { id name }`;

interface Answer {
  readonly issues: { readonly nodes: unknown[]; readonly totalCount?: number };
}

async function asked(login: string, fields: string, more = "", first = 500, filter: object = {}) {
  const document = `query($first: Int, $filter: IssueFilter) { issues(first: $first, filter: $filter) { ${more} nodes { ${fields} } } }`;
  let rows = 0;
  const statements = await statementsOf(test, async () => {
    const answer = await test.as(login)<Answer>(document, { first, filter });
    rows = dataOf(answer).issues.nodes.length;
  });
  return { statements, rows };
}

describe("a list", () => {
  it.each([
    ["boss", 500],
    ["dev.head", 500],
    ["dev.dev2", 500],
    ["dev.rep1", 174],
    ["outsider", 32],
  ])(
    "of ten plain and three to-one fields is one statement, with its total two: for %s",
    async (login, rows) => {
      expect(await asked(login, PASSES)).toEqual({ statements: ["listIssues"], rows });
      expect(await asked(login, PASSES, "totalCount")).toEqual({
        statements: ["countIssues", "listIssues"],
        rows,
      });
      expect(await asked(login, PASSES, "totalCount", 3)).toEqual({
        statements: ["countIssues", "listIssues"],
        rows: 3,
      });
    },
  );

  it("of which only the total is asked reads no row", async () => {
    const document = "{ issues { totalCount } }";
    expect(await statementsOf(test, () => test.as("boss")(document))).toEqual(["countIssues"]);
  });

  it("with parents, children and comments is one more for each, whatever the number of rows", async () => {
    const below = `${PASSES} parent { key title status { name } assignee { name } } subIssues(first: 2) { nodes { key } }
      comments(first: 2) { nodes { body } }`;
    for (const login of ["boss", "dev.dev2", "dev.rep1"]) {
      const few = await asked(login, below, "", 2);
      const many = await asked(login, below, "", 200);
      expect(few.statements).toEqual(["commentsBelow", "listIssues", "parentsOf", "subIssuesBelow"]);
      expect(many.statements).toEqual(few.statements);
    }
  });

  it("under every filter and order is still one", async () => {
    const filter = {
      text: "issue",
      label: { isNull: false },
      parent: { isNull: false },
      followed: false,
      or: [{ estimate: { gt: 3 } }, { not: { category: ["CLOSED"] } }],
    };
    expect(await asked("dev.dev2", PASSES, "", 500, filter)).toEqual({
      statements: ["listIssues"],
      rows: 500,
    });
  });
});
