import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../../testing/events.js";
import { IssueCalls, outcome, type AnsweredIssue } from "../../../testing/issue-calls.js";
import { runSql } from "../../../testing/sql.js";
import { startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

type Variables = Record<string, unknown>;
const edit = (issue: { id: string; revision: number }, input: Variables) => ({
  id: issue.id,
  revision: issue.revision,
  input,
});

async function conflictOf(login: string, issue: AnsweredIssue, input: Variables) {
  const answer = await calls.ask(login, "updateIssue", edit(issue, input));
  const { code, rule, current, conflicts } = answer.errors?.[0]?.extensions ?? { code: "OK" };
  return { code, rule, current, conflicts };
}

describe("updateIssue: who may (R5, R10)", () => {
  it("PER-14: an issue of another department is not found, as one that does not exist or is no id", async () => {
    const foreign = await calls.create("dev.head", "DEV");
    for (const id of [foreign.id, "999999", "no id", "-1", "9223372036854775808"]) {
      const asked = edit({ id, revision: 1 }, { title: "Mine" });
      expect(await calls.refused("design.head", "updateIssue", asked)).toBe("NOT_FOUND");
    }
  });

  it("R2: who has just ceased to be a manager edits nothing", async () => {
    const issue = await calls.create("dev.head", "DEV");
    await calls.whileMember("outsider", "MANAGER", "DEV", () =>
      calls.update("outsider", issue, { title: "Mine" }),
    );
    const asked = edit({ id: issue.id, revision: 2 }, { title: "Still mine" });
    expect(await calls.refused("outsider", "updateIssue", asked)).toBe("NOT_FOUND");
  });

  it.each<[string, Variables, string]>([
    ["dev.dev1", { title: "New" }, "FORBIDDEN R5 title"],
    ["dev.dev1", { estimate: 3 }, "FORBIDDEN R5 estimate"],
    ["dev.dev1", { addLabels: [] }, "FORBIDDEN R5 labels"],
    ["dev.dev1", {}, "FORBIDDEN R5 title"],
    ["dev.rep1", { title: "New" }, "FORBIDDEN R10 title"],
    ["dev.rep1", {}, "FORBIDDEN R10 title"],
    ["analyst", { dueDate: null }, "FORBIDDEN R10 dueDate"],
    ["sales.head", { title: "New" }, "NOT_FOUND"],
    ["admin", { title: "New" }, "NOT_FOUND"],
    ["outsider", { title: "New" }, "NOT_FOUND"],
  ])("R5, R10: %s does not edit %o: %s", async (login, input, expected) => {
    // Held by a reporter, so that they see it.
    const issue = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    expect(await calls.refused(login, "updateIssue", edit(issue, input))).toBe(expected);
  });

  it("R5: a developer does not edit even what they wrote; R8: neither does who once held it", async () => {
    const own = await calls.create("dev.dev1", "DEV", { assignee: calls.person("dev.dev1") });
    expect(await calls.refused("dev.dev1", "updateIssue", edit(own, { title: "New" }))).toBe(
      "FORBIDDEN R5 title",
    );
    const held = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    const passed = await calls.assign("dev.head", held.id, null);
    expect(await calls.refused("dev.rep1", "updateIssue", edit(passed, { title: "New" }))).toBe(
      "FORBIDDEN R10 title",
    );
  });

  it.each(["dev.head", "prod.head", "boss"])("R3: %s edits issues of DEV", async (login) => {
    const issue = await calls.create("dev.dev1", "DEV");
    expect((await calls.update(login, issue, { title: login })).title).toBe(login);
  });

  it("L5: an archived issue stays as it is", async () => {
    const issue = await calls.create("dev.head", "DEV");
    const archive = "update issue set archived = true where id = $1";
    await runSql(test.database.connection, archive, [issue.id]);
    expect(await calls.refused("dev.head", "updateIssue", edit(issue, { title: "New" }))).toBe("CONFLICT L5");
  });
});

describe("updateIssue: what becomes of it", () => {
  it("only what is present changes; null clears", async () => {
    const full = {
      description: "Old",
      estimate: 3,
      value: 7,
      startDate: "2026-11-01",
      dueDate: "2026-12-01",
    };
    const parent = await calls.create("dev.head", "DEV");
    const issue = await calls.create("dev.head", "DEV", { ...full, parent: parent.id });
    const same = await calls.update("dev.head", issue, { title: "New", type: "STORY", priority: "LOW" });
    expect(same).toMatchObject({
      ...full,
      title: "New",
      type: "STORY",
      priority: "LOW",
      parent: { id: parent.id },
    });
    const nothing = {
      description: null,
      estimate: null,
      value: null,
      startDate: null,
      dueDate: null,
      parent: null,
    };
    expect(await calls.update("dev.head", same, nothing)).toMatchObject({ ...nothing, title: "New" });
    const emptied = await calls.update("dev.head", { ...same, revision: 3 }, { description: "" });
    expect(emptied).toMatchObject({ description: null, revision: 3 });
  });

  it("L4, I5: one event with what differs, who, and before and after; the revision grows by one with it", async () => {
    const label = await calls.label("DEV", "valve");
    const issue = await calls.create("dev.head", "DEV", { estimate: 3 });
    let edited = issue;
    const events = await eventsOf(test, async () => {
      const input = { title: "Something to do", estimate: 5, dueDate: "2026-12-01", addLabels: [label] };
      edited = await calls.update("dev.head", issue, input);
    });
    expect(events).toMatchObject([
      {
        ...{ kind: "ISSUE_EDITED", entity: "issue", entityId: issue.id, actorId: calls.person("dev.head") },
        changes: [
          { field: "labels", before: [], after: [label] },
          { field: "estimate", before: 3, after: 5 },
          { field: "dueDate", before: null, after: "2026-12-01" },
        ],
      },
    ]);
    expect(edited.revision).toBe(issue.revision + 1);
    expect(BigInt(edited.lastEvent)).toBeGreaterThan(BigInt(issue.lastEvent));
    expect(edited.updatedAt >= issue.updatedAt).toBe(true);
  });

  it("L4: an edit that changes nothing leaves no event", async () => {
    const issue = await calls.create("dev.head", "DEV", { estimate: 3 });
    let after = issue;
    const same = { title: issue.title, estimate: 3, description: null, labels: [] };
    const events = await eventsOf(test, async () => {
      after = await calls.update("dev.head", issue, same);
    });
    expect(events).toEqual([]);
    expect(after).toEqual(issue);
  });
});

describe("updateIssue: two people (I5)", () => {
  it("CON-01: edits of different fields from the same revision merge", async () => {
    const issue = await calls.create("dev.head", "DEV");
    await calls.update("dev.head", issue, { title: "By A" });
    const both = await calls.update("prod.head", issue, { description: "By B" });
    expect(both).toMatchObject({ title: "By A", description: "By B", revision: 3 });
  });

  it("CON-01: of the same field, the second gets all three values and the present record, and changes nothing", async () => {
    const issue = await calls.create("dev.head", "DEV", { title: "Base", estimate: 1 });
    await calls.update("dev.head", issue, { title: "Theirs", estimate: 2 });
    expect(await conflictOf("prod.head", issue, { title: "Yours", estimate: 2, value: 9 })).toEqual({
      ...{ code: "CONFLICT", rule: "I5" },
      current: expect.objectContaining({ revision: 2, title: "Theirs", estimate: 2, value: null }) as unknown,
      conflicts: [{ field: "title", base: "Base", yours: "Yours", theirs: "Theirs" }],
    });
    expect(await calls.refused("prod.head", "updateIssue", edit(issue, { title: "Yours" }))).toBe(
      "CONFLICT I5",
    );
  });

  it("I5: the base is what stood there, whatever happened since: several edits, a comment, a move and back", async () => {
    const issue = await calls.create("dev.head", "DEV", { title: "One", value: 1 });
    await calls.update("dev.head", issue, { title: "Two" });
    await calls.comment("dev.dev1", issue.id, "Why?");
    await calls.update("dev.head", { id: issue.id, revision: 3 }, { title: "Three", value: 2 });
    await calls.move("dev.dev1", issue.id, { status: calls.status("DEV/Review") });
    const stale = await conflictOf("prod.head", issue, { title: "Mine" });
    expect(stale.conflicts).toEqual([{ field: "title", base: "One", yours: "Mine", theirs: "Three" }]);
    const later = await conflictOf("prod.head", { ...issue, revision: 3 }, { title: "Mine" });
    expect(later.conflicts).toEqual([{ field: "title", base: "Two", yours: "Mine", theirs: "Three" }]);
    await calls.update("dev.head", { id: issue.id, revision: 5 }, { title: "One" });
    const changedBack = await calls.update("prod.head", issue, { title: "Mine" });
    expect(changedBack).toMatchObject({ title: "Mine", value: 2, revision: 7 });
  });

  it("CON-05: labels that two people add and take away at once are merged; a whole set can conflict", async () => {
    const [a, b, c] = [
      await calls.label("DEV", "a"),
      await calls.label("DEV", "b"),
      await calls.label("DEV", "c"),
    ];
    const issue = await calls.create("dev.head", "DEV", { labels: [a] });
    await calls.update("dev.head", issue, { addLabels: [b] });
    const merged = await calls.update("prod.head", issue, { addLabels: [c], removeLabels: [a] });
    expect(merged.labels?.map(({ id }) => id).sort()).toEqual([b, c].sort());
    const whole = await conflictOf("boss", issue, { labels: [a] });
    expect(whole.conflicts).toEqual([{ field: "labels", base: [a], yours: [a], theirs: [b, c].sort() }]);
    const both = edit(issue, { addLabels: [a], removeLabels: [a] });
    expect(await calls.refused("boss", "updateIssue", both)).toBe("BAD_USER_INPUT removeLabels");
  });

  it("CON-05: twenty labels added by two people at the same time are all there", async () => {
    const issue = await calls.create("dev.head", "DEV");
    const names = Array.from({ length: 20 }, (_, index) => `many ${String(index)}`);
    const labels: string[] = [];
    for (const name of names) labels.push(await calls.label("DEV", name));
    await Promise.all(
      labels.map((label, index) => {
        return calls.update(index % 2 === 0 ? "dev.head" : "prod.head", issue, { addLabels: [label] });
      }),
    );
    const after = await calls.read("dev.head", issue.id);
    expect(after?.labels?.map(({ id }) => id).sort()).toEqual(labels.sort());
    expect(after?.revision).toBe(21);
  });

  it.each([0, -1, 2, 2_000_000_000])("I5: %d is no revision of a new issue", async (revision) => {
    const issue = await calls.create("dev.head", "DEV");
    const asked = edit({ id: issue.id, revision }, { title: "New" });
    expect(await calls.refused("dev.head", "updateIssue", asked)).toBe("BAD_USER_INPUT revision");
  });

  it("R10: the id of a parent that is not seen is no value of a conflict", async () => {
    const foreign = await calls.create("sales.head", "SALES");
    const issue = await calls.create("dev.head", "DEV");
    await calls.update("boss", issue, { parent: foreign.id });
    const mine = await calls.create("dev.head", "DEV");
    const stale = await conflictOf("dev.head", issue, { parent: mine.id });
    expect(stale).toMatchObject({
      current: { parent: null },
      conflicts: [{ field: "parent", base: null, yours: mine.id, theirs: null }],
    });
    const seen = await conflictOf("boss", issue, { parent: mine.id });
    expect(seen.conflicts).toMatchObject([{ theirs: foreign.id }]);
  });
});

describe("updateIssue: wrong values", () => {
  it.each<[string, Variables, string]>([
    ["a title cleared", { title: null }, "BAD_USER_INPUT title"],
    ["a type cleared", { type: null }, "BAD_USER_INPUT type"],
    ["a priority cleared", { priority: null }, "BAD_USER_INPUT priority"],
    ["TXT-05: a zero byte", { description: "\0" }, "BAD_USER_INPUT description"],
    ["a text of 100,001 letters", { description: "x".repeat(100_001) }, "BAD_USER_INPUT description"],
    ["a negative value", { value: -0.5 }, "BAD_USER_INPUT value"],
    ["an unknown label", { addLabels: ["7777"] }, "BAD_USER_INPUT addLabels"],
    ["a parent that is no id", { parent: "x" }, "NOT_FOUND"],
  ])("%s", async (_, input, expected) => {
    const issue = await calls.create("dev.head", "DEV");
    expect(await calls.refused("dev.head", "updateIssue", edit(issue, input))).toBe(expected);
  });

  it("TXT-07: letters that turn the text around them are taken out; real Arabic and Hebrew stay", async () => {
    const issue = await calls.create("dev.head", "DEV");
    const edited = await calls.update("dev.head", issue, { title: "\u202Eשלום\u2066 عالم\u2069" });
    expect(edited.title).toBe("שלום عالم");
  });

  it("days that two edits bring into the wrong order are refused to the second", async () => {
    const issue = await calls.create("dev.head", "DEV", { dueDate: "2026-12-20" });
    await calls.update("dev.head", issue, { dueDate: "2026-12-01" });
    const asked = edit(issue, { startDate: "2026-12-10" });
    expect(await calls.refused("prod.head", "updateIssue", asked)).toBe("BAD_USER_INPUT startDate");
  });

  it("an unknown label that is only taken away is no fault", async () => {
    const issue = await calls.create("dev.head", "DEV");
    expect(outcome(await calls.ask("dev.head", "updateIssue", edit(issue, { removeLabels: ["7777"] })))).toBe(
      "OK",
    );
  });
});
