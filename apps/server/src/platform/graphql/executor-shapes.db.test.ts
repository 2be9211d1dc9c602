import { execute, parse, print, validate, type DocumentNode, type ExecutionResult } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RequestContext } from "../../access/request-context.js";
import { makeSchema } from "../../schema.js";
import { appDocuments } from "../../testing/app-documents.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";
import { CompiledQueries, formattedErrors } from "./executor.js";

const schema = makeSchema();
const compiled = new CompiledQueries(makeSchema());

let test: TestServer;
/** Values by the name of the variable, for whatever document names it. */
let known: Record<string, unknown>;

beforeAll(async () => {
  test = await startTestServer();
  const secrets = {
    description: "secret",
    estimate: 3,
    value: 5,
    labels: ["red"],
    priority: "HIGH",
  } as const;
  const [parent] = await makeIssues(test, [
    {
      unit: "DEV",
      title: "Parent",
      ...secrets,
      comments: [{ body: "Said" }, { body: "Whispered", internal: true }],
    },
  ]);
  const children = await makeIssues(test, [
    { unit: "DEV", title: "First", parent: parent.id, assignee: "dev.rep1", ...secrets },
    { unit: "APP", title: "Second", parent: parent.id, author: "outsider", dueDate: "2026-12-01" },
    { unit: "SALES", title: "Third", parent: parent.id, heldBefore: ["dev.dev1"], ...secrets },
  ]);
  known = {
    unit: test.company.units["DEV"],
    id: parent.id,
    issue: parent.id,
    key: parent.key,
    ids: [parent.id, ...children.map((child) => child.id), "none"],
    under: true,
    closedDays: 14,
    first: 3,
    after: null,
    text: "e",
    filter: { unit: { eq: test.company.units["DEV"] }, not: { text: "second" } },
    orderBy: [{ by: "KEY", direction: "DESC" }],
    toUnit: test.company.units["APP"],
    user: test.company.people["dev.dev1"],
    described: null,
  };
});
afterAll(() => test.stop());

function contextOf(login: string | null): RequestContext {
  const secret = login === null ? null : (test.company.secrets[login] ?? null);
  return new RequestContext(test.server.access, { secret, address: "127.0.0.1", requestId: "test" });
}

/** What a client can tell apart: data, paths and codes of errors, what was hidden. */
function told(result: ExecutionResult<Record<string, unknown>>, context: RequestContext) {
  const errors = formattedErrors(result, (error) => error).map(({ path, extensions }) => ({
    path,
    code: extensions?.["code"],
    rule: extensions?.["rule"],
    field: extensions?.["field"],
  }));
  const data = JSON.parse(JSON.stringify(result.data ?? null)) as unknown;
  return { data, errors, redacted: context.redacted() };
}

async function byBoth(document: DocumentNode, login: string | null, variables: Record<string, unknown>) {
  expect(validate(schema, document)).toEqual([]);
  const query = compiled.findAtOnce(print(document), null, document)?.query;
  if (!query) throw new Error("graphql-jit did not compile it");
  const [one, other] = [contextOf(login), contextOf(login)];
  const fast = told(await query(undefined, one, variables), one);
  const slow = told(
    await execute({ schema, document, contextValue: other, variableValues: variables }),
    other,
  );
  return { fast, slow };
}

const VIEWERS = ["boss", "dev.dev1", "dev.rep1", "outsider"];

const CARD = `fragment Card on Issue { id key title ...Money parent { ...Named } }
  fragment Money on Issue { estimate value }
  fragment Named on Issue { title status { ... on Status { name } } }`;

