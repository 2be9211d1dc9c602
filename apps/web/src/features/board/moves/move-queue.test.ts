import { expect, test, vi } from "vitest";
import { MoveQueue, type Move, type MoveAnswer } from "./move-queue";

const move = (key: string, changes: Partial<Move> = {}): Move => ({
  key,
  cardId: "1",
  statusId: "s",
  toColumn: "done",
  after: null,
  before: null,
  revision: 3,
  ...changes,
});

type Answer = MoveAnswer<string, string>;

/** The server's answers are given by the test, one by one; timers run when it says so. */
function harness() {
  const sent: Move[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const timers: { ms: number; run: () => void }[] = [];
  const told = { done: vi.fn(), refused: vi.fn(), lost: vi.fn(), replaced: vi.fn() };
  const queue = new MoveQueue<string, string>({
    send: (one) => {
      sent.push(one);
      return new Promise((resolve) => answers.push(resolve));
    },
    onSending: () => undefined,
    onDone: told.done,
    onRefused: told.refused,
    onLost: told.lost,
    onReplaced: told.replaced,
    after: (ms, run) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  });
  const tick = () => timers.shift()?.run();
  const answer = async (given: Answer) => {
    answers.shift()?.(given);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { queue, sent, timers, told, tick, answer };
}

const done = (revision: number): Answer => ({ kind: "done", card: "card", revision });

test("a move is sent in the next task, not before the paint", () => {
  const { queue, sent, tick } = harness();
  queue.add(move("a"));
  expect(sent).toEqual([]);
  tick();
  expect(sent.map(({ key }) => key)).toEqual(["a"]);
});

test("moves of different cards go one after another in the order of the wishes", async () => {
  const { queue, sent, tick, answer } = harness();
  queue.add(move("a"));
  queue.add(move("b", { cardId: "2" }));
  tick();
  expect(sent.map(({ key }) => key)).toEqual(["a"]);
  await answer(done(4));
  expect(sent.map(({ key }) => key)).toEqual(["a", "b"]);
});

test("CON-07: there and straight back: the second waits for the first and builds on its answer (I5)", async () => {
  const { queue, sent, tick, answer, told } = harness();
  queue.add(move("there"));
  tick();
  queue.add(move("back", { toColumn: "todo" }));
  expect(sent).toHaveLength(1);
  await answer(done(4));
  expect(sent[1]).toMatchObject({ key: "back", toColumn: "todo", revision: 4 });
  await answer(done(5));
  expect(told.done.mock.calls.map(([one]) => (one as Move).key)).toEqual(["there", "back"]);
});

test("a wish that was not sent yet gives way to the next one of the same card, and keeps what it was based on", () => {
  const { queue, sent, tick, told } = harness();
  queue.add(move("a", { revision: 3 }));
  queue.add(move("b", { revision: 9 }));
  tick();
  expect(told.replaced).toHaveBeenCalledExactlyOnceWith(move("a"));
  expect(sent).toEqual([move("b", { revision: 3 })]);
});

test("a change of column that was not sent yet is not lost in a move within the new column", () => {
  const { queue, sent, tick } = harness();
  queue.add(move("a", { statusId: "review", revision: 3 }));
  queue.add(move("b", { statusId: null, revision: null, after: "7" }));
  tick();
  expect(sent).toEqual([move("b", { statusId: "review", revision: 3, after: "7" })]);
});

test("no answer: the move stays, is repeated under the same key with growing pauses, and others wait behind it", async () => {
  const { queue, sent, timers, tick, answer, told } = harness();
  queue.add(move("a"));
  tick();
  queue.add(move("b", { cardId: "2" }));
  await answer({ kind: "lost" });
  expect(told.lost).toHaveBeenCalledOnce();
  expect(timers.map(({ ms }) => ms)).toEqual([1_000]);
  tick();
  await answer({ kind: "lost" });
  expect(timers.map(({ ms }) => ms)).toEqual([2_000]);
  tick();
  await answer(done(4));
  expect(sent.map(({ key }) => key)).toEqual(["a", "a", "a", "b"]);
});

test("a lost move may have been carried out, so a later wish of that card does not replace it", async () => {
  const { queue, tick, answer, sent } = harness();
  queue.add(move("a"));
  tick();
  await answer({ kind: "lost" });
  queue.add(move("b"));
  expect(queue.waiting().map(({ key }) => key)).toEqual(["a", "b"]);
  tick();
  await answer(done(4));
  expect(sent.map(({ key }) => key)).toEqual(["a", "a", "b"]);
});

test("the connection is back: the queue does not wait for its pause", async () => {
  const { queue, timers, tick, answer } = harness();
  queue.add(move("a"));
  tick();
  await answer({ kind: "lost" });
  queue.wake();
  expect(timers.map(({ ms }) => ms)).toEqual([0]);
});

test("a refusal takes the move out and the next one goes on", async () => {
  const { queue, tick, answer, told, sent } = harness();
  queue.add(move("a"));
  queue.add(move("b", { cardId: "2" }));
  tick();
  await answer({ kind: "refused", refusal: "L2" });
  expect(told.refused).toHaveBeenCalledExactlyOnceWith(move("a"), "L2");
  expect(sent.map(({ key }) => key)).toEqual(["a", "b"]);
  expect(queue.waiting().map(({ key }) => key)).toEqual(["b"]);
});
