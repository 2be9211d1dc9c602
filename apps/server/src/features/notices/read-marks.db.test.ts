import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HandoffCalls } from "../../testing/handoff-calls.js";
import { NoticeCalls } from "../../testing/notice-calls.js";
import { runSql } from "../../testing/sql.js";
import { makeIssues, type TestIssue } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: NoticeCalls;

beforeAll(async () => {
  test = await startTestServer();
  calls = new NoticeCalls(test);
});
afterAll(() => test.stop());

/** Issues of the unit, each of which tells a person once. */
async function tell(login: string, count: number): Promise<string[]> {
  const issues: TestIssue[] = await makeIssues(
    test,
    Array.from({ length: count }, () => ({ unit: "DEV" })),
  );
  for (const issue of issues) await calls.assign("dev.head", issue.id, login);
  return (await calls.notices(login, `(first: ${String(count)})`)).map(({ id }) => id);
}

describe("markNoticesRead", () => {
  it("R10: another's notice is as one that never was, and nothing of it changes", async () => {
    const [id = ""] = await tell("dev.dev1", 1);
    for (const login of ["sales.head", "dev.head", "boss"]) {
      expect([await calls.mark(login, [id]), await calls.mark(login, ["900000"])]).toEqual([
        "NOT_FOUND",
        "NOT_FOUND",
      ]);
    }
    expect(await calls.mark("dev.dev1", [id, "900000"])).toBe("NOT_FOUND");
    expect(await calls.mark("dev.dev1", [id, "x"])).toBe("NOT_FOUND");
    expect(await calls.unread("dev.dev1")).toBe(1);
  });

  it("answers how many are unread; again changes nothing, and the mark is no event (L4)", async () => {
    const ids = await tell("dev.dev2", 3);
    const last = () => runSql(test.database.connection, "select last_event from clock");
    const before = await last();
    expect(await calls.mark("dev.dev2", ids.slice(0, 2))).toBe(1);
    expect(await calls.mark("dev.dev2", ids.slice(0, 2))).toBe(1);
    expect(await calls.mark("dev.dev2", [])).toBe(1);
    expect(await last()).toEqual(before);
    const unread = await calls.notices("dev.dev2", "(unreadOnly: true)");
    expect(unread.map(({ id }) => id)).toEqual(ids.slice(2));
    expect((await calls.notices("dev.dev2")).map(({ read }) => read)).toEqual([true, true, false]);
  });

  it("up to a notice: what came later stays unread", async () => {
    const ids = await tell("dev.rep1", 3);
    const mark = "mutation($upTo: ID!) { markAllNoticesRead(upTo: $upTo) }";
    expect(await calls.done("dev.rep1", mark, { upTo: ids[1] })).toEqual({ markAllNoticesRead: 1 });
    expect((await test.as("dev.rep1")(mark, { upTo: "x" })).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect(await calls.done("dev.rep1", mark, { upTo: ids[0] })).toEqual({ markAllNoticesRead: 0 });
  });

  it("a repeat acts once, and the same id with another input is CONFLICT", async () => {
    const [first = "", second = ""] = await tell("dev.dev1", 2);
    const mark = 'mutation($ids: [ID!]!) { markNoticesRead(ids: $ids, clientMutationId: "once") }';
    const unread = await calls.unread("dev.dev1");
    for (let n = 0; n < 2; n++) {
      expect(await calls.done("dev.dev1", mark, { ids: [first] })).toEqual({ markNoticesRead: unread - 1 });
    }
    const other = await test.as("dev.dev1")(mark, { ids: [second] });
    expect(other.errors?.[0]?.extensions.code).toBe("CONFLICT");
  });

  it("LIMIT: no more than a page at once", async () => {
    const ids = Array.from({ length: 501 }, (_, n) => String(n + 1));
    expect(await calls.mark("dev.dev1", ids)).toBe("LIMIT");
  });
});

describe("notices", () => {
  it("come in pages of at most 500, newest first", async () => {
    const ids = await tell("dev.dev1", 5);
    const all = (await calls.notices("dev.dev1", "(first: 500)")).map(({ id }) => id);
    expect(all.slice(0, 5)).toEqual(ids);
    const [second] = [await calls.notices("dev.dev1", `(first: 2, after: "${ids[1] ?? ""}")`)];
    expect(second.map(({ id }) => id)).toEqual(ids.slice(2, 4));
    for (const bad of ["(first: 501)", "(first: 0)", '(after: "x")']) {
      const answer = await test.as("dev.dev1")(`{ notices${bad} { id } }`);
      expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
  });

  it("the count is that of the list, for everybody, whatever concerns them", async () => {
    const handoffs = new HandoffCalls(test);
    const [one, two] = await makeIssues(test, [
      { unit: "DEV", author: "outsider", assignee: "dev.rep1" },
      { unit: "SALES", heldBefore: ["dev.dev1"] },
    ]);
    const everybody = Object.keys(test.company.people);
    const crowd = everybody.map((login) => calls.mention(login)).join(" ");
    await calls.comment("dev.head", one.id, crowd);
    await calls.comment("dev.head", one.id, crowd, true);
    await calls.comment("sales.head", two.id, crowd);
    const edit =
      "mutation($id: ID!, $d: String) { updateIssue(id: $id, revision: 1, input: { description: $d }) { id } }";
    await calls.done("sales.head", edit.replace("revision: 1", "revision: 2"), { id: two.id, d: crowd });
    await handoffs.accept("sales.head", await handoffs.start("dev.head", one.id, "SALES"));
    let some = 0;
    for (const login of everybody) {
      const unread = await calls.notices(login, "(unreadOnly: true, first: 500)");
      expect([login, await calls.unread(login)]).toEqual([login, unread.length]);
      some += unread.length > 0 ? 1 : 0;
    }
    expect(some).toBeGreaterThan(8);
  });

  it("the application's role makes no notice up, and changes nothing of one but that it was read", async () => {
    const app = async (text: string) => {
      const client = await test.server.access.database.pool.connect();
      try {
        return await client.query(text).then(
          () => "done",
          (error: unknown) => (error as { code: string }).code,
        );
      } finally {
        client.release();
      }
    };
    expect(await app("insert into notice (user_id, event_id, at) values (1, 1, now())")).toBe("42501");
    expect(await app("delete from notice")).toBe("42501");
    expect(await app("update notice set user_id = 1")).toBe("42501");
    expect(await app("update notice set read_at = now() where false")).toBe("done");
  });
});
