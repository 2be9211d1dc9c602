import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../testing/events.js";
import { HandoffCalls } from "../../testing/handoff-calls.js";
import { IssueCalls } from "../../testing/issue-calls.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";
import { UndoCalls } from "../../testing/undo-calls.js";

let test: TestServer;
let issues: IssueCalls;
let calls: UndoCalls;
let handoffs: HandoffCalls;
beforeAll(async () => {
  test = await startTestServer();
  issues = new IssueCalls(test);
  calls = new UndoCalls(issues);
  handoffs = new HandoffCalls(test);
});
afterAll(() => test.stop());

const status = (name: string, unit = "DEV") => issues.status(`${unit}/${name}`);
async function made(name = "To do", unit = "DEV", by = "boss"): Promise<string> {
  return (await issues.create(by, unit, { status: status(name, unit) })).id;
}
async function edited(login: string, id: string, input: Record<string, unknown>): Promise<string> {
  const issue = await issues.read(login, id);
  return (await issues.update(login, { id, revision: issue?.revision ?? 0 }, input)).lastEvent;
}
const moved = async (login: string, id: string, name: string) =>
  (await issues.move(login, id, { status: status(name) })).lastEvent;

describe("I6, R10: who may undo", () => {
  it("PER-14: an event of another department is not there", async () => {
    const id = await made();
    const event = await moved("dev.head", id, "In progress");
    for (const one of [event, "99999999", "no id", "", "\0"]) {
      expect(await calls.refused("sales.head", one)).toBe("NOT_FOUND");
    }
  });

  it("R2: nor for who made it and whose right has just ended", async () => {
    const id = await made();
    let event = "";
    await issues.whileMember("outsider", "DEVELOPER", "DEV", async () => {
      event = await moved("outsider", id, "In progress");
    });
    expect(await calls.refused("outsider", event)).toBe("NOT_FOUND");
  });

  it("I6: the right is asked now: who sees it still, and may no more", async () => {
    const id = await made();
    let event = "";
    await issues.whileMember("analyst", "MANAGER", "DEV", async () => {
      event = await edited("analyst", id, { title: "Other" });
    });
    expect(await calls.refused("analyst", event)).toMatch(/^FORBIDDEN R10/);
    const issue = await issues.read("boss", id);
    expect(issue?.title).toBe("Other");
  });

  it("I6: what another person did is not theirs, whatever their rights", async () => {
    const id = await made();
    const event = await moved("dev.head", id, "In progress");
    for (const login of ["dev.dev1", "boss", "prod.head"]) {
      expect(await calls.refused(login, event)).toBe("FORBIDDEN I6 undo.notYours");
    }
  });

  it("PER-05: an event of which one reads nothing is not there", async () => {
    const id = (await issues.create("design.dev1", "DESIGN", { estimate: 1 })).id;
    const event = await edited("design.head", id, { estimate: 2 });
    expect(await calls.refused("analyst", event)).toBe("FORBIDDEN I6 undo.notYours");
    await issues.whileMember("outsider", "DEVELOPER", "DESIGN", async () => {
      await issues.take("outsider", id);
    });
    // FOLLOWER: sees the issue, reads no estimate.
    expect(await issues.read("outsider", id)).not.toBeNull();
    expect(await calls.refused("outsider", event)).toBe("NOT_FOUND");
  });

  it("the conventions: a repeat acts once, and answers with what it wrote; another input is a conflict", async () => {
    const id = await made();
    const event = await moved("dev.head", id, "In progress");
    const ask = () => calls.ask("dev.head", event, "once-1");
    const first = dataOf(await ask()).undo;
    const second = dataOf(await ask()).undo;
    expect(second.id).toBe(first.id);
    expect(first).toMatchObject({ kind: "ISSUE_UNDONE", undoes: event, clientMutationId: "once-1" });
    const other = await calls.ask("dev.head", first.id, "once-1");
    expect(other.errors?.[0]?.extensions.code).toBe("CONFLICT");
  });
});

type Act = (id: string) => Promise<unknown>;

