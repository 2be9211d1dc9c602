import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IssueCalls, outcome } from "../../testing/issue-calls.js";
import { eventsOf } from "../../testing/events.js";
import { runSql } from "../../testing/sql.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

const draft = (unit: string, more: Record<string, unknown> = {}) => ({
  input: { unit: calls.unit(unit), title: "A draft", ...more },
});

describe("createIssue: who may (R5, L2)", () => {
  it("PER-14: a unit of another department is refused, a parent there is not found", async () => {
    const foreign = await calls.create("dev.head", "DEV");
    const none = await calls.refused("design.head", "createIssue", draft("DESIGN", { parent: "999999" }));
    expect(none).toBe("NOT_FOUND");
    expect(await calls.refused("design.head", "createIssue", draft("DESIGN", { parent: foreign.id }))).toBe(
      none,
    );
    expect(await calls.refused("design.head", "createIssue", draft("DESIGN", { parent: "no id" }))).toBe(
      none,
    );
    expect(await calls.refused("design.head", "createIssue", draft("DEV"))).toBe("FORBIDDEN R5");
  });

  it("R2: who has just ceased to be a member creates nothing", async () => {
    await calls.whileMember("outsider", "DEVELOPER", "SERVICE", () => calls.create("outsider", "SERVICE"));
    expect(await calls.refused("outsider", "createIssue", draft("SERVICE"))).toBe("FORBIDDEN R5");
  });

  it.each([
    ["boss", "APP", "OK"],
    ["prod.head", "APP", "OK"],
    ["dev.head", "DEV", "OK"],
    ["dev.head", "APP", "OK"],
    // R4: head of DEV, so a developer of PROD; in sister units nothing.
    ["dev.head", "PROD", "OK"],
    ["dev.head", "DESIGN", "FORBIDDEN R5"],
    ["dev.dev1", "DEV", "OK"],
    ["dev.dev1", "APP", "FORBIDDEN R5"],
    ["dev.rep1", "DEV", "FORBIDDEN R5"],
    ["analyst", "DEV", "FORBIDDEN R5"],
    ["admin", "DEV", "FORBIDDEN R5"],
    ["outsider", "DEV", "FORBIDDEN R5"],
  ])("R3 to R7: %s in %s: %s", async (login, unit, expected) => {
    const result =
      expected === "OK"
        ? outcome(await calls.ask(login, "createIssue", draft(unit)))
        : await calls.refused(login, "createIssue", draft(unit));
    expect(result).toBe(expected);
  });

  it.each([
    ["dev.dev1", "Closed", "LAW L2"],
    ["dev.head", "Closed", "LAW L2"],
    ["dev.rep1", "Closed", "LAW L2"],
    ["dev.dev1", "Resolved", "FORBIDDEN R5"],
    ["dev.dev1", "Review", "OK"],
    ["dev.head", "Resolved", "OK"],
    ["boss", "Closed", "OK"],
  ])("L2, R5: %s starts one as %s: %s", async (login, status, expected) => {
    const asked = draft("DEV", { status: calls.status(`DEV/${status}`) });
    expect(outcome(await calls.ask(login, "createIssue", asked))).toBe(expected);
  });

  it.each([
    ["dev.dev1", "dev.dev1", "OK"],
    ["dev.dev1", "dev.dev2", "FORBIDDEN R5"],
    ["dev.head", "dev.rep1", "OK"],
    ["dev.head", "dev.head", "OK"],
    // Who can hold needs a hat in the unit; an analyst and an outsider have none that holds.
    ["dev.head", "analyst", "BAD_USER_INPUT assignee"],
    ["dev.head", "design.dev1", "BAD_USER_INPUT assignee"],
    ["dev.head", "outsider", "BAD_USER_INPUT assignee"],
  ])("R5: %s gives one to %s: %s", async (login, assignee, expected) => {
    const asked = draft("DEV", { assignee: calls.person(assignee) });
    expect(outcome(await calls.ask(login, "createIssue", asked))).toBe(expected);
  });
});

