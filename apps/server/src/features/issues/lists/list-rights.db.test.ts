import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeIssues, type TestIssue } from "../../../testing/test-issues.js";
import {
  dataOf,
  startTestServer,
  type GraphqlAnswer,
  type TestServer,
} from "../../../testing/test-server.js";

let test: TestServer;
let seenParent: TestIssue;
let unseenParent: TestIssue;

interface List {
  readonly issues: { readonly totalCount: number; readonly nodes: readonly { readonly title: string }[] };
}

const LIST = `query($filter: IssueFilter, $orderBy: [IssueOrder!]) {
  issues(filter: $filter, orderBy: $orderBy, first: 500) { totalCount nodes { title } }
}`;

function ask(login: string, variables: Record<string, unknown>): Promise<GraphqlAnswer<List>> {
  return test.as(login)<List>(LIST, variables);
}

async function find(
  login: string,
  filter: object,
  orderBy: object[] = [{ by: "CREATED_AT" }],
): Promise<string[]> {
  const { issues } = dataOf(await ask(login, { filter, orderBy }));
  expect(issues.totalCount).toBe(issues.nodes.length);
  return issues.nodes.map((node) => node.title);
}

/**
 * sales.dev1 reads all of SALES, and follows three issues of DEV: one that they wrote (conditions, no estimate), one that
 * they once held (neither), one that is in their name still, though they have no hat there (neither).
 */
beforeAll(async () => {
  test = await startTestServer();
  [seenParent, unseenParent] = await makeIssues(test, [
    { unit: "SALES", title: "seen parent" },
    { unit: "DEV", title: "unseen parent" },
  ]);
  const secrets = {
    estimate: 3,
    value: 7,
    priority: "URGENT",
    type: "BUG",
    labels: ["x"],
    description: "secret words",
  } as const;
  await makeIssues(test, [
    { unit: "SALES", title: "open", ...secrets, parent: unseenParent.id },
    { unit: "SALES", title: "empty", parent: seenParent.id },
    { unit: "DEV", title: "wrote", author: "sales.dev1", ...secrets, parent: seenParent.id },
    { unit: "DEV", title: "held", heldBefore: ["sales.dev1"], ...secrets, parent: seenParent.id },
    { unit: "DEV", title: "left", assignee: "sales.dev1", ...secrets },
  ]);
});
afterAll(() => test.stop());

const me = "sales.dev1";
const others = (...titles: string[]) =>
  ["seen parent", "open", "empty", "wrote", "held", "left"].filter((title) => !titles.includes(title));

describe("PER-02: what the viewer can read on no issue cannot be asked by", () => {
  const filters: [string, object][] = [
    ["estimate", { estimate: { eq: 3 } }],
    ["value", { value: { isNull: true } }],
    ["estimate", { and: [{ mine: true }, { estimate: { ne: 99 } }] }],
    ["estimate", { or: [{ mine: true }, { not: { estimate: { gt: 1 } } }] }],
    ["estimate", { id: { in: [] }, estimate: { eq: 3 } }],
    ["value", { not: { and: [{ or: [{ value: { lt: 1 } }] }] } }],
  ];

  it.each(filters)("%s: %j", async (field, filter) => {
    for (const login of ["outsider", "admin"]) {
      const answer = await ask(login, { filter });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", rule: "R10", field });
      expect(answer.data).toBeNull();
    }
    // Who can be a holder somewhere may ask, and finds what they may read.
    expect((await ask("dev.rep1", { filter })).errors).toBeUndefined();
  });

  it.each([
    ["ESTIMATE", "estimate"],
    ["VALUE", "value"],
    ["RANK", "rank"],
  ])("to sort by %s is to ask", async (by, field) => {
    for (const orderBy of [[{ by }], [{ by: "CREATED_AT" }, { by, direction: "DESC" }]]) {
      const answer = await ask("outsider", { orderBy });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", rule: "R10", field });
      expect((await ask("dev.rep1", { orderBy })).errors).toBeUndefined();
    }
  });

  it("also where only the number is wanted", async () => {
    const count =
      "query($filter: IssueFilter, $orderBy: [IssueOrder!]) { issues(filter: $filter, orderBy: $orderBy) { totalCount } }";
    for (const variables of [{ filter: { estimate: { eq: 3 } } }, { orderBy: [{ by: "RANK" }] }]) {
      const answer = await test.as("outsider")(count, variables);
      expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    }
  });

  it("a filter object that asks nothing needs no right", async () => {
    expect(await find("outsider", { estimate: { eq: null }, value: {} })).toEqual([]);
  });

  it("what an author can read, anyone may ask by", async () => {
    for (const filter of [
      { type: ["BUG"] },
      { priority: ["LOW"] },
      { label: { isNull: true } },
      { parent: { isNull: false } },
    ]) {
      expect((await ask("outsider", { filter })).errors).toBeUndefined();
    }
    expect((await ask("outsider", { orderBy: [{ by: "PRIORITY" }] })).errors).toBeUndefined();
  });
});