describe("A11-06: each kind goes there and back and there again, the record equal to before", () => {
  const KINDS: readonly [string, string, string, Act][] = [
    ["an edit of every field", "dev.head", "To do", (id) => everyField(id)],
    [
      "a move with a place",
      "dev.dev1",
      "To do",
      (id) => issues.move("dev.dev1", id, { status: status("Review") }),
    ],
    ["a move to resolved", "dev.dev1", "To do", (id) => moved("dev.dev1", id, "Resolved")],
    ["a move out of resolved", "dev.dev1", "Resolved", (id) => moved("dev.dev1", id, "In progress")],
    [
      "a move with fields",
      "dev.head",
      "To do",
      (id) => issues.move("dev.head", id, { status: status("Review"), fields: { title: "Moved along" } }),
    ],
    ["a new place", "dev.dev1", "To do", (id) => issues.move("dev.dev1", id, {})],
    ["an assignment", "dev.head", "To do", (id) => issues.assign("dev.head", id, "dev.dev1")],
    ["a taking", "dev.dev2", "To do", (id) => issues.take("dev.dev2", id)],
    ["a closing", "boss", "Resolved", (id) => issues.done("boss", "closeIssues", { ids: [id] })],
    ["a closing by a drag", "boss", "Review", (id) => moved("boss", id, "Closed")],
    [
      "a return",
      "boss",
      "Resolved",
      (id) => issues.done("boss", "returnIssues", { ids: [id], reason: "No" }),
    ],
    ["a reopening", "boss", "Closed", (id) => issues.done("boss", "reopenIssue", { id, reason: "No" })],
    [
      "a cancelling",
      "dev.head",
      "To do",
      (id) => issues.done("dev.head", "cancelIssue", { id, reason: "No" }),
    ],
    [
      "a cancelling of what was done",
      "dev.head",
      "Resolved",
      (id) => issues.done("dev.head", "cancelIssue", { id, reason: "No" }),
    ],
    [
      "a merge",
      "dev.head",
      "To do",
      async (id) => issues.done("dev.head", "mergeIssues", { from: id, into: await made() }),
    ],
    ["an archiving", "boss", "Closed", (id) => issues.done("boss", "archiveIssue", { id })],
    [
      "a relation",
      "dev.head",
      "To do",
      async (id) =>
        issues.done("dev.head", "relateIssues", { from: id, to: await made(), type: "BLOCKED_BY" }),
    ],
    [
      "a relation with a delay",
      "dev.head",
      "To do",
      async (id) =>
        issues.done("dev.head", "relateIssues", {
          from: id,
          to: await made(),
          type: "FOLLOWS",
          delayDays: 3,
        }),
    ],
    [
      "an unrelating",
      "dev.head",
      "To do",
      (relation) => issues.done("dev.head", "unrelateIssues", { relation }),
    ],
  ];

  async function everyField(id: string): Promise<unknown> {
    const [parent, label] = [await made(), await issues.label("DEV", `label of ${id}`)];
    const dates = { startDate: "2026-11-01", dueDate: "2026-11-30" };
    const figures = { estimate: 3.5, value: 8 };
    const words = { title: "Other", description: "Said **so**", type: "BUG", priority: "URGENT" };
    return edited("dev.head", id, { ...words, ...figures, ...dates, parent, addLabels: [label] });
  }

  /** @returns the id of a relation that it is given */
  async function related(id: string): Promise<string> {
    await issues.done("dev.head", "relateIssues", { from: id, to: await made(), type: "RELATES" });
    const ask = "query($id: ID!) { issue(id: $id) { relations { id } } }";
    const answer = await test.as("dev.head")<{ issue: { relations: { id: string }[] } }>(ask, { id });
    return dataOf(answer).issue.relations[0]?.id ?? "";
  }

  it.each(KINDS)("%s by %s, of what is %s", async (what, login, start, act) => {
    const id = await made(start);
    const prepared = what === "an unrelating" ? await related(id) : id;
    const before = await calls.state(id);
    const event = await calls.after(id, () => act(prepared));
    const after = await calls.state(id);
    expect(after).not.toEqual(before);
    const undone = await calls.undo(login, event);
    expect(undone).toMatchObject({ kind: "ISSUE_UNDONE", undoes: event, issue: { id }, undoable: true });
    expect(await calls.state(id)).toEqual(before);
    const again = await calls.undo(login, undone.id);
    expect(again).toMatchObject({ kind: "ISSUE_UNDONE", undoes: undone.id, undoable: true });
    expect(await calls.state(id)).toEqual(after);
    await calls.undo(login, again.id);
    expect(await calls.state(id)).toEqual(before);
  });

  it("a comment's words, told as what they are: an edit of a comment", async () => {
    const id = await made();
    const comment = await issues.comment("dev.dev1", id, "First");
    const event = await calls.after(id, () =>
      issues.done("dev.dev1", "updateComment", { id: comment.id, body: "Second" }),
    );
    const undone = await calls.undo("dev.dev1", event);
    expect(undone).toMatchObject({
      kind: "COMMENT_EDITED",
      undoes: event,
      changes: [{ field: "body", before: "Second", after: "First" }],
    });
    const again = await calls.undo("dev.dev1", undone.id);
    expect(again.changes).toEqual([{ field: "body", before: "First", after: "Second" }]);
  });

  it("H2: a pending hand-off is withdrawn, and is begun anew rather than brought back", async () => {
    const id = await made();
    const before = await calls.state(id);
    const event = await calls.after(id, () => handoffs.start("dev.dev1", id, "DESIGN"));
    const undone = await calls.undo("dev.dev1", event);
    expect(undone).toMatchObject({ kind: "HANDOFF_WITHDRAWN", undoes: event, undoable: false });
    expect(await calls.state(id)).toEqual(before);
    expect(await calls.refused("dev.dev1", event)).toBe("CONFLICT I6 undo.alreadyUndone");
    expect(await calls.refused("dev.dev1", undone.id)).toBe("CONFLICT I6 undo.withdrawn");
  });

  it("R6: a REPORTER who began work by mistake brings it back, though they could not move it there", async () => {
    const id = await made();
    await issues.assign("dev.head", id, "dev.rep1");
    const event = await moved("dev.rep1", id, "In progress");
    expect(await issues.refused("dev.rep1", "moveIssue", { id, status: status("To do") })).toBe(
      "FORBIDDEN R6",
    );
    const undone = await calls.undo("dev.rep1", event);
    expect((await issues.read("dev.rep1", id))?.status.name).toBe("To do");
    await calls.undo("dev.rep1", undone.id);
    expect((await issues.read("dev.rep1", id))?.status.name).toBe("In progress");
  });
});