describe("createIssue: what becomes of it", () => {
  it("L3, R5: it has all its conditions, no holder unless named, and stands in the first backlog status", async () => {
    const label = await calls.label("DEV", "pump");
    const parent = await calls.create("dev.dev1", "DEV", { title: "Whole" });
    const made = await calls.create("dev.dev1", "DEV", {
      ...{ title: " Fix\tthe \u202Epump ", description: "It drips", type: "BUG", priority: "URGENT" },
      ...{ parent: parent.id, labels: [label, label], estimate: 2.5, value: 1200.0001 },
      ...{ startDate: "2026-12-01", dueDate: "2026-12-24" },
    });
    expect(made).toMatchObject({
      ...{
        title: "Fix the pump",
        description: "It drips",
        type: "BUG",
        priority: "URGENT",
        unit: { key: "DEV" },
      },
      ...{ parent: { id: parent.id }, labels: [{ name: "pump" }], estimate: 2.5, value: 1200.0001 },
      ...{ startDate: "2026-12-01", dueDate: "2026-12-24", status: { name: "Backlog" }, assignee: null },
      ...{ author: { name: "dev.dev1" }, revision: 1, resolution: null, closedAt: null },
    });
    expect(Number(made.key.slice("DEV-".length))).toBe(Number(parent.key.slice("DEV-".length)) + 1);
  });

  it("section 1: keys go on without a gap or a double, however many are made at once", async () => {
    const before = await calls.create("service.head", "SERVICE");
    const from = Number(before.key.slice("SERVICE-".length));
    const made = await Promise.all(Array.from({ length: 40 }, () => calls.create("service.head", "SERVICE")));
    const numbers = made.map(({ key }) => Number(key.slice("SERVICE-".length))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => from + 1 + index));
  });

  it("I4: it stands at the top of its column, wherever the column is in the order", async () => {
    const [first] = await calls.createColumn("app.head", "APP", "To do", 3);
    await calls.create("boss", "SALES");
    const made = await calls.create("app.head", "APP", { status: calls.status("APP/To do") });
    const shown = await calls.column("app.head", "APP", "To do");
    expect(shown.slice(0, 2)).toEqual([made.id, first?.id]);
    expect(await calls.column("app.head", "APP", "In progress")).toEqual([]);
  });

  it("L4, I8: its event tells all that it starts with, who, and what sight hangs on, in the same change", async () => {
    let id = "";
    const [event, ...more] = await eventsOf(test, async () => {
      const input = {
        title: "Told",
        estimate: 3,
        assignee: calls.person("dev.rep1"),
        clientMutationId: "told",
      };
      id = (await calls.create("dev.head", "DEV", input)).id;
    });
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      ...{ kind: "ISSUE_CREATED", entity: "issue", entityId: id, actorId: calls.person("dev.head") },
      ...{ unitId: calls.unit("DEV"), clientMutationId: "told", address: "127.0.0.1" },
    });
    const told = Object.fromEntries((event?.changes ?? []).map(({ field, after }) => [field, after]));
    const [row] = await runSql(test.database.connection, "select * from issue where id = $1", [id]);
    expect(told).toEqual({
      ...{ key: row?.["key"], unit: calls.unit("DEV"), author: calls.person("dev.head"), title: "Told" },
      ...{ type: "TASK", priority: "NORMAL", status: calls.status("DEV/Backlog"), estimate: 3 },
      ...{ assignee: calls.person("dev.rep1"), rank: row?.["rank"] },
    });
    const facts =
      "select assignee_id, assignee_before, unit_before, author_id, issue_id from event where entity_id = $1 and entity = 'issue'";
    expect(await runSql(test.database.connection, facts, [id])).toEqual([
      {
        ...{ assignee_id: calls.person("dev.rep1"), assignee_before: null, unit_before: null },
        ...{ author_id: calls.person("dev.head"), issue_id: id },
      },
    ]);
  });

  it("R8: its first holder is kept from the creation on", async () => {
    const { id } = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    const stretches = "select user_id, until from issue_holder where issue_id = $1";
    expect(await runSql(test.database.connection, stretches, [id])).toEqual([
      { user_id: calls.person("dev.rep1"), until: null },
    ]);
  });

  it("L5: what the boss makes as closed is done, and has the time of it", async () => {
    const made = await calls.create("boss", "DEV", { status: calls.status("DEV/Closed") });
    expect(made).toMatchObject({ resolution: "DONE" });
    expect(made.closedAt).toBe(made.updatedAt);
  });
});

describe("createIssue: wrong values", () => {
  it.each<[string, () => Record<string, unknown>, string]>([
    ["a blank title", () => ({ title: " \u200B\n" }), "BAD_USER_INPUT title"],
    ["a title of 501 letters", () => ({ title: "x".repeat(501) }), "BAD_USER_INPUT title"],
    ["TXT-05: a zero byte in the title", () => ({ title: "a\0b" }), "BAD_USER_INPUT title"],
    [
      "TXT-05: half of a letter in the description",
      () => ({ description: "\uD83D" }),
      "BAD_USER_INPUT description",
    ],
    [
      "TXT-05: a zero byte in the clientMutationId",
      () => ({ clientMutationId: "a\0" }),
      "BAD_USER_INPUT clientMutationId",
    ],
    ["a negative estimate", () => ({ estimate: -1 }), "BAD_USER_INPUT estimate"],
    ["a value of five decimals", () => ({ value: 0.00001 }), "BAD_USER_INPUT value"],
    [
      "days in the wrong order",
      () => ({ startDate: "2026-12-02", dueDate: "2026-12-01" }),
      "BAD_USER_INPUT startDate",
    ],
    ["a status of another unit", () => ({ status: calls.status("APP/To do") }), "BAD_USER_INPUT status"],
    ["an unknown status", () => ({ status: "999999" }), "NOT_FOUND"],
    ["an unknown person", () => ({ assignee: "nobody" }), "NOT_FOUND"],
    ["an unknown label", () => ({ labels: ["7777"] }), "BAD_USER_INPUT labels"],
    ["an unknown unit", () => ({ unit: "0" }), "NOT_FOUND"],
  ])("%s", async (_, wrong, expected) => {
    expect(await calls.refused("dev.head", "createIssue", draft("DEV", wrong()))).toBe(expected);
  });

  it("R1: an archived unit takes no new issue", async () => {
    const archive = (archived: boolean) =>
      runSql(test.database.connection, "update unit set archived = $2 where id = $1", [
        calls.unit("DESIGN"),
        archived,
      ]);
    await archive(true);
    expect(await calls.refused("design.head", "createIssue", draft("DESIGN"))).toBe("CONFLICT R1");
    await archive(false);
  });

  it("a label of another unit is as unknown as one that does not exist (PER-14)", async () => {
    const label = await calls.label("DESIGN", "secret");
    const asked = draft("DEV", { labels: [label] });
    expect(await calls.refused("dev.head", "createIssue", asked)).toBe("BAD_USER_INPUT labels");
  });
});
