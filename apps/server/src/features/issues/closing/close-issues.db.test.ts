import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../../testing/events.js";
import { IssueCalls, outcome } from "../../../testing/issue-calls.js";
import { startTestServer, type GraphqlAnswer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

async function resolved(unit = "DEV", input: Record<string, unknown> = {}): Promise<string> {
  const issue = await calls.create("boss", unit, { status: calls.status(`${unit}/Resolved`), ...input });
  return issue.id;
}

describe("closeIssues (L2)", () => {
  it("PER-14: an id of another department keeps all, as one that does not exist or is no id", async () => {
    const [own, foreign] = [await resolved("DESIGN"), await resolved("DEV")];
    for (const id of [foreign, "999999", "no id"]) {
      expect(await calls.refused("design.head", "closeIssues", { ids: [own, id] })).toBe("NOT_FOUND");
    }
  });

  it("R2: whose deputyship or membership of the root has just ended closes nothing", async () => {
    const [one, other] = [await resolved(), await resolved()];
    const close = (id: string) => calls.done("outsider", "closeIssues", { ids: [id] });
    await calls.whileMember("outsider", "MANAGER", "DEMO", () => close(one));
    expect(await calls.refused("outsider", "closeIssues", { ids: [other] })).toBe("NOT_FOUND");
  });

  it.each(["dev.head", "prod.head", "dev.dev1", "analyst"])(
    "L2: %s closes nothing, alone or many",
    async (login) => {
      const ids = [await resolved(), await resolved()];
      expect(await calls.refused(login, "closeIssues", { ids })).toBe("LAW L2");
      expect(await calls.standInTheWay(login, "closeIssues", { ids })).toEqual(ids);
    },
  );

  it("FLO-03: a head closes none of twenty", async () => {
    const ids = [];
    for (let n = 0; n < 20; n++) ids.push(await resolved());
    expect(await calls.refused("dev.head", "closeIssues", { ids })).toBe("LAW L2");
  });

  it("L2, L5: the boss closes many of many units in one stroke, with what they say", async () => {
    const ids = [await resolved("DEV"), await resolved("SALES"), await resolved("APP")];
    const events = await eventsOf(test, () =>
      calls.done("boss", "closeIssues", { ids, comment: "  Well done.  " }),
    );
    expect(events.map(({ kind }) => kind)).toEqual(ids.flatMap(() => ["COMMENT_ADDED", "ISSUE_CLOSED"]));
    expect(new Set(events.map(({ operation }) => operation)).size).toBe(1);
    for (const [index, id] of ids.entries()) {
      const issue = await calls.read("boss", id);
      expect(issue).toMatchObject({ status: { name: "Closed" }, resolution: "DONE", commentCount: 1 });
      expect(issue?.closedAt).not.toBeNull();
      expect(events[index * 2 + 1]?.changes.map(({ field }) => field)).toEqual(["status", "closedAt"]);
    }
  });

  it("L2: a closed one among them keeps all; an error says which stood in the way", async () => {
    const [open, done] = [await resolved(), await resolved()];
    await calls.done("boss", "closeIssues", { ids: [done] });
    expect(await calls.refused("boss", "closeIssues", { ids: [open, done] })).toBe("CONFLICT L2");
    expect(await calls.standInTheWay("boss", "closeIssues", { ids: [open, done] })).toEqual([done]);
  });

  it("I1: not over an unfinished sub-issue, unless it goes too", async () => {
    const parent = await resolved();
    const child = await calls.create("dev.head", "APP", { parent });
    const grandchild = await calls.create("dev.head", "APP", { parent: child.id });
    expect(await calls.refused("boss", "closeIssues", { ids: [parent] })).toBe("CONFLICT I1");
    expect(await calls.refused("boss", "closeIssues", { ids: [parent, child.id] })).toBe("CONFLICT I1");
    expect(await calls.standInTheWay("boss", "closeIssues", { ids: [parent, child.id] })).toEqual([child.id]);
    await calls.done("boss", "closeIssues", { ids: [parent, child.id, grandchild.id] });
    for (const id of [parent, child.id, grandchild.id]) {
      expect((await calls.read("boss", id))?.status.name).toBe("Closed");
    }
  });

  it("the conventions: none, too many, twice the same, a repeat", async () => {
    expect(await calls.refused("boss", "closeIssues", { ids: [] })).toBe("BAD_USER_INPUT ids");
    const many = Array.from({ length: 501 }, (_, n) => String(n + 1));
    expect(await calls.refused("boss", "closeIssues", { ids: many })).toBe("LIMIT ids");
    const id = await resolved();
    const again = { ids: [id, id], comment: "Seen", m: "close-once" };
    await calls.done("boss", "closeIssues", again);
    expect(await calls.refused("boss", "closeIssues", again)).toBe("OK");
    expect(await calls.refused("boss", "closeIssues", { ...again, comment: "Other" })).toBe(
      "CONFLICT clientMutationId",
    );
    expect((await calls.read("boss", id))?.commentCount).toBe(1);
  });

  it("L2: of two closers at once one wins, and the other is told so, 100 rounds", async () => {
    for (let round = 0; round < 100; round++) {
      const [a, b] = [await resolved(), await resolved()];
      const answers = await Promise.all([
        calls.ask("boss", "closeIssues", { ids: [a, b] }),
        calls.ask("boss", "closeIssues", { ids: [b, a] }),
      ]);
      expect(answers.map(outcome).sort()).toEqual(["CONFLICT L2", "OK"]);
    }
  }, 120_000);

  it("I1: closing against a new unfinished sub-issue: whichever is first, never closed over one, 100 rounds", async () => {
    const ends = new Map<string, number>();
    for (let round = 0; round < 100; round++) {
      const id = await resolved();
      const input = { unit: calls.unit("DEV"), title: "More", parent: id };
      const create = () =>
        calls.ask<{ createIssue: { lastEvent: string } }>("dev.head", "createIssue", { input });
      const close = () =>
        calls.ask<{ closeIssues: { lastEvent: string }[] }>("boss", "closeIssues", { ids: [id] });
      const [made, closed] = await (round % 2 === 0
        ? Promise.all([create(), close()])
        : Promise.all([close(), create()]).then(([second, first]) => [first, second] as const));
      const end = outcome(closed);
      ends.set(end, (ends.get(end) ?? 0) + 1);
      const isClosedFirst =
        end === "OK" &&
        BigInt(closed.data?.closeIssues[0]?.lastEvent ?? "0") <
          BigInt(made.data?.createIssue.lastEvent ?? "0");
      expect(end === "CONFLICT I1" || isClosedFirst).toBe(true);
    }
    expect([...ends.keys()].sort()).toEqual(["CONFLICT I1", "OK"]);
  }, 120_000);
});

describe("awaitingClosure (L2)", () => {
  const QUEUE = `query($filter: IssueFilter, $first: Int, $after: String) {
    awaitingClosure(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id status { category } can { close return } } } }`;
  interface Queue {
    readonly awaitingClosure: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly nodes: readonly {
        readonly id: string;
        readonly can: { readonly close: boolean; readonly return: boolean };
      }[];
    };
  }

  it.each(["dev.head", "dev.dev1", "analyst", "admin", "outsider"])(
    "L2: %s has no such queue",
    async (login) => {
      expect(outcome(await test.as(login)(QUEUE))).toBe("FORBIDDEN L2");
    },
  );

  it("L2: what is resolved in every unit, the longest untouched first, page by page", async () => {
    const ids = [await resolved("SALES"), await resolved("APP"), await resolved("DEV")];
    await calls.comment("boss", ids[0] ?? "", "Touched");
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: GraphqlAnswer<Queue> = await test.as("boss")<Queue>(QUEUE, { first: 4, after });
      seen.push(...(data?.awaitingClosure.nodes.map(({ id }) => id) ?? []));
      expect(data?.awaitingClosure.nodes.every(({ can }) => can.return)).toBe(true);
      after = data?.awaitingClosure.pageInfo.hasNextPage ? data.awaitingClosure.pageInfo.endCursor : null;
      if (after === null) expect(data?.awaitingClosure.totalCount).toBe(seen.length);
    } while (after !== null);
    expect(seen.slice(-3)).toEqual([ids[1], ids[2], ids[0]]);
    expect(new Set(seen).size).toBe(seen.length);
    const { data } = await test.as("boss")<Queue>(QUEUE, { filter: { unit: { eq: calls.unit("SALES") } } });
    expect(data?.awaitingClosure.nodes.map(({ id }) => id)).toEqual([ids[0]]);
    await calls.done("boss", "closeIssues", { ids: [ids[0]] });
    const left = await test.as("boss")<Queue>(QUEUE, { filter: { unit: { eq: calls.unit("SALES") } } });
    expect(left.data?.awaitingClosure.nodes).toEqual([]);
  });
});
