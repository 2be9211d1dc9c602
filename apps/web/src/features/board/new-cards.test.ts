import { describe, expect, test, vi } from "vitest";
import * as live from "../../lib/live";
import type { BoardSession } from "./board-session";
import { cardAnswer, FakeBoard, held, refusedWith, UNIT } from "./testing/board-fixture";
import { column, pass, startedOn, statuses, installBoardTime } from "./testing/session-harness";

vi.mock("../../lib/live", () => ({ subscribeLive: vi.fn() }));

installBoardTime();

const started = (board: FakeBoard) => startedOn(board, live);

describe("quick create", () => {
  const create = (session: BoardSession, title: string) => {
    const status = statuses.get("s1");
    if (!status) throw new Error("no status");
    return session.newCards.create(column(session, "s1"), UNIT.id, status, title);
  };
  const answer = (board: FakeBoard, title: string) => {
    board.add({ id: "50", title, rank: "a", revision: 1, lastEvent: "150" });
    return { createIssue: cardAnswer(board.card("50")) };
  };

  test("the card is there at once and gives way to the numbered one, whichever of answer and event comes first", async () => {
    for (const isEventFirst of [true, false]) {
      const board = new FakeBoard([2]);
      const session = await started(board);
      const sent = held();
      let key = "";
      board.answers["CreateCard"] = ({ input }) => {
        key = (input as { clientMutationId: string }).clientMutationId;
        return sent.promise;
      };
      const result = create(session, "Fresh");
      expect(session.base.order.column("s1")).toHaveLength(3);
      await pass();
      const data = answer(board, "Fresh");
      const event = { id: "150", kind: "ISSUE_CREATED", clientMutationId: key, actor: null, changes: [] };
      if (isEventFirst) board.tell({ issueId: "50", event, issue: data.createIssue });
      await pass();
      if (isEventFirst) expect(session.base.order.column("s1")).toEqual(["50", "1", "2"]);
      sent.give(data);
      await expect(result).resolves.toBeNull();
      expect(session.base.order.column("s1")).toEqual(["50", "1", "2"]);
      expect(session.base.figures.get("s1").count).toBe(3);
    }
  });

  test("a refusal takes the card away and answers with the reason", async () => {
    const board = new FakeBoard([2]);
    const session = await started(board);
    const refusal = { field: "title", message: { key: "text.required", params: {} } };
    board.answers["CreateCard"] = () => refusedWith("BAD_USER_INPUT", refusal);
    await expect(create(session, "x")).resolves.toBe("This cannot be left empty.");
    expect(session.base.order.column("s1")).toEqual(["1", "2"]);
  });

  test("the same title after a lost answer goes under the same key, so that it is one issue", async () => {
    const board = new FakeBoard([2]);
    const session = await started(board);
    board.answers["CreateCard"] = () => Promise.reject(new TypeError("fetch failed"));
    await create(session, "Once");
    board.answers["CreateCard"] = () => answer(board, "Once");
    await create(session, "Once");
    await create(session, "Another");
    const keys = board
      .asked("CreateCard")
      .map(({ variables }) => (variables["input"] as Record<string, string>)["clientMutationId"]);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });
});
