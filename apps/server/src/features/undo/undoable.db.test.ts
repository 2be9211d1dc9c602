import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../testing/events.js";
import { IssueCalls } from "../../testing/issue-calls.js";
import { LiveClient } from "../../testing/live-client.js";
import { statementsOf } from "../../testing/statements.js";
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

describe("Event.undoable", () => {
  it("for who made it, while nothing is built on it; by one statement whatever their number", async () => {
    const id = await made();
    const event = await moved("dev.head", id, "Review");
    const of = async (login: string) =>
      (await calls.history(login, id)).find((one) => one.id === event)?.undoable;
    expect([await of("dev.head"), await of("boss"), await of("dev.dev1")]).toEqual([true, false, false]);
    const few = await statementsOf(test, () => calls.history("dev.head", id));
    for (let at = 0; at < 20; at++) await edited("dev.head", id, { title: `Title ${String(at)}` });
    const many = await statementsOf(test, () => calls.history("dev.head", id));
    expect(many.length).toBe(few.length);
    await calls.undo("dev.head", event);
    expect(await of("dev.head")).toBe(false);
  });

  it("I9: a board and an issue tell of an undo like of any other event; each viewer their own undoable", async () => {
    const id = await made();
    const event = await moved("dev.head", id, "Review");
    const document = `subscription($id: ID!) { issueChanged(id: $id) { event { id kind undoes undoable } issue { status { name } } } }`;
    const board = `subscription($unit: ID!) { boardChanged(unit: $unit) { event { id undoes undoable } issueId } }`;
    const [head, other] = [
      await LiveClient.connect(test.server.url, test.company.secrets["dev.head"]),
      await LiveClient.connect(test.server.url, test.company.secrets["dev.dev1"]),
    ];
    for (const client of [head, other]) {
      client.subscribe("issue", document, { id });
      client.subscribe("board", board, { unit: issues.unit("DEV") });
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    const undone = await calls.undo("dev.head", event);
    for (const [client, undoable] of [
      [head, true],
      [other, false],
    ] as const) {
      await client.until(() => client.of("issue").length > 0 && client.of("board").length > 0);
      const [told] = client.of("issue");
      expect(JSON.stringify(told)).toContain(
        JSON.stringify({ id: undone.id, kind: "ISSUE_UNDONE", undoes: event, undoable }),
      );
      expect(JSON.stringify(client.of("board")[0])).toContain(
        JSON.stringify({ id: undone.id, undoes: event, undoable }),
      );
      client.terminate();
    }
  });

  it("OPS-06, L4: an undo of many leaves one event a record, with what and which", async () => {
    const ids = [await made(), await made()];
    await issues.done("dev.head", "moveIssues", { ids, status: status("Review") });
    const last = await calls.lastEvent(ids[0] ?? "");
    const events = await eventsOf(test, () => calls.undo("dev.head", last));
    expect(events.map(({ kind, entityId }) => `${kind} ${entityId}`).toSorted()).toEqual(
      ids.map((id) => `ISSUE_UNDONE ${id}`).toSorted(),
    );
    expect(new Set(events.map(({ operation }) => operation)).size).toBe(1);
  });
});
