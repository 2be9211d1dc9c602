import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeIssues } from "../../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../../testing/test-server.js";

const ROLES = ["boss", "analyst", "admin", "dev.head", "dev.dev1", "dev.rep1", "outsider"];

const LIST = `query ($first: Int = 500) { issues(first: $first) { totalCount nodes {
  id key title createdAt updatedAt dueDate type priority estimate revision
  status { id name category } unit { id key name } assignee { id name avatarUrl } } } }`;
const BOARD = `query ($unit: ID!) { board(unit: $unit) { columns { name count estimateSum issueIds status { id name }
  issues(first: 50) { nodes { id key title type priority estimate commentCount subIssueCount labels { id name color }
    assignee { id name } } } } } }`;
const WIDE_BOARD = `query ($unit: ID!) { board(unit: $unit, under: true) { columns { name issues(first: 500) {
  nodes { id key title rank labels { id name } assignee { id name } status { id } unit { id } } } } } }`;

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
  await makeIssues(test, [{ unit: "DEV" }, { unit: "DEV", author: "outsider" }]);
});
afterAll(() => test.stop());

const aliases = (count: number, text: string) =>
  `{ ${Array.from({ length: count }, (_, n) => `a${String(n)}: ${text}`).join(" ")} }`;

async function codes(
  query: string,
  variables: Record<string, unknown> = {},
  login = "dev.dev1",
): Promise<string[]> {
  const { errors } = await test.as(login)(query, variables);
  return (errors ?? []).map(({ extensions }) => extensions.code);
}

describe("what must pass, for every role", () => {
  it.each(ROLES)(
    "%s: a list of 500 with ten plain and three to-one fields, a board of 8 × 50, the schema",
    async (login) => {
      const unit = test.company.units["DEV"];
      expect(await codes(LIST, {}, login)).toEqual([]);
      expect(await codes(BOARD, { unit }, login)).toEqual([]);
      expect(await codes(WIDE_BOARD, { unit }, login)).toEqual([]);
      expect(await codes(getIntrospectionQuery({ oneOf: true, specifiedByUrl: true }), {}, login)).toEqual(
        [],
      );
      expect(await codes(aliases(100, "__typename"), {}, login)).toEqual([]);
      expect(await codes(aliases(30, "issues(first: 500) { nodes { id } }"), {}, login)).toEqual([]);
    },
  );
});

describe("LIMIT, whoever asks", () => {
  it.each(ROLES)(
    "SCA-07, %s: 100 aliases of the dearest list are refused by cost, before anything runs",
    async (login) => {
      const statements: string[] = [];
      test.server.access.database.onStatement = (text) => statements.push(text);
      expect(await codes(aliases(100, "issues(first: 500) { nodes { id } }"), {}, login)).toEqual(["LIMIT"]);
      expect(await codes(aliases(100, "__schema { types { name } }"), {}, login)).toEqual(["LIMIT"]);
      test.server.access.database.onStatement = null;
      expect(statements.filter((text) => text.includes("from issue"))).toEqual([]);
    },
  );

  it.each([
    ["101 aliases", aliases(101, "__typename")],
    [
      "lists in lists",
      "{ issues(first: 500) { nodes { subIssues(first: 500) { nodes { comments(first: 500) { nodes { id } } } } } } }",
    ],
    ["a tree of units without end", `{ units ${"{ children ".repeat(15)} { id } ${"}".repeat(15)} }`],
    ["a depth of 21", `{ unit(key: "DEV") ${"{ parent ".repeat(19)} { id } ${"}".repeat(19)} }`],
    ["51 directives", `{ me ${"@include(if: true) ".repeat(51)} { isBoss } }`],
    ["10,000 words", `{ ${"me { isBoss } ".repeat(2_600)} }`],
    ["1,100 fields", `{ ${"__typename ".repeat(1_100)} }`],
    ["brackets without end", `{ issues(filter: ${"{ and: [".repeat(300)}`],
    [
      "fragments that double",
      `{ ...F0 } ${Array.from({ length: 40 }, (_, n) => `fragment F${String(n)} on Query { ...F${String(n + 1)} ...F${String(n + 1)} }`).join(" ")} fragment F40 on Query { __typename }`,
    ],
  ])("%s", async (_, query) => {
    expect(await codes(query)).toEqual(["LIMIT"]);
  });

  it("a variable cannot make a page longer than it is counted", async () => {
    const query = `query ($n: Int) ${aliases(100, "issues(first: $n) { nodes { id } }")}`;
    expect(await codes(query, { n: 500 })).toEqual(["LIMIT"]);
    expect(await codes(query, { n: 10 })).toEqual([]);
    expect((await codes(query, { n: 500_000 }))[0]).toBe("LIMIT");
    expect((await codes("query ($n: Int) { issues(first: $n) { nodes { id } } }", { n: 501 }))[0]).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("input nested deeper than any input of the schema", async () => {
    let filter: unknown = {};
    for (let depth = 0; depth < 2_000; depth++) filter = { and: [filter] };
    expect(
      await codes("query ($f: IssueFilter) { issues(filter: $f) { totalCount } }", { f: filter }),
    ).toEqual(["LIMIT"]);
  });
});

describe("the app's own documents", () => {
  const WEB = fileURLToPath(new URL("../../../../../web/src", import.meta.url));
  const files = readdirSync(WEB, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".graphql.ts"),
  );
  const parts = files.flatMap((name) => {
    const text = readFileSync(join(WEB, name), "utf8");
    return [...text.matchAll(/graphql\(`([^`]*)`\)/g)].map(([, document]) => document ?? "");
  });
  const fragments = new Map(
    parts.flatMap((text) => {
      const name = /fragment (\w+) on/.exec(text)?.[1];
      return name === undefined ? [] : [[name, text] as const];
    }),
  );
  const withFragments = (text: string, done = new Set<string>()): string =>
    [...text.matchAll(/\.\.\.(\w+)/g)].reduce((whole, [, name = ""]) => {
      if (done.has(name) || name === "on") return whole;
      done.add(name);
      return `${whole}\n${withFragments(fragments.get(name) ?? "", done)}`;
    }, text);
  const operations = parts.filter((text) => /^\s*(query|mutation)\b/.test(text));

  it("none is refused by a limit, with pages as long as they can be", async () => {
    expect(operations.length).toBeGreaterThan(20);
    for (const text of operations) {
      const variables = Object.fromEntries(
        [...text.matchAll(/\$(first|n|limit)\b/g)].map(([, name]) => [name ?? "", 500]),
      );
      expect([text, await codes(withFragments(text), variables)]).not.toEqual([text, ["LIMIT"]]);
    }
  });
});
