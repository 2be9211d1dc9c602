import { describe, expect, test, vi } from "vitest";
import * as live from "../../lib/live";
import { toasts } from "../../ui/toast-store";
import { readCard } from "./board-client";
import { FakeBoard, refusedWith, STATUSES } from "./testing/board-fixture";
import { pass, startedOn, installBoardTime } from "./testing/session-harness";

vi.mock("../../lib/live", () => ({ subscribeLive: vi.fn() }));

installBoardTime();

const started = (board: FakeBoard) => startedOn(board, live);

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

test("LIV-08: after a lost connection the viewer hears how much happened meanwhile, and only then", async () => {
  const board = new FakeBoard([3]);
  await started(board);
  board.streamVariables?.();
  board.tell(board.change("1", { title: "now" }, "ISSUE_EDITED"));
  await pass(1_100);
  expect(toasts.get()).toEqual([]);
  board.streamVariables?.();
  for (let round = 0; round < 14; round += 1)
    board.tell(board.change("2", { title: `T${round}` }, "ISSUE_EDITED"));
  await pass(1_100);
  expect(toasts.get().map(({ text }) => text)).toEqual(["14 changes while you were away"]);
  board.tell(board.change("3", { title: "later" }, "ISSUE_EDITED"));
  await pass(1_100);
  expect(toasts.get()).toHaveLength(1);
});
