import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inChange } from "../../access/change.js";
import { HandoffCalls } from "../../testing/handoff-calls.js";
import { IssueCalls, outcome } from "../../testing/issue-calls.js";
import { actingAs } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";
import { UndoCalls } from "../../testing/undo-calls.js";

let test: TestServer;
let issues: IssueCalls;
let calls: UndoCalls;
beforeAll(async () => {
  test = await startTestServer();
  issues = new IssueCalls(test);
  calls = new UndoCalls(issues);
});
afterAll(() => test.stop());

const status = (name: string, unit = "DEV") => issues.status(`${unit}/${name}`);
async function made(name = "To do", unit = "DEV", more: Record<string, unknown> = {}): Promise<string> {
  return (await issues.create("boss", unit, { status: status(name, unit), ...more })).id;
}
async function edited(login: string, id: string, input: Record<string, unknown>): Promise<string> {
  const issue = await issues.read(login, id);
  return (await issues.update(login, { id, revision: issue?.revision ?? 0 }, input)).lastEvent;
}
const moved = async (login: string, id: string, name: string) =>
  (await issues.move(login, id, { status: status(name) })).lastEvent;
const current = async (login: string, event: string) =>
  (await calls.ask(login, event)).errors?.[0]?.extensions["current"];

const SINCE = "CONFLICT I6 undo.changedSince";

