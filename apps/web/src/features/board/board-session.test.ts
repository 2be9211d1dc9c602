import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { reportFault, reportRepaired } from "../../lib/connection";
import * as live from "../../lib/live";
import { toasts } from "../../ui/toast-store";
import { readCard } from "./board-client";
import { BoardSession } from "./board-session";
import type { Column, ColumnStatus } from "./columns/column-model";
import {
  cardAnswer,
  FakeBoard,
  held,
  holdStream,
  refusedWith,
  STATUSES,
  UNIT,
} from "./testing/board-fixture";

vi.mock("../../lib/live", () => ({ subscribeLive: vi.fn() }));

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame", "performance"],
  });
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  toasts.set([]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const statuses = new Map(
  STATUSES.map((status) => [status.id, { ...status, unitId: UNIT.id } as unknown as ColumnStatus]),
);

/** Lets answers and timers up to a frame pass. */
async function pass(ms = 20): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

async function started(board: FakeBoard): Promise<BoardSession> {
  holdStream(board, live);
  const place = { unit: UNIT.id, under: false };
  const session = new BoardSession({ client: board.client, place, viewer: null, statuses });
  session.start();
  await pass();
  expect(session.view.get().state).toBe("ready");
  return session;
}

function column(session: BoardSession, id: string): Column {
  const found = session.column(id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
}

const top = { after: null, before: null };

describe("live", () => {
  test("200 events are one write to the cache and one change of the order", async () => {
    const board = new FakeBoard([100, 100]);
    const session = await started(board);
    const batch = vi.spyOn(board.client.cache, "batch");
    const change = vi.spyOn(session.base.order, "change");
    for (let id = 1; id <= 200; id += 1)
      board.tell(board.change(String(id), { title: `New ${id}` }, "ISSUE_EDITED"));
    expect(batch).not.toHaveBeenCalled();
    await pass();
    expect(batch).toHaveBeenCalledOnce();
    expect(change).toHaveBeenCalledOnce();
    expect(readCard(board.client.cache, "7")?.title).toBe("New 7");
  });

  test("LIV-08: after 300 random changes the board is what a fresh load shows", async () => {
    const board = new FakeBoard([30, 30, 30]);
    const session = await started(board);
    for (let round = 0; round < 300; round += 1) {
      const id = String(1 + ((round * 37) % 90));
      const rank = `m${String((round * 7919) % 100_000).padStart(5, "0")}x${round}`;
      board.tell(board.change(id, { statusId: `s${1 + (round % 4)}`, rank }));
      if (round % 17 === 0) await pass();
    }
    await pass(1_000);
    for (const { id } of STATUSES) expect(session.base.order.column(id)).toEqual(board.ids(id));
  });

  test("the stream is asked for from the last event seen, those that wait for their frame included", async () => {
    const board = new FakeBoard([3]);
    await started(board);
    board.tell(board.change("1", { title: "x" }, "ISSUE_EDITED"));
    expect(board.streamVariables?.()).toMatchObject({ since: "101" });
  });

  test("I9: too much has happened since: everything is read anew, without a blank, and followed again", async () => {
    const board = new FakeBoard([3, 3]);
    const session = await started(board);
    board.change("1", { statusId: "s2", rank: "a" });
    board.sink?.refused({ code: "CONFLICT", field: "since" });
    expect(session.view.get().state).toBe("ready");
    await pass();
    expect(session.base.order.column("s2")).toEqual(["1", "4", "5", "6"]);
    expect(board.streams).toBe(2);
    expect(board.streamVariables?.()).toMatchObject({ since: "101" });
  });

  test("R2: when the right ends, the board shows what is left and says so; it does not ask for the stream again", async () => {
    const board = new FakeBoard([3]);
    const session = await started(board);
    for (const card of board.cards.values()) card.rank = null;
    board.sink?.ended();
    await pass();
    expect(session.view.get().state).toBe("ended");
    expect(session.base.order.column("s1")).toEqual([]);
    expect(board.streams).toBe(1);
  });

  test("R2: a board that cannot be seen any more is gone", async () => {
    const board = new FakeBoard([3]);
    const session = await started(board);
    board.answers["Board"] = () => refusedWith("NOT_FOUND");
    board.sink?.refused({ code: "NOT_FOUND" });
    await pass();
    expect(session.view.get().state).toBe("missing");
  });

  test("I9, GONE: the card goes, and it is not asked for again", async () => {
    const board = new FakeBoard([3]);
    const session = await started(board);
    const gone = board.change("2", {}, "GONE");
    board.tell({ ...gone, issue: null });
    await pass();
    expect(session.base.order.column("s1")).toEqual(["1", "3"]);
    expect(session.base.figures.get("s1").count).toBe(2);
  });

  test("where a place can only be guessed, the order is read anew, once for a storm of events", async () => {
    const board = new FakeBoard([50]);
    board.firstCards = 5;
    const session = await started(board);
    for (const id of ["1", "2", "3"]) board.tell(board.change(id, { rank: `m00030x${id}` }));
    await pass(1_000);
    expect(board.asked("BoardOrder")).toHaveLength(1);
    expect(session.base.order.column("s1")).toEqual(board.ids("s1"));
  });
});

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

test("cards near the viewport are asked for in one request and shown", async () => {
  const board = new FakeBoard([40]);
  board.firstCards = 5;
  const session = await started(board);
  expect(readCard(board.client.cache, "20")).toBeNull();
  session.loader.want(["20", "21"]);
  await pass(60);
  expect(board.asked("Cards").map(({ variables }) => variables["ids"])).toEqual([["20", "21"]]);
  expect(readCard(board.client.cache, "20")?.title).toBe("Title 20");
});
