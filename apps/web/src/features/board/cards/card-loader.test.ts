import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CardLoader } from "./card-loader";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String(from + index));
const answering = () => vi.fn((asked: readonly string[]) => Promise.resolve(asked));

test("wishes of 50 ms go in one request, each card once", async () => {
  const fetch = answering();
  const loader = new CardLoader(fetch);
  loader.want(["1", "2"]);
  loader.want(["2", "3"]);
  await vi.advanceTimersByTimeAsync(49);
  expect(fetch).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(fetch.mock.calls).toEqual([[["1", "2", "3"]]]);
});

test("at most 60 cards in a request", async () => {
  const fetch = answering();
  const loader = new CardLoader(fetch);
  loader.want(ids(0, 130));
  await vi.advanceTimersByTimeAsync(50);
  expect(fetch.mock.calls.map(([asked]) => asked.length)).toEqual([60, 60, 10]);
});

test("what is loaded or on its way is not asked for again; what is refreshed is", async () => {
  let answer: (ids: readonly string[]) => void = () => undefined;
  const fetch = vi.fn(() => new Promise<readonly string[]>((resolve) => (answer = resolve)));
  const loader = new CardLoader(fetch);
  loader.loaded(["1"]);
  loader.want(["1", "2"]);
  await vi.advanceTimersByTimeAsync(50);
  loader.want(["1", "2"]);
  await vi.advanceTimersByTimeAsync(50);
  expect(fetch.mock.calls).toEqual([[["2"]]]);
  answer(["2"]);
  await vi.advanceTimersByTimeAsync(50);
  loader.refresh(["1"]);
  await vi.advanceTimersByTimeAsync(50);
  expect(fetch).toHaveBeenLastCalledWith(["1"]);
});

test("a card that did not come is not asked for again until something tells of it", async () => {
  const fetch = vi.fn(() => Promise.resolve([]));
  const loader = new CardLoader(fetch);
  loader.want(["1"]);
  await vi.advanceTimersByTimeAsync(50);
  loader.want(["1"]);
  await vi.advanceTimersByTimeAsync(50);
  expect(fetch).toHaveBeenCalledOnce();
  loader.forget("1");
  loader.want(["1"]);
  await vi.advanceTimersByTimeAsync(50);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test("a request that failed is repeated later", async () => {
  const fetch = vi.fn<(asked: readonly string[]) => Promise<readonly string[]>>();
  fetch.mockRejectedValueOnce(new Error("offline")).mockResolvedValue(["1"]);
  const loader = new CardLoader(fetch);
  loader.want(["1"]);
  await vi.advanceTimersByTimeAsync(50);
  expect(fetch).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(fetch).toHaveBeenCalledTimes(2);
});
