import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../testing/events.js";
import { ADD, OrgCalls, REMOVE, shown } from "../../testing/org-calls.js";
import { runSql } from "../../testing/sql.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: OrgCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new OrgCalls(test);
});
afterAll(() => test.stop());

describe("addMember", () => {
  it("PER-14: is refused in a unit of another department", async () => {
    expect(await calls.refusedAs("dev.head", ADD, calls.member("SALES", "outsider", "DEVELOPER"))).toBe(
      "FORBIDDEN R2",
    );
  });

  it("R2: is refused to who has just ceased to be a manager", async () => {
    await calls.whileManager("outsider", "SERVICE", async () => {
      dataOf(await test.as("outsider")(ADD, calls.member("SERVICE", "analyst", "REPORTER")));
    });
    expect(await calls.refusedAs("outsider", ADD, calls.member("SERVICE", "analyst", "DEVELOPER"))).toBe(
      "FORBIDDEN R2",
    );
  });

  it.each<[string, string, string, "MANAGER" | "DEVELOPER" | "ANALYST", string]>([
    ["dev.dev1", "DEV", "outsider", "DEVELOPER", "FORBIDDEN R2"],
    ["dev.head", "PROD", "outsider", "DEVELOPER", "FORBIDDEN R2"],
    ["admin", "DEV", "admin", "DEVELOPER", "FORBIDDEN R2"],
    ["admin", "DEMO", "outsider", "MANAGER", "FORBIDDEN R2"],
    ["admin", "DEMO", "outsider", "ANALYST", "FORBIDDEN R2"],
    ["boss", "NONE", "outsider", "DEVELOPER", "NOT_FOUND"],
    ["boss", "DEV", "nobody", "DEVELOPER", "NOT_FOUND"],
  ])("R2: %s does not make, in %s, %s a %s: %s", async (login, key, who, base, expected) => {
    expect(await calls.refusedAs(login, ADD, calls.member(key, who, base))).toBe(expected);
  });

  it("R2: gives all rights of the group at once, with its event; a repeat answers with the first", async () => {
    const { connection } = test.database;
    const sees = async () =>
      dataOf(
        await test.as("outsider")<{ unit: { can: { createIssue: boolean } } }>(
          "query($id: ID!) { unit(id: $id) { can { createIssue } } }",
          { id: calls.unit("APP") },
        ),
      ).unit.can.createIssue;
    expect(await sees()).toBe(false);
    const events = await eventsOf(test, async () => {
      for (const login of ["app.head", "boss", "admin"]) {
        const answer = await test.as(login)(ADD, calls.member("APP", "outsider", "DEVELOPER"));
        expect(dataOf(answer)).toMatchObject({
          addMember: { unit: { key: "APP" }, user: { name: "outsider" }, role: { base: "DEVELOPER" } },
        });
      }
    });
    expect(await sees()).toBe(true);
    expect(events).toMatchObject([
      {
        kind: "MEMBER_ADDED",
        entity: "membership",
        unitId: calls.unit("APP"),
        actorId: calls.person("app.head"),
        changes: [
          { field: "unit", after: calls.unit("APP") },
          { field: "user", after: calls.person("outsider") },
          { field: "role", after: test.company.roles.DEVELOPER },
        ],
      },
    ]);
    const rows = await runSql(connection, "select 1 from membership where unit_id = $1 and user_id = $2", [
      calls.unit("APP"),
      calls.person("outsider"),
    ]);
    expect(rows).toHaveLength(1);
  });

  it("R2: of ten at the same time one is made and all answer with it", async () => {
    const ids: string[] = [];
    const events = await eventsOf(test, async () => {
      const wish = calls.member("DESIGN", "outsider", "REPORTER");
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => test.as("boss")<{ addMember: { id: string } }>(ADD, wish)),
      );
      ids.push(...answers.map((answer) => dataOf(answer).addMember.id));
    });
    expect(new Set(ids).size).toBe(1);
    expect(events).toHaveLength(1);
  });
});

describe("removeMember", () => {
  it("PER-14: is refused for a membership of another department, and for none", async () => {
    const id = await calls.membershipOf("SALES", "sales.dev1");
    expect(await calls.refusedAs("dev.head", REMOVE, { id })).toBe("FORBIDDEN R2");
    expect(await calls.refusedAs("dev.head", REMOVE, { id: "999999" })).toBe("NOT_FOUND");
    expect(await calls.refusedAs("dev.head", REMOVE, { id: "x" })).toBe("NOT_FOUND");
  });

  it("R2: is refused to who has just ceased to be a manager", async () => {
    await calls.whileManager("outsider", "SALES", async () => {
      dataOf(await test.as("outsider")(REMOVE, { id: await calls.membershipOf("SALES", "sales.rep1") }));
    });
    expect(
      await calls.refusedAs("outsider", REMOVE, { id: await calls.membershipOf("SALES", "sales.dev1") }),
    ).toBe("FORBIDDEN R2");
  });

  it("R2, LIV-14: the right ends with it, on the very next request, with its event", async () => {
    const id = await calls.membershipOf("DEV", "dev.head");
    const manages = async () =>
      dataOf(
        await test.as("dev.head")<{ unit: { can: { manage: boolean } } }>(
          "query($id: ID!) { unit(id: $id) { can { manage } } }",
          { id: calls.unit("DEV") },
        ),
      ).unit.can.manage;
    expect(await manages()).toBe(true);
    const events = await eventsOf(test, async () => {
      const answer = await test.as("prod.head")<{ removeMember: { key: string; members: { id: string }[] } }>(
        REMOVE,
        { id },
      );
      const { key, members } = dataOf(answer).removeMember;
      expect(key).toBe("DEV");
      expect(members.map((one) => one.id)).not.toContain(id);
    });
    expect(await manages()).toBe(false);
    expect(events).toMatchObject([
      {
        kind: "MEMBER_REMOVED",
        entityId: id,
        unitId: calls.unit("DEV"),
        actorId: calls.person("prod.head"),
        changes: [
          { field: "unit", before: calls.unit("DEV"), after: null },
          { field: "user", before: calls.person("dev.head"), after: null },
          { field: "role", before: test.company.roles.MANAGER, after: null },
        ],
      },
    ]);
    expect(await calls.refusedAs("prod.head", REMOVE, { id })).toBe("NOT_FOUND");
  });

  it("R2: the last active boss stays, also of two who remove each other at the same time", async () => {
    const id = await calls.membershipOf("DEMO", "boss");
    expect(await calls.refusedAs("boss", REMOVE, { id })).toBe("CONFLICT R2");
    expect(await calls.refusedAs("admin", REMOVE, { id })).toBe("FORBIDDEN R2");
    dataOf(await test.as("boss")(ADD, calls.member("DEMO", "prod.head", "MANAGER")));
    const other = await calls.membershipOf("DEMO", "prod.head");
    const answers = await Promise.all([
      test.as("boss")(REMOVE, { id: other }),
      test.as("prod.head")(REMOVE, { id }),
    ]);
    expect(answers.map(shown).sort()).toEqual(["FORBIDDEN R2", "OK"]);
    const [bosses] = await runSql(
      test.database.connection,
      "select count(*)::int as n from membership where unit_id = $1 and role_id = $2 and ended_at is null",
      [calls.unit("DEMO"), test.company.roles.MANAGER],
    );
    expect(bosses).toEqual({ n: 1 });
  });
});