describe("R10: where a value is hidden it counts as empty, whatever is asked", () => {
  it.each([
    [{ estimate: { eq: 3 } }, ["open"]],
    [{ estimate: { gte: 0 } }, ["open"]],
    [{ estimate: { isNull: false } }, ["open"]],
    [{ estimate: { isNull: true } }, others("open")],
    [{ estimate: { ne: 3 } }, others("open")],
    [{ estimate: { ne: 4 } }, others()],
    [{ not: { estimate: { eq: 3 } } }, others("open")],
    [{ not: { estimate: { isNull: true } } }, ["open"]],
    [{ not: { not: { value: { lt: 100 } } } }, ["open"]],
    [{ priority: ["URGENT"] }, ["open", "wrote"]],
    [{ not: { priority: ["URGENT"] } }, others("open", "wrote")],
    [{ priority: ["LOW", "NORMAL", "HIGH", "URGENT"] }, ["seen parent", "open", "empty", "wrote"]],
    [{ type: ["BUG"] }, ["open", "wrote"]],
    [{ not: { type: ["TASK"] } }, others("seen parent", "empty")],
    [{ label: { isNull: false } }, ["open", "wrote"]],
    [{ label: { isNull: true } }, others("open", "wrote")],
    [{ not: { label: { isNull: false } } }, others("open", "wrote")],
  ])("%j", async (filter, expected) => {
    expect(await find(me, filter)).toEqual(expected);
  });

  it("a label's id finds nothing where labels are hidden, nor does its absence tell", async () => {
    const labels = dataOf(
      await test.as("boss")<{ unit: { labels: { id: string }[] } }>(`{ unit(key: "DEV") { labels { id } } }`),
    );
    const id = labels.unit.labels[0]?.id;
    expect(await find(me, { label: { eq: id } })).toEqual(["wrote"]);
    expect(await find(me, { label: { ne: id } })).toEqual(others("wrote"));
    expect(await find(me, { not: { label: { in: [id] } } })).toEqual(others("wrote"));
  });

  it("R11: a parent that is not seen, or whose naming is hidden, is none", async () => {
    expect(await find(me, { parent: { isNull: false } })).toEqual(["empty", "wrote"]);
    expect(await find(me, { parent: { isNull: true } })).toEqual(others("empty", "wrote"));
    expect(await find(me, { parent: { eq: unseenParent.id } })).toEqual([]);
    expect(await find(me, { parent: { eq: seenParent.id } })).toEqual(["empty", "wrote"]);
    expect(await find(me, { parent: { ne: unseenParent.id } })).toEqual(others());
    expect(await find(me, { not: { parent: { in: [unseenParent.id, seenParent.id] } } })).toEqual(
      others("empty", "wrote"),
    );
    expect(await find("boss", { parent: { eq: unseenParent.id } })).toEqual(["open"]);
  });

  it("sorts as empty, last in both directions, so that no place tells of it", async () => {
    for (const by of ["ESTIMATE", "VALUE"]) {
      for (const direction of ["ASC", "DESC"]) {
        const titles = await find(me, {}, [{ by, direction }, { by: "CREATED_AT" }]);
        expect(titles).toEqual(["open", ...others("open")]);
      }
    }
    expect(await find(me, {}, [{ by: "PRIORITY", direction: "DESC" }, { by: "CREATED_AT" }])).toEqual([
      "open",
      "wrote",
      "seen parent",
      "empty",
      "held",
      "left",
    ]);
    expect(await find(me, {}, [{ by: "RANK", direction: "DESC" }])).toEqual([
      "empty",
      "open",
      "seen parent",
      "left",
      "held",
      "wrote",
    ]);
  });

  it("PER-06: words of what is hidden find nothing, those of what may be read do", async () => {
    expect(await find(me, { text: "secret" })).toEqual(["open", "wrote"]);
    expect(await find("boss", { text: "secret" })).toHaveLength(4);
    expect(await find(me, { not: { text: "secret" } })).toEqual(others("open", "wrote"));
    expect(await find("outsider", { text: "secret" })).toEqual([]);
  });

  it("the cursor of a hidden value holds nothing of it", async () => {
    const document = `query($after: String) { issues(first: 2, after: $after, orderBy: [{ by: ESTIMATE, direction: DESC }]) { edges { cursor node { title } } } }`;
    const answer = await test.as(me)<{ issues: { edges: { cursor: string; node: { title: string } }[] } }>(
      document,
    );
    const [first, second] = dataOf(answer).issues.edges;
    const held = (cursor = "") => JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    expect([first?.node.title, held(first?.cursor)[1]]).toEqual(["open", "3"]);
    expect([second?.node.title, held(second?.cursor)[1]]).toEqual(["left", null]);
  });
});

describe("PER-08: nested fields", () => {
  it("hide what the list hides, and say so once", async () => {
    const document = `{ issues(orderBy: [{ by: CREATED_AT }]) { nodes { title estimate description parent { title estimate } } } }`;
    const answer = await test.as(me)<{ issues: { nodes: Record<string, unknown>[] } }>(document);
    expect(dataOf(answer).issues.nodes).toEqual([
      { title: "seen parent", estimate: null, description: null, parent: null },
      { title: "open", estimate: 3, description: "secret words", parent: null },
      { title: "empty", estimate: null, description: null, parent: { title: "seen parent", estimate: null } },
      {
        title: "wrote",
        estimate: null,
        description: "secret words",
        parent: { title: "seen parent", estimate: null },
      },
      { title: "held", estimate: null, description: null, parent: null },
      { title: "left", estimate: null, description: null, parent: null },
    ]);
    expect(answer.extensions?.redacted).toEqual(["Issue.description", "Issue.estimate", "Issue.parent"]);
    const boss = await test.as("boss")(document);
    expect(boss.extensions).toBeUndefined();
  });
});
