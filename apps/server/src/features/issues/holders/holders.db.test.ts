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

/** Who held it, in order, and whether they still do. */
async function stretches(id: string): Promise<string[]> {
  const rows = await runSql(
    test.database.connection,
    `select u.name, h.until is null as now, h.since <= coalesce(h.until, now()) as forward
     from issue_holder h join app_user u on u.id = h.user_id where h.issue_id = $1 order by h.id`,
    [id],
  );
  return rows.map(
    ({ name, now, forward }) => `${String(name)}${now ? " now" : ""}${forward ? "" : " backwards"}`,
  );
}

describe("assignIssue (L3)", () => {
  it("PER-14: an issue of another department is not found, as one that does not exist or is no id", async () => {
    const foreign = await calls.create("dev.head", "DEV");
    for (const id of [foreign.id, "999999", "no id"]) {
      const asked = { id, assignee: calls.person("design.head") };
      expect(await calls.refused("design.head", "assignIssue", asked)).toBe("NOT_FOUND");
    }
  });

  it("R2: who has just ceased to be a manager assigns nobody", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    await calls.whileMember("outsider", "MANAGER", "DEV", () => calls.assign("outsider", id, "dev.dev1"));
    const asked = { id, assignee: calls.person("dev.dev2") };
    expect(await calls.refused("outsider", "assignIssue", asked)).toBe("NOT_FOUND");
  });

  it.each([
    ["dev.dev1", "dev.dev1", "FORBIDDEN L3"],
    ["dev.rep1", "dev.rep1", "FORBIDDEN L3"],
    ["dev.rep1", null, "FORBIDDEN L3"],
    ["analyst", "dev.dev1", "FORBIDDEN L3"],
    ["sales.head", "sales.head", "NOT_FOUND"],
    ["admin", "admin", "NOT_FOUND"],
    ["dev.head", "analyst", "BAD_USER_INPUT assignee"],
    ["dev.head", "design.dev1", "BAD_USER_INPUT assignee"],
    ["boss", "outsider", "BAD_USER_INPUT assignee"],
  ])("L3: %s does not give it to %s: %s", async (login, assignee, expected) => {
    const { id } = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    const asked = { id, assignee: assignee && calls.person(assignee) };
    expect(await calls.refused(login, "assignIssue", asked)).toBe(expected);
  });

  it("L3: a person who does not exist is not found; one who was deactivated cannot hold", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    for (const assignee of ["999999", "x", "\0"]) {
      expect(await calls.refused("dev.head", "assignIssue", { id, assignee })).toBe("NOT_FOUND");
    }
    const set = "update app_user set active = $2 where id = $1";
    await runSql(test.database.connection, set, [calls.person("dev.dev2"), false]);
    const asked = { id, assignee: calls.person("dev.dev2") };
    expect(await calls.refused("dev.head", "assignIssue", asked)).toBe("BAD_USER_INPUT assignee");
    await runSql(test.database.connection, set, [calls.person("dev.dev2"), true]);
  });

  it("R8: the heads pass it on, and all who held it are kept", async () => {
    const { id } = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    expect((await calls.assign("dev.head", id, "dev.dev1")).assignee?.name).toBe("dev.dev1");
    await calls.assign("prod.head", id, null);
    await calls.assign("boss", id, "dev.rep1");
    expect(await stretches(id)).toEqual(["dev.rep1", "dev.dev1", "dev.rep1 now"]);
    const [event] = await eventsOf(test, () => calls.assign("dev.head", id, "dev.head"));
    const [before, after] = [calls.person("dev.rep1"), calls.person("dev.head")];
    expect(event).toMatchObject({ kind: "ISSUE_ASSIGNED", changes: [{ field: "assignee", before, after }] });
    // A reporter sees what they hold; R8: and where it is, for ever.
    expect(await calls.read("dev.rep1", id)).toMatchObject({
      assignee: { name: "dev.head" },
      description: null,
    });
  });

  it("I9: the event tells who held it before and after, so that a replay knows who lost sight", async () => {
    const { id } = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    const { lastEvent } = await calls.assign("dev.head", id, "dev.dev1");
    const facts =
      "select assignee_before, assignee_id, unit_before, unit_id, author_id from event where id = $1";
    expect(await runSql(test.database.connection, facts, [lastEvent])).toEqual([
      {
        ...{ assignee_before: calls.person("dev.rep1"), assignee_id: calls.person("dev.dev1") },
        ...{
          unit_before: calls.unit("DEV"),
          unit_id: calls.unit("DEV"),
          author_id: calls.person("dev.head"),
        },
      },
    ]);
  });

  it("L4: to name the present holder changes nothing", async () => {
    const { id } = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    expect(await calls.refused("dev.head", "assignIssue", { id, assignee: calls.person("dev.rep1") })).toBe(
      "OK",
    );
  });
});

describe("takeIssue (R5)", () => {
  it("PER-14: an issue of another department is not found, as one that does not exist or is no id", async () => {
    const foreign = await calls.create("dev.head", "DEV");
    for (const id of [foreign.id, "999999", "no id"]) {
      expect(await calls.refused("design.dev1", "takeIssue", { id })).toBe("NOT_FOUND");
    }
  });

  it("R2: who has just ceased to be a developer takes nothing", async () => {
    const [one, other] = [await calls.create("dev.head", "DEV"), await calls.create("dev.head", "DEV")];
    await calls.whileMember("outsider", "DEVELOPER", "DEV", () => calls.take("outsider", one.id));
    expect(await calls.refused("outsider", "takeIssue", { id: other.id })).toBe("NOT_FOUND");
  });

  it("R5, R8: a developer takes what nobody holds; who follows, reports or analyses does not", async () => {
    const { id } = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    expect(await calls.refused("dev.dev1", "takeIssue", { id })).toBe("CONFLICT R5");
    await calls.assign("dev.head", id, null);
    expect(await calls.refused("dev.rep1", "takeIssue", { id })).toBe("FORBIDDEN R5");
    expect(await calls.refused("analyst", "takeIssue", { id })).toBe("FORBIDDEN R5");
    const [event] = await eventsOf(test, () => calls.take("dev.dev1", id));
    expect(event).toMatchObject({ kind: "ISSUE_TAKEN", actorId: calls.person("dev.dev1") });
    expect(await stretches(id)).toEqual(["dev.rep1", "dev.dev1 now"]);
    expect(await calls.refused("dev.dev1", "takeIssue", { id })).toBe("CONFLICT R5");
  });

  it("R5: a closed one is not taken", async () => {
    const { id } = await calls.create("boss", "DEV", { status: calls.status("DEV/Closed") });
    expect(await calls.refused("dev.dev1", "takeIssue", { id })).toBe("CONFLICT R5");
  });

  it("R5: of two at once one wins and the other comes too late, 200 rounds", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    const won = { "dev.dev1": 0, "dev.dev2": 0 };
    for (let round = 0; round < 200; round++) {
      const [one, other] = await Promise.all([
        calls.ask("dev.dev1", "takeIssue", { id }),
        calls.ask("dev.dev2", "takeIssue", { id }),
      ]);
      expect([outcome(one), outcome(other)].sort()).toEqual(["CONFLICT R5", "OK"]);
      won[outcome(one) === "OK" ? "dev.dev1" : "dev.dev2"]++;
      await calls.assign("dev.head", id, null);
    }
    expect(won["dev.dev1"] + won["dev.dev2"]).toBe(200);
    expect(await stretches(id)).toHaveLength(200);
  }, 300_000);
});