describe("I6: what cannot be undone says so", () => {
  it("a creation, what was said, what was answered, and what is of the organisation", async () => {
    const created = await issues.create("dev.head", "DEV");
    expect(await calls.refused("dev.head", created.lastEvent)).toBe("CONFLICT I6 undo.created");
    const said = await calls.after(created.id, () => issues.comment("dev.head", created.id, "Well"));
    expect(await calls.refused("dev.head", said)).toBe("CONFLICT I6 undo.saidStays");
    const [label] = await eventsOf(test, () =>
      test.as("dev.head")('mutation($unit: ID!) { createLabel(unit: $unit, name: "organised") { id } }', {
        unit: issues.unit("DEV"),
      }),
    );
    expect(label?.kind).toBe("LABEL_CREATED");
    expect(await calls.refused("dev.head", label?.operation ?? "")).toBe("CONFLICT I6 undo.notOffered");
  });

  it("H4: a completed hand-off is handed back instead, and so says its every event", async () => {
    const id = await made();
    const pending = await handoffs.start("dev.head", id, "DESIGN");
    const events = await eventsOf(test, () => handoffs.accept("design.head", pending));
    expect(events.map(({ kind }) => kind)).toContain("ISSUE_HANDED_OFF");
    expect(await calls.refused("design.head", events[0]?.operation ?? "")).toBe("CONFLICT I6 undo.handedOff");
  });

  it("L2: closing and reopening are undone by a boss alone, who is one now", async () => {
    const [closed, reopened] = [await made("Resolved"), await made("Closed")];
    const events: string[] = [];
    await issues.whileMember("prod.head", "MANAGER", "DEMO", async () => {
      events.push(
        await calls.after(closed, () => issues.done("prod.head", "closeIssues", { ids: [closed] })),
      );
      events.push(
        await calls.after(reopened, () =>
          issues.done("prod.head", "reopenIssue", { id: reopened, reason: "No" }),
        ),
      );
    });
    expect(await calls.refused("prod.head", events[0] ?? "")).toBe("LAW L2 issue.onlyBossReopens");
    expect(await calls.refused("prod.head", events[1] ?? "")).toBe("LAW L2 issue.onlyBossCloses");
    expect(await calls.refused("boss", events[0] ?? "")).toBe("FORBIDDEN I6 undo.notYours");
  });
});
