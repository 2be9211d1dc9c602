import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runSql } from "../../testing/sql.js";
import { makeIssues, type TestIssue } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type GraphqlAnswer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
/** By title. */
const made = new Map<string, TestIssue>();

interface List {
  readonly issues: {
    readonly nodes: readonly { readonly id: string; readonly title: string }[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const LIST = `query($filter: IssueFilter, $orderBy: [IssueOrder!], $first: Int, $after: String) {
  issues(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id title }
  }
}`;

function ask(login: string, variables: Record<string, unknown>): Promise<GraphqlAnswer<List>> {
  return test.as(login)<List>(LIST, variables);
}

/** Titles in the order of creation; the count must agree. */
async function find(login: string, filter: object): Promise<string[]> {
  const { issues } = dataOf(await ask(login, { filter, orderBy: [{ by: "CREATED_AT" }], first: 500 }));
  expect(issues.totalCount).toBe(issues.nodes.length);
  return issues.nodes.map((node) => node.title);
}

function idOf(title: string): string {
  const issue = made.get(title);
  if (!issue) throw new Error(`there is no issue ${title}`);
  return issue.id;
}

const SPECS = [
  { unit: "DEV", title: "plain" },
  {
    unit: "DEV",
    title: "held",
    assignee: "dev.rep1",
    estimate: 3,
    value: 1,
    priority: "HIGH",
    labels: ["red"],
  },
  {
    unit: "DEV",
    title: "urgent",
    author: "dev.dev1",
    estimate: 5,
    priority: "URGENT",
    type: "BUG",
    labels: ["red", "blue"],
    dueDate: "2026-12-01",
  },
  { unit: "DEV", title: "done", status: "Closed", priority: "LOW", dueDate: "2026-11-01" },
  { unit: "DEV", title: "put away", archived: true },
  { unit: "APP", title: "mobile", status: "In progress", estimate: 0.1, labels: ["red"] },
  {
    unit: "SALES",
    title: "sale",
    author: "outsider",
    assignee: "sales.rep1",
    estimate: 8,
    description: "Cold call",
  },
  { unit: "SALES", title: "once mine", heldBefore: ["dev.dev1"], estimate: 13, priority: "URGENT" },
] as const;

beforeAll(async () => {
  test = await startTestServer();
  const issues = await makeIssues(test, SPECS);
  SPECS.forEach(({ title }, index) => made.set(title, issues[index] as TestIssue));
  const [child, orphan] = await makeIssues(test, [
    { unit: "DEV", title: "child", parent: idOf("plain") },
    { unit: "DEV", title: "half orphan", parent: idOf("sale") },
  ]);
  made.set("child", child).set("half orphan", orphan);
});
afterAll(() => test.stop());

const DEV_SEES = ["plain", "held", "urgent", "done", "mobile", "once mine", "child", "half orphan"];

describe("issues", () => {
  it("PER-14: names of another department's records find what does not exist finds: nothing", async () => {
    for (const filter of [
      { id: { eq: idOf("sale") } },
      { unit: { eq: test.company.units["COMM"] } },
      { key: { eq: made.get("sale")?.key } },
    ]) {
      expect(await find("dev.rep1", filter)).toEqual([]);
      expect((await find("boss", { or: [filter, { underUnit: test.company.units["COMM"] }] })).length).toBe(
        2,
      );
    }
    expect(await find("dev.rep1", { id: { eq: "999999999" } })).toEqual([]);
  });

  it("R2: what a membership showed is gone on the very next request after its end", async () => {
    expect(await find("service.head", {})).toEqual([]);
    const insert = "insert into membership (unit_id, user_id, role_id) values ($1, $2, $3)";
    const who = [test.company.units["SALES"], test.company.people["service.head"]];
    await runSql(test.database.connection, insert, [...who, test.company.roles.ANALYST]);
    expect(await find("service.head", {})).toEqual(["sale", "once mine"]);
    const end = "update membership set ended_at = now() where unit_id = $1 and user_id = $2";
    await runSql(test.database.connection, end, who);
    expect(await find("service.head", {})).toEqual([]);
  });

  it("R5 to R8: each sees what is theirs to see, closed ones too, archived ones not", async () => {
    expect(await find("dev.dev2", {})).toEqual(DEV_SEES.filter((title) => title !== "once mine"));
    expect(await find("dev.dev1", {})).toEqual(DEV_SEES.filter((title) => title !== "mobile"));
    expect(await find("dev.rep1", {})).toEqual(["held"]);
    expect(await find("outsider", {})).toEqual(["sale"]);
    expect(await find("admin", {})).toEqual([]);
    expect((await find("analyst", {})).length).toBe(SPECS.length + 1);
  });

  it("a stranger sees no list", async () => {
    const answer = await test.as(null)(LIST);
    expect(answer.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("by default the newest comes first, and the last made of one instant before it", async () => {
    const { issues } = dataOf(await ask("dev.dev1", {}));
    expect(issues.nodes.map((node) => node.title)).toEqual([
      "half orphan",
      "child",
      "once mine",
      "done",
      "urgent",
      "held",
      "plain",
    ]);
  });
});

describe("FIL-05: every operator on every field", () => {
  const dev = "dev.dev1";

  it("of ids", async () => {
    const { people, units } = test.company;
    expect(await find(dev, { id: { eq: idOf("held") } })).toEqual(["held"]);
    expect(await find(dev, { id: { in: [idOf("held"), idOf("sale"), "no id"] } })).toEqual(["held"]);
    expect(await find(dev, { id: { in: [] } })).toEqual([]);
    expect(await find(dev, { unit: { ne: units["DEV"] } })).toEqual(["once mine"]);
    expect(await find(dev, { unit: { notIn: [units["DEV"]] } })).toEqual(["once mine"]);
    expect(await find(dev, { unit: { notIn: [] } })).toHaveLength(7);
    expect(await find(dev, { assignee: { isNull: false } })).toEqual(["held"]);
    expect(await find(dev, { author: { eq: people["dev.dev1"] } })).toEqual(["urgent"]);
    expect(await find(dev, { author: { isNull: true } })).toEqual([]);
    expect(await find(dev, { status: { eq: test.company.statuses["DEV/Closed"] } })).toEqual(["done"]);
    expect(await find(dev, { id: { eq: idOf("held"), ne: idOf("held") } })).toEqual([]);
    for (const noId of ["", "x", "-1", "0", "1e3", "99999999999999999999"]) {
      expect(await find(dev, { id: { eq: noId } })).toEqual([]);
      expect(await find(dev, { id: { ne: noId } })).toHaveLength(7);
    }
  });

  it("FIL-03: what is not, or is not among, takes in what is empty", async () => {
    const rep = test.company.people["dev.rep1"];
    const others = ["plain", "urgent", "done", "once mine", "child", "half orphan"];
    expect(await find(dev, { assignee: { ne: rep } })).toEqual(others);
    expect(await find(dev, { assignee: { notIn: [rep, "no id"] } })).toEqual(others);
    expect(await find(dev, { not: { assignee: { eq: rep } } })).toEqual(others);
    expect(await find(dev, { not: { not: { assignee: { eq: rep } } } })).toEqual(["held"]);
    expect(await find("boss", { estimate: { ne: 3 } })).toContain("plain");
    expect(await find("boss", { not: { estimate: { gt: 1 } } })).toEqual([
      "plain",
      "done",
      "mobile",
      "child",
      "half orphan",
    ]);
    expect(await find("boss", { not: { dueDate: { lt: "2026-11-15" } } })).not.toContain("done");
    expect(await find("boss", { not: { dueDate: { lt: "2026-11-15" } } })).toHaveLength(8);
  });

  it("of labels: has it, has none of them, has none at all", async () => {
    const rows = await runSql(
      test.database.connection,
      "select id::text, name, unit_id::text as unit from label",
    );
    const label = (name: string, unit = "DEV") =>
      rows.find((row) => row["name"] === name && row["unit"] === test.company.units[unit])?.["id"];
    expect(await find("boss", { label: { eq: label("red") } })).toEqual(["held", "urgent"]);
    expect(await find("boss", { label: { in: [label("blue"), label("red", "APP")] } })).toEqual([
      "urgent",
      "mobile",
    ]);
    expect(await find("boss", { label: { ne: label("red") } })).toHaveLength(7);
    expect(await find("boss", { label: { notIn: [label("blue"), label("red", "APP")] } })).toHaveLength(7);
    expect(await find("boss", { label: { isNull: false } })).toEqual(["held", "urgent", "mobile"]);
    expect(await find("boss", { label: { isNull: true } })).toHaveLength(6);
  });

  it("of keys", async () => {
    const key = made.get("urgent")?.key ?? "";
    expect(key).toBe("DEV-3");
    expect(await find(dev, { key: { eq: key } })).toEqual(["urgent"]);
    expect(await find(dev, { key: { in: [key, "NONE-1"] } })).toEqual(["urgent"]);
    expect(await find(dev, { key: { startsWith: "dev-" } })).toHaveLength(6);
    expect(await find(dev, { key: { contains: "ev-3" } })).toEqual(["urgent"]);
    for (const wild of ["%", "_", "DEV_3", "\\"])
      expect(await find(dev, { key: { contains: wild } })).toEqual([]);
    expect(await find(dev, { key: { isNull: true } })).toEqual([]);
    expect(await find(dev, { key: { isNull: false } })).toHaveLength(7);
  });

  it("of numbers, exactly", async () => {
    expect(await find("boss", { estimate: { eq: 0.1 } })).toEqual(["mobile"]);
    expect(await find("boss", { estimate: { lt: 3 } })).toEqual(["mobile"]);
    expect(await find("boss", { estimate: { lte: 3 } })).toEqual(["held", "mobile"]);
    expect(await find("boss", { estimate: { gt: 5 } })).toEqual(["sale", "once mine"]);
    expect(await find("boss", { estimate: { gte: 5, lt: 13 } })).toEqual(["urgent", "sale"]);
    expect(await find("boss", { estimate: { isNull: true } })).toHaveLength(4);
    expect(await find("boss", { estimate: { lt: 1e308, gt: -1e308 } })).toHaveLength(5);
    expect(await find("boss", { value: { eq: 1, ne: 2 } })).toEqual(["held"]);
  });

  it("of days and instants", async () => {
    expect(await find(dev, { dueDate: { eq: "2026-12-01" } })).toEqual(["urgent"]);
    expect(await find(dev, { dueDate: { gte: "2026-11-01", lte: "2026-11-30" } })).toEqual(["done"]);
    expect(await find(dev, { dueDate: { gt: "2026-11-01" } })).toEqual(["urgent"]);
    expect(await find(dev, { dueDate: { isNull: false } })).toEqual(["urgent", "done"]);
    expect(await find(dev, { closedAt: { isNull: false } })).toEqual(["done"]);
    expect(
      await find(dev, { createdAt: { gt: "2026-01-01T00:00:00+02:00", lte: "9999-12-31T23:59:59Z" } }),
    ).toHaveLength(7);
    expect(await find(dev, { createdAt: { lt: "2000-01-01T00:00:00Z" } })).toEqual([]);
    expect(await find(dev, { updatedAt: { gte: "2000-01-01T00:00:00Z" } })).toHaveLength(7);
  });

  it("of categories, types, priorities, and what is the viewer's own", async () => {
    expect(await find(dev, { category: ["CLOSED", "TODO"] })).toEqual(["done"]);
    expect(await find(dev, { category: [] })).toEqual([]);
    expect(await find("boss", { type: ["BUG"] })).toEqual(["urgent"]);
    expect(await find("boss", { type: [] })).toEqual([]);
    expect(await find("boss", { priority: ["LOW", "URGENT"] })).toEqual(["urgent", "done", "once mine"]);
    expect(await find("dev.rep1", { mine: true })).toEqual(["held"]);
    expect(await find("boss", { mine: true })).toEqual([]);
    expect(await find("boss", { mine: false })).toHaveLength(9);
    expect(await find(dev, { followed: true })).toEqual(["urgent", "once mine"]);
    expect(await find(dev, { followed: false })).toEqual(["plain", "held", "done", "child", "half orphan"]);
  });

  it("of units below, where an unknown one holds nothing", async () => {
    const { units } = test.company;
    expect(await find("boss", { underUnit: units["DEV"] })).toHaveLength(7);
    expect(await find("boss", { underUnit: units["APP"] })).toEqual(["mobile"]);
    expect(await find("dev.dev1", { underUnit: units["DEMO"] })).toHaveLength(7);
    for (const unknown of ["999999", "x"]) expect(await find("boss", { underUnit: unknown })).toEqual([]);
  });

  it("archived: left out, alone, or, by an `or`, both", async () => {
    expect(await find("boss", { archived: true })).toEqual(["put away"]);
    expect(await find("boss", { archived: false })).toHaveLength(9);
    expect(await find("boss", { or: [{ archived: true }, { archived: false }] })).toHaveLength(10);
    expect(await find("boss", { archived: null })).toHaveLength(9);
    expect(await find("outsider", { archived: true })).toEqual([]);
  });

  it("what is null is left out, wherever it stands", async () => {
    const nothing = {
      and: null,
      or: null,
      not: null,
      id: null,
      estimate: null,
      label: { eq: null, in: null, ne: null, notIn: null, isNull: null },
      type: null,
      text: null,
      mine: null,
    };
    expect(await find(dev, nothing)).toHaveLength(7);
    expect(
      dataOf(await ask(dev, { filter: null, orderBy: null, first: null, after: null })).issues.totalCount,
    ).toBe(7);
    expect(
      dataOf(await ask(dev, { orderBy: [{ by: "CREATED_AT", direction: null }] })).issues.nodes[0]?.title,
    ).toBe("plain");
  });

  it("and, or, not: empty lists, and many in one object", async () => {
    expect(await find(dev, { and: [] })).toHaveLength(7);
    expect(await find(dev, { or: [] })).toEqual([]);
    expect(await find(dev, { not: { or: [] } })).toHaveLength(7);
    expect(await find(dev, { not: {} })).toEqual([]);
    expect(
      await find(dev, { and: [{ category: ["BACKLOG"] }, { or: [{ mine: true }, { followed: true }] }] }),
    ).toEqual(["urgent", "once mine"]);
    expect(
      await find(dev, {
        category: ["BACKLOG"],
        or: [{ key: { eq: "DEV-1" } }, { key: { eq: "DEV-4" } }],
        not: { mine: true },
      }),
    ).toEqual(["plain"]);
    expect(
      await find(dev, { not: { and: [{ category: ["BACKLOG"] }, { assignee: { isNull: true } }] } }),
    ).toEqual(["held", "done"]);
  });

  it("a misspelt operator or value is refused, never ignored", async () => {
    const wrong = [
      { estimate: { equals: 3 } },
      { estimat: { eq: 3 } },
      { type: ["BUGS"] },
      { dueDate: { eq: "2026-02-31" } },
      { createdAt: { lt: "yesterday" } },
      { estimate: { eq: "3" } },
      { mine: "yes" },
    ];
    for (const filter of wrong) {
      const answer = await ask("boss", { filter });
      expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
  });

  it("TXT-05: NUL and halves of a pair are refused in every text, not sent to the database", async () => {
    for (const bad of ["a\0b", "\ud83d", "\udc00x"]) {
      const filters = [
        { text: bad },
        { key: { eq: bad } },
        { key: { in: [bad] } },
        { key: { contains: bad } },
        { key: { startsWith: bad } },
      ];
      for (const filter of filters) {
        const answer = await ask("boss", { filter });
        expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
      }
      for (const filter of [{ id: { eq: bad } }, { underUnit: bad }, { label: { in: [bad] } }]) {
        expect(await find("boss", filter)).toEqual([]);
      }
    }
  });

  it("SCA-07: a filter of too many parts, or too deep, is refused before it reaches the database", async () => {
    let deep: object = { mine: true };
    for (let depth = 0; depth < 25; depth++) deep = { not: deep };
    const wide = { or: Array.from({ length: 300 }, () => ({ text: "word" })) };
    for (const filter of [deep, wide]) {
      const answer = await ask("outsider", { filter });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "LIMIT", field: "filter" });
    }
  });
});
