import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../testing/events.js";
import { IssueCalls } from "../../testing/issue-calls.js";
import { CREATE_UNIT, OrgCalls, shown } from "../../testing/org-calls.js";
import { runSql } from "../../testing/sql.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const MOVE = "mutation ($id: ID!, $parent: ID!) { moveUnit(id: $id, parent: $parent) { id parent { id } } }";
const ARCHIVE = "mutation ($id: ID!) { archiveUnit(id: $id) { id archived } }";

let test: TestServer;
let org: OrgCalls;
let issues: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  org = new OrgCalls(test);
  issues = new IssueCalls(test);
});
afterAll(() => test.stop());

let made = 0;
async function newUnit(parent: string, login = "boss"): Promise<string> {
  const key = `NEW${String(++made)}`;
  const answer = await test.as(login)<{ createUnit: { id: string } }>(CREATE_UNIT, {
    parent,
    key,
    name: key,
    kind: "DEPARTMENT",
  });
  return dataOf(answer).createUnit.id;
}

describe("moveUnit (R1)", () => {
  it("PER-14: is refused over units of another department, whichever side", async () => {
    const [own, foreign] = [await newUnit(org.unit("DEV")), await newUnit(org.unit("SALES"))];
    expect(await org.refusedAs("dev.head", MOVE, { id: foreign, parent: org.unit("DEV") })).toBe(
      "FORBIDDEN R1",
    );
    expect(await org.refusedAs("dev.head", MOVE, { id: own, parent: org.unit("SALES") })).toBe(
      "FORBIDDEN R1",
    );
    expect(await org.refusedAs("dev.head", MOVE, { id: "999999", parent: org.unit("DEV") })).toBe(
      "NOT_FOUND",
    );
  });

  it("R2: is refused to who was a manager of both a moment ago", async () => {
    const id = await newUnit(org.unit("SALES"));
    await issues.whileMember("outsider", "MANAGER", "COMM", async () => {
      dataOf(await test.as("outsider")(MOVE, { id, parent: org.unit("SERVICE") }));
    });
    expect(await org.refusedAs("outsider", MOVE, { id, parent: org.unit("SALES") })).toBe("FORBIDDEN R1");
  });

  it("R3: rights follow the tree on the very next request, with one event", async () => {
    const id = await newUnit(org.unit("DEV"));
    const key = `NEW${String(made)}`;
    const ask = "query ($id: ID!) { unit(id: $id) { can { seeAll } } }";
    const sees = async (login: string) =>
      dataOf(await test.as(login)<{ unit: { can: { seeAll: boolean } } }>(ask, { id })).unit.can.seeAll;
    expect([await sees("dev.head"), await sees("sales.head")]).toEqual([true, false]);
    const events = await eventsOf(test, async () => {
      dataOf(await test.as("boss")(MOVE, { id, parent: org.unit("SALES") }));
    });
    expect(events.map(({ kind }) => kind)).toEqual(["UNIT_MOVED"]);
    expect([key, await sees("dev.head"), await sees("sales.head")]).toEqual([key, false, true]);
  });

  it("R1: never below itself: two moves at once, 50 rounds, and there is no circle", async () => {
    for (let round = 0; round < 50; round++) {
      const [a, b] = [await newUnit(org.unit("DEV")), await newUnit(org.unit("DEV"))];
      await Promise.all([
        test.as("boss")(MOVE, { id: a, parent: b }),
        test.as("boss")(MOVE, { id: b, parent: a }),
      ]);
      const rows = await runSql(
        test.database.connection,
        "select id, parent_id from unit where id = any($1::bigint[]) and parent_id = any($1::bigint[])",
        [[a, b]],
      );
      expect(rows).toHaveLength(1);
    }
    const root = org.unit("DEMO");
    expect(await org.refusedAs("boss", MOVE, { id: root, parent: org.unit("DEV") })).toMatch(
      /^BAD_USER_INPUT/,
    );
  }, 60_000);
});

describe("archiveUnit (R1)", () => {
  it("PER-14: is refused over a unit of another department, and to who was its manager a moment ago", async () => {
    const id = await newUnit(org.unit("SALES"));
    expect(await org.refusedAs("dev.head", ARCHIVE, { id })).toBe("FORBIDDEN R3");
    await issues.whileMember("outsider", "MANAGER", "SALES", () => Promise.resolve());
    expect(await org.refusedAs("outsider", ARCHIVE, { id })).toBe("FORBIDDEN R3");
  });

  it("R1: not while work or an active child is left in it; then it takes nothing in any more", async () => {
    const id = await newUnit(org.unit("DEV"));
    const child = await newUnit(id);
    expect(await org.refusedAs("dev.head", ARCHIVE, { id })).toBe("CONFLICT R1");
    dataOf(await test.as("dev.head")(ARCHIVE, { id: child }));
    const create = "mutation ($input: CreateIssueInput!) { createIssue(input: $input) { id } }";
    const input = { input: { unit: id, title: "Left over" } };
    const issue = dataOf(
      await test.as("dev.head")<{ createIssue: { id: string } }>(create, input),
    ).createIssue;
    expect(await org.refusedAs("dev.head", ARCHIVE, { id })).toBe("CONFLICT R1");
    await issues.done("dev.head", "cancelIssue", { id: issue.id, reason: "The unit closes" });
    const events = await eventsOf(test, async () => {
      dataOf(await test.as("dev.head")(ARCHIVE, { id }));
    });
    expect(events.map(({ kind }) => kind)).toEqual(["UNIT_ARCHIVED"]);
    expect(shown(await test.as("dev.head")(create, input))).toMatch(/^CONFLICT/);
    expect(
      await org.refusedAs("dev.head", CREATE_UNIT, { parent: id, key: "NO", name: "No", kind: "PROJECT" }),
    ).toMatch(/^CONFLICT/);
  });
});