describe("I6: until something later builds on it", () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["title", { title: "Mine" }, { title: "Theirs" }],
    ["description", { description: "Mine" }, { description: "Theirs" }],
    ["priority", { priority: "HIGH" }, { priority: "URGENT" }],
    ["estimate", { estimate: 1 }, { estimate: 2 }],
    ["value", { value: 1 }, { value: 2 }],
    ["type", { type: "BUG" }, { type: "STORY" }],
    ["dueDate", { dueDate: "2026-12-01" }, { dueDate: "2026-12-02" }],
  ])("a later %s of another, told with who; another field builds on nothing", async (field, mine, theirs) => {
    const id = await made();
    const event = await edited("dev.head", id, mine);
    const other = field === "title" ? { value: 5 } : { title: "Another field" };
    await edited("prod.head", id, other);
    expect(
      await current("dev.head", await edited("dev.head", id, { startDate: "2026-11-01" })),
    ).toBeUndefined();
    const built = await edited("prod.head", id, theirs);
    expect(await calls.refused("dev.head", event)).toBe(SINCE);
    expect(await current("dev.head", event)).toMatchObject({
      issue: id,
      event: { id: built, kind: "ISSUE_EDITED" },
      by: { id: issues.person("prod.head"), name: "prod.head" },
      fields: [field],
    });
  });

  it("status and holder; ranks and comments build on nothing", async () => {
    const id = await made();
    const move = await moved("dev.head", id, "Review");
    const assigned = (await issues.assign("dev.head", id, "dev.dev1")).lastEvent;
    await issues.move("dev.dev1", id);
    await issues.comment("dev.dev1", id, "Well");
    const { undoable } = (await calls.history("dev.head", id)).find((event) => event.id === move) ?? {};
    expect(undoable).toBe(true);
    const later = await moved("dev.dev1", id, "In progress");
    expect(await calls.refused("dev.head", move)).toBe(SINCE);
    await calls.undo("dev.dev1", later);
    await calls.undo("dev.head", assigned);
    await calls.undo("dev.head", move);
    expect(await issues.read("dev.head", id)).toMatchObject({ status: { name: "To do" }, assignee: null });
  });

  it("I5: of labels and relations each one is by itself", async () => {
    const id = await made();
    const [a, b, c] = [
      await issues.label("DEV", `a${id}`),
      await issues.label("DEV", `b${id}`),
      await issues.label("DEV", `c${id}`),
    ];
    const event = await edited("dev.head", id, { addLabels: [a, b] });
    await edited("prod.head", id, { addLabels: [c] });
    const undone = await calls.undo("dev.head", event);
    expect((await issues.read("boss", id))?.labels?.map((label) => label.id)).toEqual([c]);
    await calls.undo("dev.head", undone.id);
    await edited("prod.head", id, { removeLabels: [a] });
    expect(await calls.refused("dev.head", event)).toBe(SINCE);
    const [one, two] = [await made(), await made()];
    const relate = (login: string, to: string) =>
      calls.after(id, () => issues.done(login, "relateIssues", { from: id, to, type: "BLOCKS" }));
    const related = await relate("dev.head", one);
    await relate("prod.head", two);
    await calls.undo("dev.head", related);
    expect(await calls.state(id)).toMatchObject({ relations: [{ from_id: id, to_id: two }] });
  });

  it("closed or handed off since, whatever was changed", async () => {
    const id = await made();
    const event = await edited("dev.head", id, { title: "Mine" });
    await issues.done("boss", "closeIssues", { ids: [id] });
    expect(await calls.refused("dev.head", event)).toBe("CONFLICT I6 undo.closedSince");
    const other = await made();
    const edit = await edited("dev.head", other, { title: "Mine" });
    const handoffs = new HandoffCalls(test);
    const pending = await handoffs.start("dev.head", other, "DESIGN");
    expect(await calls.refused("dev.head", edit)).toBe("CONFLICT H3 issue.inTransit");
    await handoffs.withdraw("dev.head", pending);
    // Into a unit of their own, so that they may act on its every step: it is there at once.
    await handoffs.start("dev.head", other, "APP");
    expect(await calls.refused("dev.head", edit)).toBe("CONFLICT I6 undo.handedOffSince");
  });

  it("R10: what the viewer reads nothing of stands in the way without a name", async () => {
    const id = await made("To do", "DEV");
    await issues.assign("dev.head", id, "dev.rep1");
    const hidden = await made("To do", "SALES");
    const event = await edited("dev.head", id, { parent: await made() });
    await edited("boss", id, { parent: hidden });
    await edited("boss", id, { parent: null });
    expect(await calls.refused("dev.head", event)).toBe(SINCE);
    expect(JSON.stringify(await calls.ask("dev.head", event))).not.toContain(`"${hidden}"`);
  });

  it("one act after another goes back, and forth again", async () => {
    const id = await made();
    const states = [await calls.state(id)];
    const events: string[] = [];
    for (const name of ["In progress", "Review", "Resolved"]) {
      events.push(await moved("dev.head", id, name));
      states.push(await calls.state(id));
    }
    const undone: string[] = [];
    for (const [index, event] of events.toReversed().entries()) {
      undone.push((await calls.undo("dev.head", event)).id);
      expect(await calls.state(id)).toEqual(states[2 - index]);
    }
    for (const [index, event] of undone.toReversed().entries()) {
      await calls.undo("dev.head", event);
      expect(await calls.state(id)).toEqual(states[index + 1]);
    }
    expect(await calls.refused("dev.head", undone[0] ?? "")).toBe("CONFLICT I6 undo.alreadyUndone");
  });

  it("I4: where another card has the place, directly below it", async () => {
    const [top, middle, low] = await issues.createColumn("dev.head", "DEV", "Review", 3);
    if (!top || !middle || !low) throw new Error("the column has three cards");
    const event = (await issues.move("dev.head", middle.id)).lastEvent;
    const column = async () => {
      const ids: readonly string[] = [top.id, middle.id, low.id];
      return (await issues.column("dev.head", "DEV", "Review")).filter((id) => ids.includes(id));
    };
    expect(await column()).toEqual([middle.id, top.id, low.id]);
    await giveRank(low.id, middle.rank ?? "");
    await calls.undo("dev.head", event);
    expect(await column()).toEqual([top.id, low.id, middle.id]);
  });
});

/** As a spreading does it: another rank, with its event. */
async function giveRank(id: string, rank: string): Promise<void> {
  await inChange(test.server.access, actingAs(test, "boss"), async ({ change }) => {
    const about = { entity: "issue", entityId: id, issueId: id, unitId: issues.unit("DEV") };
    const changes = [{ field: "rank", before: "", after: rank }];
    const event = change.record({ kind: "ISSUE_RANKED", ...about, changes });
    const update =
      "update issue set rank = $2, last_event = $3, updated_at = $4, revision = revision + 1 where id = $1";
    await change.rows(update, [id, rank, event, change.now]);
  });
}

