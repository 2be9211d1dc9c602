import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../../testing/events.js";
import { IssueCalls, outcome } from "../../../testing/issue-calls.js";
import { runSql } from "../../../testing/sql.js";
import { startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

describe("addComment (section 2, R6)", () => {
  it("PER-14: an issue of another department is not found, as one that does not exist or is no id", async () => {
    const foreign = await calls.create("dev.head", "DEV");
    for (const issue of [foreign.id, "999999", "no id"]) {
      expect(await calls.refused("design.head", "addComment", { issue, body: "Mine" })).toBe("NOT_FOUND");
    }
  });

  it("R2: who has just ceased to be a member says nothing", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    await calls.whileMember("outsider", "DEVELOPER", "DEV", () => calls.comment("outsider", id, "Here"));
    expect(await calls.refused("outsider", "addComment", { issue: id, body: "Still here" })).toBe(
      "NOT_FOUND",
    );
  });

  it.each([
    ["boss", false, "OK"],
    ["boss", true, "OK"],
    ["dev.head", true, "OK"],
    ["dev.dev1", false, "OK"],
    ["dev.dev1", true, "FORBIDDEN R10"],
    // The holder, and the author.
    ["dev.rep1", false, "OK"],
    ["dev.rep1", true, "FORBIDDEN R10"],
    ["prod.head", false, "OK"],
    ["analyst", false, "FORBIDDEN R10"],
    ["analyst", true, "FORBIDDEN R10"],
    ["sales.head", false, "NOT_FOUND"],
    ["admin", false, "NOT_FOUND"],
  ])("%s, internal: %s: %s", async (login, internal, expected) => {
    const { id } = await calls.create("prod.head", "DEV", { assignee: calls.person("dev.rep1") });
    const asked = { issue: id, body: "Well", internal };
    const result =
      expected === "OK"
        ? outcome(await calls.ask(login, "addComment", asked))
        : await calls.refused(login, "addComment", asked);
    expect(result).toBe(expected);
  });

  it("R8: who only follows an issue does not comment on it", async () => {
    const { id } = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    await calls.assign("dev.head", id, null);
    expect(await calls.refused("dev.rep1", "addComment", { issue: id, body: "Me?" })).toBe("FORBIDDEN R10");
  });

  it("L4, I5: it has its event, and raises the issue's revision and last event", async () => {
    const issue = await calls.create("dev.head", "DEV");
    let id = "";
    const events = await eventsOf(test, async () => {
      const comment = await calls.comment("dev.dev1", issue.id, "First\nsecond");
      expect(comment).toMatchObject({
        ...{ body: "First\nsecond", internal: false, editedAt: null, author: { name: "dev.dev1" } },
        issue: { id: issue.id, revision: 2 },
      });
      id = comment.id;
    });
    expect(events).toMatchObject([
      {
        ...{ kind: "COMMENT_ADDED", entity: "comment", entityId: id, actorId: calls.person("dev.dev1") },
        changes: [
          { field: "body", before: null, after: "First\nsecond" },
          { field: "internal", before: null, after: false },
        ],
      },
    ]);
    const after = await calls.read("dev.dev1", issue.id);
    expect(after).toMatchObject({ revision: 2, commentCount: 1 });
    const facts =
      "select id, issue_id, unit_id, internal_unit_id, operation from event where entity = 'comment' and entity_id = $1";
    expect(await runSql(test.database.connection, facts, [id])).toEqual([
      {
        ...{ id: after?.lastEvent, operation: after?.lastEvent, issue_id: issue.id },
        ...{ unit_id: calls.unit("DEV"), internal_unit_id: null },
      },
    ]);
  });

  it("R10: an internal one is not counted, listed or told to who does not read it, and its event says whose it is", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    await calls.comment("dev.head", id, "Between us", true);
    expect((await calls.read("dev.head", id))?.commentCount).toBe(1);
    expect((await calls.read("dev.dev1", id))?.commentCount).toBe(0);
    const facts = "select internal_unit_id from event where issue_id = $1 order by id desc limit 1";
    expect(await runSql(test.database.connection, facts, [id])).toEqual([
      { internal_unit_id: calls.unit("DEV") },
    ]);
  });

  it.each([
    ["", "BAD_USER_INPUT body"],
    [" \u200B\n", "BAD_USER_INPUT body"],
    ["a\0b", "BAD_USER_INPUT body"],
    ["\uDC00", "BAD_USER_INPUT body"],
    ["x".repeat(100_001), "BAD_USER_INPUT body"],
  ])("TXT-05: %j is no comment", async (body, expected) => {
    const { id } = await calls.create("dev.head", "DEV");
    expect(await calls.refused("dev.dev1", "addComment", { issue: id, body })).toBe(expected);
  });

  it("TXT-07: 100,000 letters are one, without those that turn the text around", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    const comment = await calls.comment("dev.dev1", id, `\u202E${"🦊".repeat(100_000)}`);
    expect(comment.body).toBe("🦊".repeat(100_000));
  });

  it("I5: fifty at once are fifty, and raise the revision by fifty", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => calls.comment("dev.dev1", id, `No. ${String(index)}`)),
    );
    expect(await calls.read("dev.dev1", id)).toMatchObject({ revision: 51, commentCount: 50 });
  });
});

