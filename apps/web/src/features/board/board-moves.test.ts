import { describe, expect, test, vi } from "vitest";
import { reportFault, reportRepaired } from "../../lib/connection";
import * as live from "../../lib/live";
import { toasts } from "../../ui/toast-store";
import { readCard } from "./board-client";
import { cardAnswer, FakeBoard, held, refusedWith, STATUSES } from "./testing/board-fixture";
import { column, pass, startedOn, top, installBoardTime } from "./testing/session-harness";

vi.mock("../../lib/live", () => ({ subscribeLive: vi.fn() }));

installBoardTime();

const started = (board: FakeBoard) => startedOn(board, live);

describe("own moves", () => {
  test("the card stands at its new place at once, and is sent in the next task with its neighbours and its key", async () => {
    const board = new FakeBoard([3, 2]);
    const session = await started(board);
    board.answers["MoveIssue"] = () => held().promise;
    session.moves.move({ cardId: "1", column: column(session, "s2"), anchors: { after: "4", before: "5" } });
    expect(session.base.order.column("s2")).toEqual(["4", "1", "5"]);
    expect(readCard(board.client.cache, "1")?.status.name).toBe("To do");
    expect(session.base.figures.get("s2").count).toBe(3);
    expect(board.asked("MoveIssue")).toEqual([]);
    await pass();
    expect(board.asked("MoveIssue")[0]?.variables).toMatchObject({
      id: "1",
      status: "s2",
      after: "4",
      before: "5",
      revision: 1,
    });
  });

  test("within a column neither status nor revision are sent: two moves there both stand (I4)", async () => {
    const board = new FakeBoard([3]);
    const session = await started(board);
    board.answers["MoveIssue"] = () => held().promise;
    session.moves.move({ cardId: "3", column: column(session, "s1"), anchors: top });
    await pass();
    const { variables } = board.asked("MoveIssue")[0] ?? { variables: {} };
    expect(variables).not.toHaveProperty("status");
    expect(variables).not.toHaveProperty("revision");
  });

  test("the own echo changes nothing, whichever of answer and event comes first", async () => {
    for (const isEchoFirst of [true, false]) {
      const board = new FakeBoard([3, 2]);
      const session = await started(board);
      const answer = held();
      board.answers["MoveIssue"] = () => answer.promise;
      session.moves.move({ cardId: "1", column: column(session, "s2"), anchors: top });
      await pass();
      const echo = board.change("1", { statusId: "s2", rank: "a" });
      const moved = { moveIssue: cardAnswer(board.card("1")) };
      const changed = vi.fn();
      for (const { id } of STATUSES) session.base.order.subscribe(id, changed);
      if (isEchoFirst) board.tell(echo);
      await pass();
      answer.give(moved);
      await pass();
      if (!isEchoFirst) board.tell(echo);
      await pass();
      expect(changed).not.toHaveBeenCalled();
      expect(session.base.order.column("s2")).toEqual(["1", "4", "5"]);
      expect(session.base.figures.get("s2").count).toBe(3);
    }
  });

  test("L2: a refused card goes back with the reason, outlined", async () => {
    const board = new FakeBoard([3, 2]);
    const session = await started(board);
    const refusal = { rule: "L2", message: { key: "issue.onlyBossCloses", params: {} } };
    board.answers["MoveIssue"] = () => refusedWith("LAW", refusal);
    session.moves.move({ cardId: "1", column: column(session, "s5"), anchors: top });
    expect(session.base.order.columnOf("1")).toBe("s5");
    await pass();
    expect(session.base.order.column("s1")).toEqual(["1", "2", "3"]);
    expect(readCard(board.client.cache, "1")?.status.name).toBe("Backlog");
    expect(session.marks.get("1").isRefused).toBe(true);
    expect(toasts.get().map(({ text }) => text)).toEqual([
      "DEV-1 was not moved. Only the boss closes issues.",
    ]);
    await pass(2_100);
    expect(session.marks.get("1").isRefused).toBe(false);
  });

  test("I5: somebody moved the card since it was lifted: it goes where it is, and the viewer may insist", async () => {
    const board = new FakeBoard([3, 2]);
    const session = await started(board);
    const conflict = { field: "status", base: "s1", yours: "s2", theirs: "s3" };
    board.answers["MoveIssue"] = () => refusedWith("CONFLICT", { field: "status", conflicts: [conflict] });
    session.moves.move({ cardId: "1", column: column(session, "s2"), anchors: top, revision: 1 });
    board.tell(board.change("1", { statusId: "s3" }));
    await pass();
    expect(session.base.order.columnOf("1")).toBe("s3");
    const [toast] = toasts.get();
    expect(toast?.action?.label).toBe("Move to To do anyway");
    board.answers["MoveIssue"] = () => held().promise;
    toast?.action?.run();
    await pass();
    expect(session.base.order.columnOf("1")).toBe("s2");
    expect(board.asked("MoveIssue").at(-1)?.variables).not.toHaveProperty("revision");
  });

  test("CON-07: answers that take 3 s: there and straight back ends with the last wish, without a jump", async () => {
    const board = new FakeBoard([3, 2]);
    const session = await started(board);
    const answers = [held(), held()];
    let sent = 0;
    board.answers["MoveIssue"] = () => answers[sent++]?.promise ?? {};
    session.moves.move({ cardId: "1", column: column(session, "s2"), anchors: top });
    await pass(500);
    session.moves.move({ cardId: "1", column: column(session, "s1"), anchors: top });
    const seen: (string | null)[] = [];
    session.base.order.subscribeAny(() => seen.push(session.base.order.columnOf("1")));
    const shown = () => readCard(board.client.cache, "1")?.status.name;
    await pass(3_000);
    board.change("1", { statusId: "s2", rank: "a" });
    answers[0]?.give({ moveIssue: cardAnswer(board.card("1")) });
    await pass();
    expect(shown()).toBe("Backlog");
    expect(board.asked("MoveIssue").at(-1)?.variables).toMatchObject({ status: "s1", revision: 2 });
    await pass(3_000);
    board.change("1", { statusId: "s1", rank: "a" });
    answers[1]?.give({ moveIssue: cardAnswer(board.card("1")) });
    await pass();
    expect(seen).toEqual([]);
    expect(session.base.order.column("s1")).toEqual(["1", "2", "3"]);
    expect(shown()).toBe("Backlog");
  });

  test("no connection: the move stays and waits, and is sent again under its key when the line is back", async () => {
    const board = new FakeBoard([3, 2]);
    const session = await started(board);
    board.answers["MoveIssue"] = () => Promise.reject(new TypeError("fetch failed"));
    reportFault("http");
    session.moves.move({ cardId: "1", column: column(session, "s2"), anchors: top });
    session.moves.move({ cardId: "2", column: column(session, "s2"), anchors: top });
    await pass();
    expect(session.base.order.column("s2")).toEqual(["2", "1", "4", "5"]);
    expect(session.marks.get("1").isWaiting).toBe(true);
    expect(toasts.get().some(({ tone }) => tone === "bad")).toBe(false);
    board.answers["MoveIssue"] = ({ id, status }) => {
      board.change(String(id), { statusId: String(status), rank: id === "1" ? "b" : "a" });
      return { moveIssue: cardAnswer(board.card(String(id))) };
    };
    reportRepaired("http");
    await pass();
    await pass();
    const calls = board.asked("MoveIssue").map(({ variables }) => variables);
    expect(calls.map(({ id }) => id)).toEqual(["1", "1", "2"]);
    expect(calls[0]?.["key"]).toBe(calls[1]?.["key"]);
    expect(session.base.order.column("s2")).toEqual(["2", "1", "4", "5"]);
    expect(session.marks.get("1").isWaiting).toBe(false);
  });

  test("a reload in the middle of a move does not put the card back", async () => {
    const board = new FakeBoard([3, 2]);
    const session = await started(board);
    board.answers["MoveIssue"] = () => held().promise;
    session.moves.move({ cardId: "1", column: column(session, "s2"), anchors: top });
    session.start();
    await pass();
    expect(session.base.order.columnOf("1")).toBe("s2");
  });
});