/** Shapes of documents, as clients write them. */
const SHAPES: readonly (readonly [string, string])[] = [
  ["fields alone", "{ issues { nodes { id title estimate } } }"],
  [
    "aliases",
    "{ issues { all: nodes { name: title name2: title cost: estimate } } again: issues(first: 1) { nodes { id } } }",
  ],
  [
    "aliases with other arguments",
    `query($id: ID) { issue(id: $id) { one: subIssues(first: 1) { nodes { title } pageInfo { hasNextPage } }
     all: subIssues { totalCount nodes { key } } same: subIssues(first: 1) { nodes { id } } none: comments(first: 1) { totalCount } } }`,
  ],
  [
    "fragments within fragments",
    `{ issues { nodes { ...Card } edges { cursor node { ...Card } } } } ${CARD}`,
  ],
  [
    "the same field by several ways",
    `{ issues { nodes { title ... on Issue { title status { id } } ...Named } nodes { status { category } } } }
     fragment Named on Issue { title status { name } }`,
  ],
  ["inline fragments without a type", "{ issues { ... { nodes { ... { key } } } } }"],
  [
    "__typename everywhere",
    "{ __typename issues { __typename nodes { __typename status { __typename } } pageInfo { __typename } } }",
  ],
  [
    "lists within lists",
    `{ issues(first: 2) { nodes { title comments(first: 1) { nodes { body internal issue { key comments { totalCount } } } }
     subIssues { nodes { title subIssues { totalCount } parent { parent { title } title } } } } } }`,
  ],
  [
    "@skip and @include with variables",
    `query($under: Boolean!, $id: ID) { issue(id: $id) { id estimate @skip(if: $under) title @include(if: $under)
     ... @include(if: $under) { description } ... on Issue @skip(if: $under) { value } } me @skip(if: $under) { isBoss } }`,
  ],
  [
    "@skip of one of two",
    `query($under: Boolean!) { issues { nodes { labels { id } labels @skip(if: $under) { name } } } }`,
  ],
  [
    "variables in literals",
    "query($unit: ID, $first: Int) { issues(filter: { unit: { eq: $unit }, or: [{ mine: false }, { mine: true }] }, first: $first, orderBy: { by: KEY }) { totalCount nodes { key } } }",
  ],
  [
    "a variable left out in a literal",
    "query($nothing: ID, $never: Int) { issues(filter: { unit: { eq: $nothing } }, first: $never) { totalCount } }",
  ],
  [
    "a whole filter in a variable",
    "query($filter: IssueFilter, $order: [IssueOrder!] = [{ by: KEY, direction: DESC }]) { issues(filter: $filter, orderBy: $order) { totalCount nodes { key } } }",
  ],
  ["defaults", "query($first: Int = 2) { issues(first: $first) { nodes { id } } units { key } }"],
  [
    "one for a list",
    `{ issues(filter: { priority: HIGH, type: TASK, and: { archived: false } }) { totalCount } }`,
  ],
  [
    "several roots",
    `query($id: ID) { issue(id: $id) { key } other: issue(key: "NONE-1") { key } events(issue: $id) { totalCount nodes { kind changes { field before after } issue { key } actor { name email } } } roles { base } }`,
  ],
  ["what is only a count", "{ issues { totalCount } events { totalCount } }"],
  [
    "a board in parts",
    `query($unit: ID!) { board(unit: $unit) { lastEvent columns { name ...Cards statuses { name } } } }
     fragment Cards on BoardColumn { issues(first: 1) { nodes { key } } more: issues(first: 2) { edges { node { title } } } }`,
  ],
];

/** What goes wrong, and what else was asked. */
const FAULTS: readonly (readonly [string, string, number])[] = [
  ["a field of the root", "{ issues(first: 0) { totalCount } }", 1],
  ["one of two roots, where the other may be null", `{ me { isBoss } issue { key } }`, 1],
  [
    "two aliases of one root",
    `{ a: issue { key } b: issue(id: "1", key: "X") { key } c: issue(key: "NONE-1") { key } }`,
    2,
  ],
  [
    "a list below",
    `query($id: ID) { issue(id: $id) { title subIssues(first: 501) { totalCount } } me { locale } }`,
    1,
  ],
  ["a cursor below", `query($id: ID) { issue(id: $id) { comments(after: "no") { totalCount } } }`, 1],
  ["a right", `{ issues(orderBy: { by: RANK }) { totalCount } me { isAdmin } }`, 1],
  ["a filter", `{ issues(filter: { estimate: { gt: 1 } }) { totalCount } }`, 1],
  ["a board that is not", `{ board(unit: "77777") { lastEvent } }`, 1],
];

