import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../../testing/events.js";
import { IssueCalls, type IssueMutation, type Variables } from "../../../testing/issue-calls.js";
import { startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

async function inStatus(name: string, unit = "DEV"): Promise<string> {
  return (await calls.create("boss", unit, { status: calls.status(`${unit}/${name}`) })).id;
}

type Ends = "returnIssues" | "reopenIssue" | "cancelIssue" | "mergeIssues" | "archiveIssue";
const STATUS: Readonly<Record<Ends, string>> = {
  returnIssues: "Resolved",
  reopenIssue: "Closed",
  cancelIssue: "To do",
  mergeIssues: "To do",
  archiveIssue: "Closed",
};
const ENDS = Object.keys(STATUS) as Ends[];

/** What the operation takes, for one issue. */
function inputOf(operation: Ends, id: string, into = "1"): Variables {
  if (operation === "returnIssues") return { ids: [id], reason: "Not yet" };
  if (operation === "mergeIssues") return { from: id, into };
  return operation === "archiveIssue" ? { id } : { id, reason: "Not yet" };
}

describe.each(ENDS)("%s", (operation: Ends & IssueMutation) => {
  it("PER-14: an issue of another department is not there", async () => {
    const [foreign, own] = [await inStatus(STATUS[operation]), await inStatus("To do", "DESIGN")];
    for (const id of [foreign, "999999", "no id"]) {
      expect(await calls.refused("design.head", operation, inputOf(operation, id, own))).toBe("NOT_FOUND");
    }
  });

  it("R2: nor for who was its head a moment ago", async () => {
    const [id, into] = [await inStatus(STATUS[operation]), await inStatus("To do")];
    await calls.whileMember("outsider", "MANAGER", "DEV", async () => {
      expect(await calls.read("outsider", id)).not.toBeNull();
    });
    expect(await calls.refused("outsider", operation, inputOf(operation, id, into))).toBe("NOT_FOUND");
  });
});

describe("how work ends, and comes back", () => {
  it("L5: a MANAGER cancels, with a reason; a developer does not", async () => {
    const id = await inStatus("To do");
    expect(await calls.refused("dev.dev1", "cancelIssue", { id, reason: "Needless" })).toMatch(/^FORBIDDEN/);
    expect(await calls.refused("dev.head", "cancelIssue", { id, reason: " " })).toBe("BAD_USER_INPUT reason");
    const events = await eventsOf(test, () =>
      calls.done("dev.head", "cancelIssue", { id, reason: "Needless" }),
    );
    expect(events.map(({ kind }) => kind)).toEqual(["ISSUE_CANCELLED"]);
    expect(await calls.read("dev.head", id)).toMatchObject({
      status: { name: "Resolved" },
      resolution: "CANCELLED",
    });
  });

  it("L5: merging resolves as a duplicate, and both sides show the relation", async () => {
    const [from, into] = [await inStatus("To do"), await inStatus("To do")];
    await calls.done("dev.head", "mergeIssues", { from, into });
    expect(await calls.read("dev.head", from)).toMatchObject({
      status: { name: "Resolved" },
      resolution: "DUPLICATE",
    });
    const ask = "query ($id: ID!) { issue(id: $id) { relations { type issue { id } } } }";
    const relationsOf = async (id: string) => (await test.as("dev.head")(ask, { id })).data;
    expect(await relationsOf(from)).toEqual({
      issue: { relations: [{ type: "DUPLICATES", issue: { id: into } }] },
    });
    expect(await relationsOf(into)).toEqual({
      issue: { relations: [{ type: "DUPLICATED_BY", issue: { id: from } }] },
    });
  });

  it("L5: A into B against B into A, 50 rounds: never both", async () => {
    for (let round = 0; round < 50; round++) {
      const [a, b] = [await inStatus("To do"), await inStatus("To do")];
      await Promise.all([
        calls.ask("dev.head", "mergeIssues", { from: a, into: b }),
        calls.ask("prod.head", "mergeIssues", { from: b, into: a }),
      ]);
      const ends = [await calls.read("boss", a), await calls.read("boss", b)];
      expect(ends.filter((issue) => issue?.resolution === "DUPLICATE")).toHaveLength(1);
    }
  }, 60_000);

  it("L2, I3: returned to the first status in progress; reopened by a boss alone", async () => {
    const resolved = await inStatus("Resolved");
    await calls.done("boss", "returnIssues", { ids: [resolved], reason: "The test is missing" });
    expect(await calls.read("boss", resolved)).toMatchObject({
      status: { name: "In progress" },
      resolution: null,
    });
    const closed = await inStatus("Resolved");
    await calls.done("boss", "closeIssues", { ids: [closed] });
    expect(await calls.refused("dev.head", "reopenIssue", { id: closed, reason: "Again" })).toBe("LAW L2");
    await calls.done("boss", "reopenIssue", { id: closed, reason: "Again" });
    expect(await calls.read("boss", closed)).toMatchObject({
      status: { name: "In progress" },
      resolution: null,
      closedAt: null,
    });
  });

  it("L5: a boss archives what is closed, and nothing else; it is off lists unless asked for", async () => {
    const id = await inStatus("Resolved");
    expect(await calls.refused("boss", "archiveIssue", { id })).toMatch(/^(CONFLICT|LAW)/);
    await calls.done("boss", "closeIssues", { ids: [id] });
    expect(await calls.refused("dev.head", "archiveIssue", { id })).toMatch(/^(FORBIDDEN|LAW)/);
    await calls.done("boss", "archiveIssue", { id });
    const count = async (archived: boolean) =>
      (
        await test.as("boss")<{ issues: { totalCount: number } }>(
          "query ($f: IssueFilter) { issues(filter: $f) { totalCount } }",
          { f: { id: { eq: id }, ...(archived && { archived: true }) } },
        )
      ).data?.issues.totalCount;
    expect([await count(false), await count(true)]).toEqual([0, 1]);
  });
});
