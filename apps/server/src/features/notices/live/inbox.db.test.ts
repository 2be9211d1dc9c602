import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startServer, type RunningServer } from "../../../app.js";
import { inChange } from "../../../access/change.js";
import { InboxWatch, NoticeCalls } from "../../../testing/notice-calls.js";
import { runSql } from "../../../testing/sql.js";
import { actingAs, makeIssues } from "../../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let other: RunningServer;
let calls: NoticeCalls;
const watches: InboxWatch[] = [];

beforeAll(async () => {
  test = await startTestServer();
  other = await startServer({ host: "127.0.0.1", port: 0, logLevel: "silent" }, test.database.connection);
  calls = new NoticeCalls(test);
});
afterAll(async () => {
  await other.stop();
  await test.stop();
});
afterEach(() => {
  for (const { client } of watches.splice(0)) client.terminate();
});

async function listen(login: string, url?: string): Promise<InboxWatch> {
  const watch = await InboxWatch.open(test, login, url);
  watches.push(watch);
  return watch;
}

describe("inboxChanged", () => {
  it("R10: of one comment that mentions two, only who sees the issue hears, on every server", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const [foreign, here, there] = await Promise.all([
      listen("sales.dev1"),
      listen("dev.dev1"),
      listen("dev.dev1", other.url),
    ]);
    await calls.comment("dev.head", issue.id, `${calls.mention("sales.dev1")} ${calls.mention("dev.dev1")}`);
    await Promise.all([here.until(1), there.until(1)]);
    const unread = await calls.unread("dev.dev1");
    for (const { messages } of [here, there]) {
      expect(messages).toMatchObject([{ unread, notice: { read: false, issue: { id: issue.id } } }]);
      expect(messages[0]?.notice.message.key).toBe("notice.mentionedInComment");
    }
    expect(foreign.messages).toEqual([]);
  });

  it("R2: who has just ceased to see it hears nothing more, though nobody told the servers", async () => {
    const [first, second] = await makeIssues(test, [
      { unit: "SALES" },
      { unit: "DEV", author: "sales.rep1" },
    ]);
    const watch = await listen("sales.dev1", other.url);
    await calls.comment("sales.head", first.id, calls.mention("sales.dev1"));
    await watch.until(1);
    const end = "update membership set ended_at = now() where user_id = $1";
    await runSql(test.database.connection, end, [calls.person("sales.dev1")]);
    await calls.comment("sales.head", first.id, calls.mention("sales.dev1"));
    // What comes after it and is seen has come: the one before it never will.
    await calls.assign("dev.head", second.id, "dev.dev2");
    const witness = "update issue set author_id = $1 where id = $2";
    await runSql(test.database.connection, witness, [calls.person("sales.dev1"), second.id]);
    await calls.comment("dev.head", second.id, "For its author");
    await watch.until(2);
    expect(watch.messages.map(({ notice, unread }) => [notice.issue?.id, unread])).toEqual([
      [first.id, 1],
      [second.id, 1],
    ]);
  });

  it("B4: never of one's own act; a colleague's next one comes alone", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", author: "dev.dev2", assignee: "dev.dev2" }]);
    const watch = await listen("dev.dev2");
    const before = await calls.unread("dev.dev2");
    await calls.comment("dev.dev2", issue.id, `I, ${calls.mention("dev.dev2")}`);
    await calls.comment("dev.head", issue.id, "You");
    await watch.until(1);
    expect(watch.messages.map(({ unread }) => unread)).toEqual([before + 1]);
  });

  it("R11: tells what was hidden, and no value of it", async () => {
    const [issue] = await makeIssues(test, [
      { unit: "DEV", assignee: "dev.rep1", description: "Unspeakable" },
    ]);
    const watch = await listen("dev.rep1");
    await calls.assign("dev.head", issue.id, "dev.dev1");
    await watch.until(1);
    expect(watch.keys).toEqual(["notice.passedOn"]);
    expect(watch.client.texts.join()).not.toContain("Unspeakable");
    expect(watch.client.of("inbox", "next")[0]?.payload).toMatchObject({
      extensions: { redacted: ["Issue.description"] },
    });
  });

  it("R2: a session that has ended closes its socket, and nothing comes on it", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const watch = await listen("app.head");
    const end = `update session set ended_at = now() where user_id = $1;`;
    await runSql(test.database.connection, end, [calls.person("app.head")]);
    await runSql(test.database.connection, "update clock set session_version = session_version + 1");
    await calls.assign("dev.head", issue.id, "app.head").catch(() => undefined);
    await calls.comment("dev.head", issue.id, calls.mention("app.head"));
    await watch.client.until(() => watch.client.closed !== null, 2_000);
    expect([watch.client.closed?.code, watch.messages]).toEqual([4403, []]);
  });

  it("I9: 500 rounds of telling and reading at once: each comes once, in order, and the counts are right", async () => {
    const rounds = 500;
    const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.dev1" }]);
    const [here, there] = await Promise.all([listen("dev.dev1"), listen("dev.dev1", other.url)]);
    const before = (await calls.notices("dev.dev1", "(unreadOnly: true, first: 500)")).map(({ id }) => id);
    await calls.mark("dev.dev1", before);
    const ids: string[] = [];
    const tell = async () => {
      for (let n = 0; n < rounds / 5; n++) {
        ids.push(await tellOnce(issue.id));
        if (n % 10 === 0) expect(await calls.mark("dev.dev1", ids.slice(-1))).toBeTypeOf("number");
      }
    };
    await Promise.all(Array.from({ length: 5 }, tell));
    await Promise.all([here.until(rounds, 60_000), there.until(rounds, 60_000)]);
    const inOrder = ids.toSorted((a, b) => Number(a) - Number(b));
    for (const { messages } of [here, there]) {
      expect(messages.map(({ notice }) => notice.id)).toEqual(inOrder);
      for (const [index, { unread }] of messages.entries()) expect(unread).toBeLessThanOrEqual(index + 1);
    }
    expect(await calls.unread("dev.dev1")).toBe(rounds - 50);
    const last = (await calls.notices("dev.dev1", "(first: 1)"))[0];
    await calls.mark("dev.dev1", [last?.id ?? ""]);
    const left = rounds - 50 - (last?.read === true ? 0 : 1);
    expect(await calls.unread("dev.dev1")).toBe(left);
    await tellOnce(issue.id);
    await Promise.all([here.until(rounds + 1), there.until(rounds + 1)]);
    expect([here.messages.at(-1)?.unread, there.messages.at(-1)?.unread]).toEqual([left + 1, left + 1]);
  }, 120_000);
});

/** A change that concerns the holder, as somebody else makes it. @returns the event's id */
function tellOnce(issueId: string): Promise<string> {
  return inChange(test.server.access, actingAs(test, "dev.head"), async ({ change }) => {
    const facts = { entity: "issue", entityId: issueId, issueId, unitId: test.company.units["DEV"] ?? "" };
    const assigneeId = calls.person("dev.dev1");
    const changes = [{ field: "dueDate", before: null, after: "2026-12-01" }];
    const event = change.record({
      ...{ kind: "ISSUE_MOVED", ...facts, authorId: calls.person("boss"), changes },
      ...{ assigneeId, assigneeBefore: assigneeId, concernedIds: [assigneeId] },
    });
    const stamp = "update issue set last_event = $2, updated_at = $3, revision = revision + 1 where id = $1";
    await change.rows(stamp, [issueId, event, change.now]);
    return event;
  });
}
