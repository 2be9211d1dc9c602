import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../testing/events.js";
import { CREATE_UNIT, LABEL, OrgCalls, shown, type Variables } from "../../testing/org-calls.js";
import { runSql } from "../../testing/sql.js";
import { dataOf, startTestServer, type GraphqlAnswer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: OrgCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new OrgCalls(test);
});
afterAll(() => test.stop());

const newUnit = (parent: string, key: string, more: Variables = {}) => ({
  parent: calls.unit(parent),
  key,
  name: `Unit ${key}`,
  kind: "DEPARTMENT",
  ...more,
});

describe("createUnit", () => {
  it("PER-14: is refused under a unit of another department", async () => {
    expect(await calls.refusedAs("dev.head", CREATE_UNIT, newUnit("SALES", "QA"))).toBe("FORBIDDEN R1");
  });

  it("R2: is refused to who has just ceased to be a manager", async () => {
    await calls.whileManager("outsider", "SALES", async () => {
      dataOf(await test.as("outsider")(CREATE_UNIT, newUnit("SALES", "WEB")));
    });
    expect(await calls.refusedAs("outsider", CREATE_UNIT, newUnit("SALES", "WEB2"))).toBe("FORBIDDEN R1");
  });

  it.each([
    ["dev.dev1", "DEV", "FORBIDDEN R1"],
    ["dev.rep1", "DEV", "FORBIDDEN R1"],
    ["analyst", "DEV", "FORBIDDEN R1"],
    ["admin", "DEV", "FORBIDDEN R1"],
    ["dev.head", "PROD", "FORBIDDEN R1"],
    ["dev.head", "NONE", "NOT_FOUND"],
  ])("FLO-01: %s makes none under %s: %s", async (login, parent, expected) => {
    expect(await calls.refusedAs(login, CREATE_UNIT, newUnit(parent, "QA"))).toBe(expected);
  });

  it.each<[string, Variables, string]>([
    ["a parent that is no id", { parent: "x" }, "NOT_FOUND"],
    ["a parent that is nowhere", { parent: "999999" }, "NOT_FOUND"],
    ["a key in small letters", { key: "qa" }, "BAD_USER_INPUT key"],
    ["a key that is in use", { key: "SALES" }, "BAD_USER_INPUT key"],
    ["a second company", { kind: "COMPANY" }, "BAD_USER_INPUT kind"],
    ["a blank name", { name: " \u200b " }, "BAD_USER_INPUT name"],
    ["TXT-05: a name with NUL", { name: "a\0b" }, "BAD_USER_INPUT name"],
    ["TXT-05: a key with NUL", { key: "A\0B" }, "BAD_USER_INPUT key"],
    ["a name that is too long", { name: "x".repeat(201) }, "BAD_USER_INPUT name"],
    ["TXT-05: a clientMutationId with NUL", { m: "\0" }, "BAD_USER_INPUT clientMutationId"],
  ])("refuses %s", async (_, wrong, expected) => {
    expect(await calls.refusedAs("boss", CREATE_UNIT, newUnit("DEV", "QA", wrong))).toBe(expected);
  });

  it("R1, R2: makes it ready to work in, with its event", async () => {
    let answer: GraphqlAnswer<unknown> = { data: null };
    const events = await eventsOf(test, async () => {
      answer = await test.as("dev.head")(CREATE_UNIT, newUnit("DEV", "QA", { name: "  Quality\n" }));
    });
    const { createUnit } = dataOf(answer as GraphqlAnswer<{ createUnit: Record<string, unknown> }>);
    expect(createUnit).toMatchObject({
      key: "QA",
      name: "Quality",
      kind: "DEPARTMENT",
      parent: { key: "DEV" },
      heads: [{ name: "dev.head" }],
      members: [],
      can: { manage: true },
    });
    expect((createUnit["statuses"] as { name: string }[]).map(({ name }) => name)).toEqual([
      "Backlog",
      "To do",
      "In progress",
      "Review",
      "Resolved",
      "Closed",
    ]);
    expect(events).toMatchObject([
      {
        kind: "UNIT_CREATED",
        entity: "unit",
        entityId: createUnit["id"],
        unitId: createUnit["id"],
        actorId: calls.person("dev.head"),
        address: "127.0.0.1",
        changes: [
          { field: "key", before: null, after: "QA" },
          { field: "name", before: null, after: "Quality" },
          { field: "kind", before: null, after: "DEPARTMENT" },
          { field: "parent", before: null, after: calls.unit("DEV") },
        ],
      },
    ]);
    const counters = await runSql(
      test.database.connection,
      "select last_number from unit_counter where unit_id = $1",
      [createUnit["id"]],
    );
    expect(counters).toEqual([{ last_number: 0 }]);
  });

  it("acts once for a clientMutationId, and its event names it", async () => {
    const variables = newUnit("DEV", "ONCE", { m: "unit-1" });
    const ids: unknown[] = [];
    const events = await eventsOf(test, async () => {
      const answers = await Promise.all([1, 2, 3].map(() => test.as("boss")(CREATE_UNIT, variables)));
      ids.push(...answers.map((answer) => (dataOf(answer)["createUnit"] as { id: string }).id));
    });
    expect(new Set(ids).size).toBe(1);
    expect(events).toMatchObject([{ kind: "UNIT_CREATED", clientMutationId: "unit-1" }]);
    const other = await calls.refusedAs("boss", CREATE_UNIT, { ...variables, name: "Other" });
    expect(other).toBe("CONFLICT clientMutationId");
  });

  it("of two at the same time with one key, one is made", async () => {
    const answers = await Promise.all(
      ["boss", "prod.head"].map((login) => test.as(login)(CREATE_UNIT, newUnit("DEV", "TWIN"))),
    );
    expect(answers.map(shown).sort()).toEqual(["BAD_USER_INPUT key", "OK"]);
  });
});

