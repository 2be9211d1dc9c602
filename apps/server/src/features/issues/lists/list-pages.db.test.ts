import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PRIORITIES } from "@stafeta/domain/issues/issue-kinds";
import { makeIssues, type IssueSpec } from "../../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;

const COUNT = 150;

/** Few values for many rows, and some empty: what pages stumble over. */
function specOf(n: number): IssueSpec {
  const estimate = [null, 0.5, 3, 3, 8][n % 5] ?? null;
  return {
    unit: n % 3 === 0 ? "APP" : "DEV",
    title: `Issue ${String(n)}`,
    author: n % 4 === 0 ? "outsider" : "boss",
    assignee: n % 7 === 0 ? "dev.rep1" : null,
    heldBefore: n % 6 === 1 ? ["outsider"] : [],
    priority: PRIORITIES[n % 4] ?? "LOW",
    estimate,
    value: estimate,
    dueDate: n % 2 === 0 ? null : `2026-12-0${String((n % 9) + 1)}`,
    // One import: one instant for all.
    createdAt: "2026-11-01T10:00:00Z",
    updatedAt: n % 10 === 0 ? "2026-11-02T10:00:00.123Z" : "2026-11-03T10:00:00Z",
    description: n % 11 === 0 ? "a needle" : null,
  };
}

beforeAll(async () => {
  test = await startTestServer();
  await makeIssues(
    test,
    Array.from({ length: COUNT }, (_, n) => specOf(n)),
  );
});
afterAll(() => test.stop());

interface Page {
  readonly issues: {
    readonly totalCount: number;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { readonly id: string; readonly key: string };
    }[];
  };
}

const PAGE = `query($filter: IssueFilter, $orderBy: [IssueOrder!], $first: Int, $after: String) {
  issues(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id key } }
  }
}`;

async function page(login: string, variables: Record<string, unknown>): Promise<Page["issues"]> {
  return dataOf(await test.as(login)<Page>(PAGE, variables)).issues;
}

async function walk(login: string, variables: Record<string, unknown>, first: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const one: Page["issues"] = await page(login, { ...variables, first, after });
    ids.push(...one.edges.map(({ node }) => node.id));
    expect(one.pageInfo.hasPreviousPage).toBe(after !== null);
    expect(one.pageInfo.startCursor).toBe(one.edges[0]?.cursor ?? null);
    if (!one.pageInfo.hasNextPage) return ids;
    expect(one.edges).toHaveLength(first);
    after = one.pageInfo.endCursor;
  }
}

const ORDERS: object[][] = [
  [],
  [{ by: "CREATED_AT" }],
  [{ by: "UPDATED_AT", direction: "DESC" }],
  [{ by: "DUE_DATE" }],
  [{ by: "DUE_DATE", direction: "DESC" }],
  [{ by: "PRIORITY", direction: "DESC" }, { by: "DUE_DATE" }],
  [{ by: "ESTIMATE" }],
  [{ by: "ESTIMATE", direction: "DESC" }, { by: "UPDATED_AT" }, { by: "ESTIMATE" }],
  [{ by: "VALUE" }, { by: "PRIORITY", direction: "DESC" }],
  [{ by: "KEY" }],
  [{ by: "KEY", direction: "DESC" }],
  [{ by: "RANK" }],
  [{ by: "RANK", direction: "DESC" }],
];
const NAMED = ORDERS.map((orderBy) => [JSON.stringify(orderBy), orderBy] as const);