describe("I6: what one action changed on many records is one undo", () => {
  it("whole, whichever of its events is named; sub-issues and the issue above them too (I1)", async () => {
    const parent = await made();
    const child = await made("To do", "DEV", { parent });
    const ids = [parent, child, await made()];
    const before = await Promise.all(ids.map((id) => calls.state(id)));
    await issues.done("dev.head", "moveIssues", { ids, status: status("Resolved") });
    const event = await calls.lastEvent(parent);
    const undone = await calls.undo("dev.head", await calls.lastEvent(ids[2] ?? ""));
    expect(await Promise.all(ids.map((id) => calls.state(id)))).toEqual(before);
    const log = await calls.history("dev.head", parent);
    expect(log[0]).toMatchObject({ operation: undone.operation, undoes: event });
    await calls.undo("dev.head", undone.id);
    expect(
      (await Promise.all(ids.map((id) => issues.read("boss", id)))).map((one) => one?.status.name),
    ).toEqual(["Resolved", "Resolved", "Resolved"]);
  });

  it("a comment that was made beside a closing stays", async () => {
    const ids = [await made("Resolved"), await made("Resolved")];
    await issues.done("boss", "closeIssues", { ids, comment: "Well done" });
    await calls.undo("boss", await calls.lastEvent(ids[0] ?? ""));
    for (const id of ids) {
      expect(await issues.read("boss", id)).toMatchObject({ status: { name: "Resolved" }, commentCount: 1 });
    }
  });

  it("or not at all: built on, out of sight or out of reach for one of them", async () => {
    const ids = [await made(), await made(), await made()];
    await issues.done("dev.head", "moveIssues", { ids, status: status("Review") });
    const event = await calls.lastEvent(ids[0] ?? "");
    const back = await moved("dev.dev1", ids[1] ?? "", "In progress");
    expect(await calls.refused("dev.head", event)).toBe(SINCE);
    expect((await calls.ask("dev.head", event)).errors?.[0]?.extensions["issues"]).toEqual([ids[1]]);
    await calls.undo("dev.dev1", back);
    const handoffs = new HandoffCalls(test);
    await handoffs.start("dev.head", ids[2] ?? "", "DESIGN");
    expect(await calls.refused("dev.head", event)).toBe("CONFLICT H3 issue.inTransit");
  });

  it("R10: or of which one is out of sight now", async () => {
    const ids = [await made(), await made("To do", "APP")];
    await issues.whileMember("outsider", "DEVELOPER", "DEV", async () => {
      await issues.whileMember("outsider", "DEVELOPER", "APP", () =>
        issues.done("outsider", "moveIssues", { ids }),
      );
      const [event] = await calls.history("outsider", ids[0] ?? "");
      expect(event).toMatchObject({ kind: "ISSUE_MOVED", undoable: false });
      expect(await calls.refused("outsider", event?.id ?? "")).toBe("NOT_FOUND");
    });
  });
});

describe("two at once", () => {
  it("two undos of one act, 200 rounds: exactly one acts", async () => {
    const id = await made();
    for (let round = 0; round < 200; round++) {
      const event = await moved("dev.head", id, "Review");
      const answers = await Promise.all([calls.ask("dev.head", event), calls.ask("dev.head", event)]);
      expect(answers.map(outcome).toSorted()).toEqual(["CONFLICT I6", "OK"]);
      expect((await issues.read("dev.head", id))?.status.name).toBe("To do");
    }
  }, 240_000);

  it("an undo and a move of another, 50 rounds: one after the other, and the state is that of the later", async () => {
    const id = await made();
    for (let round = 0; round < 50; round++) {
      await issues.move("dev.head", id, { status: status("To do") });
      const event = await moved("dev.head", id, "Review");
      const [undone, move] = await Promise.all([
        calls.ask("dev.head", event),
        issues.ask("dev.dev1", "moveIssue", { id, status: status("In progress") }),
      ]);
      expect(outcome(move)).toBe("OK");
      expect(["OK", "CONFLICT I6"]).toContain(outcome(undone));
      // Undone first, the move came after it; else the move was built on what was to be undone.
      expect((await issues.read("dev.head", id))?.status.name).toBe("In progress");
    }
  }, 120_000);
});
