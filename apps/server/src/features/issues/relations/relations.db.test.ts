import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IssueCalls } from "../../../testing/issue-calls.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

const issue = async (unit = "DEV", login = "boss") => (await calls.create(login, unit, {})).id;

interface Shown {
  readonly id: string;
  readonly type: string;
  readonly delayDays: number | null;
  readonly issue: { readonly id: string };
}

async function relations(login: string, id: string): Promise<readonly Shown[] | null | undefined> {
  const ask = "query ($id: ID!) { issue(id: $id) { relations { id type delayDays issue { id } } } }";
  const answer = await test.as(login)<{ issue: { relations: readonly Shown[] | null } | null }>(ask, { id });
  return dataOf(answer).issue?.relations;
}

describe("relateIssues and unrelateIssues (I2)", () => {
  it("PER-14: an issue of another department is not there, on either side", async () => {
    const [own, foreign] = [await issue("DESIGN"), await issue("DEV")];
    for (const other of [foreign, "999999", "no id"]) {
      const type = "RELATES";
      expect(await calls.refused("design.head", "relateIssues", { from: own, to: other, type })).toBe(
        "NOT_FOUND",
      );
      expect(await calls.refused("design.head", "relateIssues", { from: other, to: own, type })).toBe(
        "NOT_FOUND",
      );
    }
  });

  it("R2: nor is a relation there for who was a head a moment ago", async () => {
    const [from, to] = [await issue(), await issue()];
    await calls.whileMember("outsider", "MANAGER", "DEV", () =>
      calls.done("outsider", "relateIssues", { from, to, type: "BLOCKS" }),
    );
    const [relation] = (await relations("boss", from)) ?? [];
    expect(await calls.refused("outsider", "unrelateIssues", { relation: relation?.id })).toBe("NOT_FOUND");
    expect(await calls.refused("design.head", "unrelateIssues", { relation: relation?.id })).toBe(
      "NOT_FOUND",
    );
  });

  it("I2: written with the MANAGER hat, shown from both sides, and gone from both", async () => {
    const [from, to] = [await issue(), await issue()];
    const wish = { from, to, type: "PRECEDES", delayDays: 3 };
    expect(await calls.refused("dev.dev1", "relateIssues", wish)).toMatch(/^FORBIDDEN/);
    await calls.done("dev.head", "relateIssues", wish);
    expect(await relations("dev.dev1", from)).toMatchObject([
      { type: "PRECEDES", delayDays: 3, issue: { id: to } },
    ]);
    const other = await relations("dev.dev1", to);
    expect(other).toMatchObject([{ type: "FOLLOWS", delayDays: 3, issue: { id: from } }]);
    await calls.done("dev.head", "unrelateIssues", { relation: other?.[0]?.id });
    expect([await relations("boss", from), await relations("boss", to)]).toEqual([[], []]);
  });

  it("R11: one whose other issue cannot be seen is simply absent", async () => {
    const [from, to] = [await issue("DEV"), await issue("SALES")];
    await calls.done("boss", "relateIssues", { from, to, type: "RELATES" });
    expect(await relations("boss", from)).toHaveLength(1);
    expect(await relations("dev.head", from)).toEqual([]);
    expect(await relations("sales.head", to)).toEqual([]);
  });

  it("I2: one issue that is related to several has its comments below it once, in each of the lists", async () => {
    const [one, other, shared] = [await issue(), await issue(), await issue()];
    await calls.done("boss", "addComment", { issue: shared, body: "Only once" });
    for (const from of [one, other])
      await calls.done("boss", "relateIssues", { from, to: shared, type: "BLOCKS" });
    await calls.done("boss", "relateIssues", { from: one, to: shared, type: "RELATES" });
    const ask = `query ($ids: [ID!]) { issues(filter: { id: { in: $ids } }) {
      nodes { relations { issue { id comments { nodes { body } } } } } } }`;
    const answer = await test.as("boss")<{ issues: { nodes: { relations: object[] }[] } }>(ask, {
      ids: [one, other],
    });
    const told = dataOf(answer).issues.nodes.flatMap(({ relations: list }) => list);
    const expected = { issue: { id: shared, comments: { nodes: [{ body: "Only once" }] } } };
    expect(told).toEqual([expected, expected, expected]);
  });

  it("I2: blocked: shown and found, until the one that blocks is done; unseen ones block nobody's view", async () => {
    const [from, to] = [await issue(), await issue()];
    await calls.done("dev.head", "relateIssues", { from, to, type: "BLOCKS" });
    const ask = "query ($f: IssueFilter) { issues(filter: $f) { nodes { id } } }";
    const found = async () =>
      dataOf(
        await test.as("dev.head")<{ issues: { nodes: readonly { id: string }[] } }>(ask, {
          f: { id: { in: [from, to] }, blocked: true },
        }),
      ).issues.nodes.map(({ id }) => id);
    expect(await found()).toEqual([to]);
    await calls.done("dev.head", "moveIssue", { id: from, status: calls.status("DEV/Resolved") });
    expect(await found()).toEqual([]);
  });

  it.each(["BLOCKS", "PRECEDES"])(
    "I2: no circle of %s, though three are made at once, 50 rounds",
    async (type) => {
      for (let round = 0; round < 50; round++) {
        const [a, b, c] = [await issue(), await issue(), await issue()];
        const delayDays = type === "PRECEDES" ? 0 : null;
        const pairs = [
          { from: a, to: b },
          { from: b, to: c },
          { from: c, to: a },
        ];
        await Promise.all(
          pairs.map((pair) => calls.ask("dev.head", "relateIssues", { ...pair, type, delayDays })),
        );
        const all = [await relations("boss", a), await relations("boss", b), await relations("boss", c)];
        expect(all.flatMap((each) => each ?? []).filter((each) => each.type === type)).toHaveLength(2);
      }
    },
    120_000,
  );
});
