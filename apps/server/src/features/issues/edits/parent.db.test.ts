import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IssueCalls, outcome, type AnsweredIssue } from "../../../testing/issue-calls.js";
import { runSql } from "../../../testing/sql.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

const under = (issue: AnsweredIssue, parent: string | null) => ({
  id: issue.id,
  revision: issue.revision,
  input: { parent },
});

async function chain(length: number): Promise<AnsweredIssue[]> {
  const made: AnsweredIssue[] = [];
  for (let at = 0; at < length; at++) {
    made.push(await calls.create("dev.head", "DEV", { parent: made.at(-1)?.id ?? null }));
  }
  return made;
}

/** Issues that are above themselves. */
async function loops(): Promise<unknown[]> {
  return runSql(
    test.database.connection,
    `with recursive up(start, id) as (
       select id, parent_id from issue where parent_id is not null
       union select up.start, i.parent_id from up join issue i on i.id = up.id where i.parent_id is not null)
     select start from up where start = id`,
  );
}

describe("I1: a parent", () => {
  it("PER-14: that is not seen is not found, as one that does not exist", async () => {
    const foreign = await calls.create("dev.head", "DEV");
    const own = await calls.create("design.head", "DESIGN");
    for (const parent of [foreign.id, "999999", "no id"]) {
      expect(await calls.refused("design.head", "updateIssue", under(own, parent))).toBe("NOT_FOUND");
    }
  });

  it("TRE-09: is not the issue itself", async () => {
    const issue = await calls.create("dev.head", "DEV");
    expect(await calls.refused("dev.head", "updateIssue", under(issue, issue.id))).toBe(
      "BAD_USER_INPUT parent",
    );
  });

  it("TRE-01, TRE-05: is none of those below it: child, grandchild, 50th descendant", async () => {
    const issues = await chain(51);
    const [top, child, grandchild] = issues;
    const last = issues.at(-1);
    if (!top || !child || !grandchild || !last) throw new Error("a chain of 51");
    for (const below of [child, grandchild, last]) {
      const started = performance.now();
      const answer = await calls.ask("dev.head", "updateIssue", under(top, below.id));
      expect(outcome(answer)).toBe("BAD_USER_INPUT parent");
      expect(performance.now() - started).toBeLessThan(200);
    }
    expect(await calls.refused("dev.head", "updateIssue", under(top, last.id))).toBe("BAD_USER_INPUT parent");
    expect(await loops()).toEqual([]);
  });

  it("I1: may be in another unit, and a branch moves with all that is below it", async () => {
    const [top, middle, leaf] = await chain(3);
    const other = await calls.create("app.head", "APP");
    if (!top || !middle || !leaf) throw new Error("a chain of 3");
    await calls.update("dev.head", middle, { parent: other.id });
    expect((await calls.read("dev.head", leaf.id))?.parent).toEqual({ id: middle.id });
    const counts =
      "select child_here_count, child_elsewhere_count, unfinished_child_count from issue where id = $1";
    expect(await runSql(test.database.connection, counts, [other.id])).toEqual([
      { child_here_count: 0, child_elsewhere_count: 1, unfinished_child_count: 1 },
    ]);
    // What was below it before may now be above it.
    await calls.update("dev.head", top, { parent: leaf.id });
    expect(await loops()).toEqual([]);
  });

  it("I1: can be let go by who does not see it", async () => {
    const foreign = await calls.create("sales.head", "SALES");
    const issue = await calls.create("dev.head", "DEV");
    await calls.update("boss", issue, { parent: foreign.id });
    await calls.update("dev.head", { id: issue.id, revision: 2 }, { parent: null });
    expect((await calls.read("boss", issue.id))?.parent).toBeNull();
  });
});

describe("TRE-03: two people at once", () => {
  it("A under B and B under A, 100 rounds: one of them is refused each time, and there is never a loop", async () => {
    const [a, b] = [await calls.create("dev.head", "DEV"), await calls.create("dev.head", "DEV")];
    for (let round = 0; round < 100; round++) {
      const [revA = 0, revB = 0] = await revisions(a, b);
      const answers = await Promise.all([
        calls.ask("dev.head", "updateIssue", under({ ...a, revision: revA }, b.id)),
        calls.ask("prod.head", "updateIssue", under({ ...b, revision: revB }, a.id)),
      ]);
      expect(answers.map(outcome).sort()).toEqual(["BAD_USER_INPUT parent", "OK"]);
      await release(a, b);
    }
    expect(await loops()).toEqual([]);
  }, 300_000);

  it("a ring of five closed by five at once stays open", async () => {
    const ring: AnsweredIssue[] = [];
    for (let at = 0; at < 5; at++) ring.push(await calls.create("dev.head", "DEV"));
    const answers = await Promise.all(
      ring.map((issue, at) =>
        calls.ask("dev.head", "updateIssue", under(issue, ring[(at + 1) % 5]?.id ?? "")),
      ),
    );
    expect(answers.map(outcome).filter((result) => result === "OK")).toHaveLength(4);
    expect(await loops()).toEqual([]);
  });
});

async function revisions(...issues: AnsweredIssue[]): Promise<number[]> {
  const now = await Promise.all(issues.map(({ id }) => calls.read("dev.head", id)));
  return now.map((issue) => issue?.revision ?? 0);
}

async function release(...issues: AnsweredIssue[]): Promise<void> {
  for (const issue of issues) {
    const [revision = 0] = await revisions(issue);
    dataOf(await calls.ask("dev.head", "updateIssue", under({ ...issue, revision }, null)));
  }
}