describe("createLabel", () => {
  const label = (key: string, name: string, more: Variables = {}) => ({
    unit: calls.unit(key),
    name,
    ...more,
  });

  it("PER-14: is refused in a unit of another department", async () => {
    expect(await calls.refusedAs("design.head", LABEL, label("SALES", "urgent"))).toBe("FORBIDDEN R3");
  });

  it("R2: is refused to who has just ceased to be a manager", async () => {
    await calls.whileManager("dev.dev1", "SERVICE", async () => {
      dataOf(await test.as("dev.dev1")(LABEL, label("SERVICE", "first")));
    });
    expect(await calls.refusedAs("dev.dev1", LABEL, label("SERVICE", "second"))).toBe("FORBIDDEN R3");
  });

  it.each<[string, Variables, string]>([
    ["design.dev1", {}, "FORBIDDEN R3"],
    ["design.rep1", { name: "\0" }, "FORBIDDEN R3"],
    ["design.head", { unit: "0" }, "NOT_FOUND"],
    ["design.head", { name: "a\0b" }, "BAD_USER_INPUT name"],
    ["design.head", { name: "" }, "BAD_USER_INPUT name"],
    ["design.head", { name: "x".repeat(101) }, "BAD_USER_INPUT name"],
    ["design.head", { color: "crimson" }, "BAD_USER_INPUT color"],
    ["design.head", { color: "\0" }, "BAD_USER_INPUT color"],
  ])("%s with %j: %s", async (login, wrong, expected) => {
    expect(await calls.refusedAs(login, LABEL, label("DESIGN", "urgent", wrong))).toBe(expected);
  });

  it("makes a label of the unit with its event; a name is taken whatever its case", async () => {
    const made: unknown[] = [];
    const events = await eventsOf(test, async () => {
      made.push(
        dataOf(await test.as("design.head")(LABEL, label("DESIGN", " Срочно ", { color: "#FCE4E2" }))),
      );
      made.push(dataOf(await test.as("design.head")(LABEL, label("DESIGN", "plain"))));
    });
    expect(made).toMatchObject([
      { createLabel: { name: "Срочно", color: "red" } },
      { createLabel: { name: "plain", color: "grey" } },
    ]);
    expect(events).toMatchObject([
      {
        kind: "LABEL_CREATED",
        entity: "label",
        unitId: calls.unit("DESIGN"),
        actorId: calls.person("design.head"),
        changes: [
          { field: "name", before: null, after: "Срочно" },
          { field: "color", before: null, after: "red" },
        ],
      },
      { kind: "LABEL_CREATED" },
    ]);
    expect(await calls.refusedAs("design.head", LABEL, label("DESIGN", "СРОЧНО"))).toBe(
      "BAD_USER_INPUT name",
    );
  });
});