describe("FIL-02, FIL-08: pages hold each row once, in one order, and as many as are counted", () => {
  it.each(NAMED)("in the order %s", async (_, orderBy) => {
    for (const login of ["boss", "dev.dev1", "dev.rep1"]) {
      const whole = await page(login, { orderBy, first: 500 });
      const ids = whole.edges.map(({ node }) => node.id);
      expect(new Set(ids).size).toBe(whole.totalCount);
      expect(await walk(login, { orderBy }, 7)).toEqual(ids);
      expect(await walk(login, { orderBy }, 50)).toEqual(ids);
    }
  });

  it("of a viewer to whom most values are hidden", async () => {
    for (const orderBy of [
      [{ by: "PRIORITY" }],
      [
        { by: "PRIORITY", direction: "DESC" },
        { by: "DUE_DATE", direction: "DESC" },
      ],
    ]) {
      const whole = await page("outsider", { orderBy, first: 500 });
      expect(whole.totalCount).toBeGreaterThan(30);
      const ids = whole.edges.map(({ node }) => node.id);
      expect(await walk("outsider", { orderBy }, 3)).toEqual(ids);
    }
  });

  it("of a search by relevance", async () => {
    const variables = { filter: { text: "NEEDLE" }, orderBy: [{ by: "RELEVANCE", direction: "DESC" }] };
    const whole = await page("boss", { ...variables, first: 500 });
    expect(whole.totalCount).toBe(Math.ceil(COUNT / 11));
    expect(await walk("boss", variables, 2)).toEqual(whole.edges.map(({ node }) => node.id));
  });

  it("in the order of the keys, numbers count as numbers", async () => {
    const keys = (await page("boss", { orderBy: [{ by: "KEY" }], first: 500 })).edges.map(
      ({ node }) => node.key,
    );
    expect(keys.slice(0, 3)).toEqual(["APP-1", "APP-2", "APP-3"]);
    expect(keys.slice(50, 61).at(-1)).toBe("DEV-11");
    expect(keys).toHaveLength(COUNT);
  });

  it("stays right while rows before the cursor come and go", async () => {
    const first = await page("boss", { first: 10 });
    await makeIssues(test, [{ unit: "DEV", title: "Newer" }]);
    const second = await page("boss", { first: 10, after: first.pageInfo.endCursor });
    const ids = [...first.edges, ...second.edges].map(({ node }) => Number(node.id));
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(new Set(ids).size).toBe(20);
  });
});

function forged(...values: unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

describe("a cursor", () => {
  it("of another order, or of none, is refused", async () => {
    const { pageInfo } = await page("boss", { orderBy: [{ by: "KEY" }], first: 1 });
    const wrong = [
      [pageInfo.endCursor, []],
      [pageInfo.endCursor, [{ by: "KEY", direction: "DESC" }]],
      [pageInfo.endCursor, [{ by: "KEY" }, { by: "CREATED_AT" }]],
      ["", []],
      ["garbage", []],
      ["x".repeat(100_000), []],
      [forged("issues:CREATED_AT DESC"), []],
      [forged("issues:CREATED_AT DESC", "2026-11-01 10:00:00+00", "x"), []],
      [forged("issues:CREATED_AT DESC", "2026-02-31 10:00:00+00", "1"), []],
      [forged("issues:CREATED_AT DESC", "2026-11-01 25:00:00+00", "1"), []],
      [forged("issues:CREATED_AT DESC", "now", "1"), []],
      [forged("issues:CREATED_AT DESC", null, "1"), []],
      [forged("issues:CREATED_AT DESC", 5, "1"), []],
      [forged("issues:CREATED_AT DESC", "2026-11-01 10:00:00+00", { id: 1 }), []],
      [forged("issues:ESTIMATE ASC", "NaN", "1"), [{ by: "ESTIMATE" }]],
      [forged("issues:PRIORITY ASC", "99999999999", "1"), [{ by: "PRIORITY" }]],
      [forged("issues:RANK ASC", "a\0", "1"), [{ by: "RANK" }]],
      [forged("issues:DUE_DATE ASC", "infinity", "1"), [{ by: "DUE_DATE" }]],
    ];
    for (const [after, orderBy] of wrong) {
      const answer = await test.as("boss")(PAGE, { after, orderBy });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
    }
  });

  it("of the last row gives an empty page", async () => {
    const all = await page("boss", { first: 500 });
    const rest = await page("boss", { first: 5, after: all.pageInfo.endCursor });
    expect(rest).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: null },
    });
    expect(rest.totalCount).toBe(all.totalCount);
  });

  it("may hold a half of a pair, which no rank equals", async () => {
    const answer = await test.as("boss")(PAGE, {
      after: forged("issues:RANK ASC", "\ud800", "1"),
      orderBy: [{ by: "RANK" }],
    });
    expect(answer.errors).toBeUndefined();
  });
});

describe("a page", () => {
  it.each([0, -5, 501, 2_000_000])("of %i is refused", async (first) => {
    const answer = await test.as("boss")(PAGE, { first });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "first" });
  });

  it("of null is of 50", async () => {
    expect((await page("boss", { first: null })).edges).toHaveLength(50);
  });

  it("in the order of relevance needs a text with a word in it", async () => {
    for (const filter of [
      null,
      {},
      { text: null },
      { text: "" },
      { text: " \t\n" },
      { or: [{ text: "needle" }] },
    ]) {
      const answer = await test.as("boss")(PAGE, {
        filter,
        orderBy: [{ by: "RELEVANCE", direction: "DESC" }],
      });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "orderBy" });
    }
  });
});