describe("both executors tell the same", () => {
  it.each(SHAPES)("%s", async (_, text) => {
    const document = parse(text);
    for (const login of VIEWERS) {
      const { fast, slow } = await byBoth(document, login, known);
      expect(fast).toEqual(slow);
      expect(slow.errors).toEqual([]);
      expect(slow.data).not.toBeNull();
    }
  });

  it("when a directive turns the other way", async () => {
    for (const [, text] of SHAPES.filter(([name]) => name.startsWith("@skip"))) {
      const on = await byBoth(parse(text), "boss", known);
      const off = await byBoth(parse(text), "boss", { ...known, under: false });
      expect(off.fast).toEqual(off.slow);
      expect(off.fast.data).not.toEqual(on.fast.data);
    }
  });

  it.each(FAULTS)("when %s is refused", async (_, text, count) => {
    const { fast, slow } = await byBoth(parse(text), "outsider", known);
    expect(fast).toEqual(slow);
    const seen = await byBoth(parse(text), "boss", known);
    expect(seen.fast).toEqual(seen.slow);
    expect(Math.max(slow.errors.length, seen.slow.errors.length)).toBe(count);
  });

  it("to a stranger", async () => {
    for (const [, text] of SHAPES) {
      const { fast, slow } = await byBoth(parse(text), null, known);
      expect(fast).toEqual(slow);
    }
  });

  it("of variables that are wrong: nothing has run, and what is wrong is said in the same words", async () => {
    const document = parse(
      "query($filter: IssueFilter, $first: Int!) { issues(filter: $filter, first: $first) { totalCount } }",
    );
    const query = compiled.findAtOnce(print(document), null, document)?.query;
    for (const filter of [
      { titel: "x" },
      { estimate: { eq: "3" } },
      { or: [{ and: [{ type: "NONE" }] }] },
      { dueDate: { lt: "x" } },
    ]) {
      const fast = await query?.(undefined, contextOf("boss"), { filter, first: 5 });
      const slow = await execute({
        schema,
        document,
        contextValue: contextOf("boss"),
        variableValues: { filter, first: 5 },
      });
      expect(fast).not.toHaveProperty("data");
      expect(slow).not.toHaveProperty("data");
      expect(fast?.errors?.map((error) => error.message)).toEqual(slow.errors?.map((error) => error.message));
    }
  });
});

/** A boss is refused nothing; others are some of it (L2, R2). */
const FOR_THE_BOSS = new Set(["AwaitingCount", "AwaitingClosure", "Deputies", "PastDeputies"]);

/** Of the issue `known.issue` alone: whoever does not see it is told that there is none (R10). */
const OF_THE_ISSUE = new Set(["HandoffRoute", "ExplainAccess"]);
const WITHOUT_SIGHT = new Set(["dev.rep1", "outsider"]);

function refusalOf(name: string, login: string): string[] {
  if (FOR_THE_BOSS.has(name) && login !== "boss") return ["FORBIDDEN"];
  return OF_THE_ISSUE.has(name) && WITHOUT_SIGHT.has(login) ? ["NOT_FOUND"] : [];
}

describe("every query of the app", () => {
  const queries = appDocuments().filter((each) => each.kind === "query");

  it("is found", () => {
    expect(queries.map((query) => query.name)).toEqual(
      expect.arrayContaining(["Board", "Issue", "IssueHistory", "Cards"]),
    );
  });

  it.each(queries.map((query) => [query.name, query] as const))(
    "%s",
    async (name, { document, variables }) => {
      expect(Object.keys(known)).toEqual(expect.arrayContaining([...variables]));
      const id = variables.includes("id") && print(document).includes("unit(") ? { id: known["unit"] } : {};
      for (const login of VIEWERS) {
        const { fast, slow } = await byBoth(document, login, { ...known, ...id });
        expect(fast).toEqual(slow);
        expect({ login, codes: slow.errors.map(({ code }) => code) }).toEqual({
          login,
          codes: refusalOf(name, login),
        });
      }
    },
  );
});