describe("updateComment (section 2)", () => {
  it("PER-14: a comment of another department is not found, as one that does not exist or is no id", async () => {
    const issue = await calls.create("dev.head", "DEV");
    const foreign = await calls.comment("dev.head", issue.id, "Ours");
    for (const id of [foreign.id, "999999", "no id"]) {
      expect(await calls.refused("design.head", "updateComment", { id, body: "Mine" })).toBe("NOT_FOUND");
    }
  });

  it("R2: who has just ceased to be a member changes nothing, not even what they wrote", async () => {
    const issue = await calls.create("dev.head", "DEV");
    let id = "";
    await calls.whileMember("outsider", "DEVELOPER", "DEV", async () => {
      id = (await calls.comment("outsider", issue.id, "Here")).id;
    });
    expect(await calls.refused("outsider", "updateComment", { id, body: "Still here" })).toBe("NOT_FOUND");
  });

  it("whoever wrote it changes it; not the boss, not the head", async () => {
    const issue = await calls.create("dev.head", "DEV");
    const { id } = await calls.comment("dev.dev1", issue.id, "Frist");
    for (const login of ["boss", "dev.head", "dev.dev2", "analyst"]) {
      expect(await calls.refused(login, "updateComment", { id, body: "First" })).toBe("FORBIDDEN R10");
    }
    const events = await eventsOf(test, async () => {
      expect(outcome(await calls.ask("dev.dev1", "updateComment", { id, body: "First" }))).toBe("OK");
    });
    expect(events).toMatchObject([
      {
        ...{ kind: "COMMENT_EDITED", entity: "comment", entityId: id, actorId: calls.person("dev.dev1") },
        changes: [{ field: "body", before: "Frist", after: "First" }],
      },
    ]);
    expect(await calls.read("dev.dev1", issue.id)).toMatchObject({ revision: 3, commentCount: 1 });
    const [row] = await runSql(
      test.database.connection,
      "select edited_at, revision from comment where id = $1",
      [id],
    );
    expect(row).toMatchObject({ revision: 2, edited_at: expect.any(Date) as unknown });
    expect(await calls.refused("dev.dev1", "updateComment", { id, body: "First" })).toBe("OK");
  });

  it("R10: an internal one does not exist for who does not read it", async () => {
    const issue = await calls.create("dev.head", "DEV");
    const { id } = await calls.comment("dev.head", issue.id, "Between us", true);
    expect(await calls.refused("dev.dev1", "updateComment", { id, body: "Me too" })).toBe("NOT_FOUND");
    expect(await calls.refused("analyst", "updateComment", { id, body: "Me too" })).toBe("FORBIDDEN R10");
    expect(await calls.refused("boss", "updateComment", { id, body: "Me too" })).toBe("FORBIDDEN R10");
    const answer = await calls.ask("dev.head", "updateComment", { id, body: "Among us" });
    expect(outcome(answer)).toBe("OK");
    const facts = "select internal_unit_id from event where kind = 'COMMENT_EDITED' and entity_id = $1";
    expect(await runSql(test.database.connection, facts, [id])).toEqual([
      { internal_unit_id: calls.unit("DEV") },
    ]);
  });

  it("R8: who once held the issue and wrote on it does not read it any more, so it is not found", async () => {
    const issue = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    const { id } = await calls.comment("dev.rep1", issue.id, "Done?");
    await calls.assign("dev.head", issue.id, null);
    expect(await calls.refused("dev.rep1", "updateComment", { id, body: "Done!" })).toBe("NOT_FOUND");
  });

  it("TXT-05: wrong words change nothing", async () => {
    const issue = await calls.create("dev.head", "DEV");
    const { id } = await calls.comment("dev.dev1", issue.id, "Right");
    for (const body of [" ", "\0"]) {
      expect(await calls.refused("dev.dev1", "updateComment", { id, body })).toBe("BAD_USER_INPUT body");
    }
  });
});
