import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLiveBuffer, perFrame, type Schedule } from "./live-buffer";

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test("200 events within a frame are applied once, in order", () => {
  const apply = vi.fn();
  const buffer = createLiveBuffer<number>(apply);
  const events = Array.from({ length: 200 }, (_, index) => index);
  for (const event of events) buffer.push(event);
  expect(apply).not.toHaveBeenCalled();
  vi.advanceTimersToNextFrame();
  expect(apply).toHaveBeenCalledOnce();
  expect(apply).toHaveBeenCalledWith(events);
  vi.advanceTimersByTime(1_000);
  expect(apply).toHaveBeenCalledOnce();
});

test("events of the next frame are applied in the next frame", () => {
  const apply = vi.fn();
  const buffer = createLiveBuffer<string>(apply);
  buffer.push("a");
  vi.advanceTimersToNextFrame();
  buffer.push("b");
  vi.advanceTimersToNextFrame();
  expect(apply.mock.calls).toEqual([[["a"]], [["b"]]]);
});

test("in a hidden tab, where no frame comes, events are applied all the same", () => {
  vi.stubGlobal("requestAnimationFrame", () => 1);
  const run = vi.fn();
  perFrame(run);
  vi.advanceTimersByTime(300);
  expect(run).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test("flush applies at once and only once; stop applies nothing", () => {
  const planned: (() => void)[] = [];
  const schedule: Schedule = (run) => {
    planned.push(run);
    return () => planned.splice(planned.indexOf(run), 1);
  };
  const apply = vi.fn();
  const buffer = createLiveBuffer<number>(apply, schedule);
  buffer.push(1);
  buffer.flush();
  expect(apply).toHaveBeenCalledExactlyOnceWith([1]);
  expect(planned).toEqual([]);
  buffer.push(2);
  buffer.stop();
  for (const run of planned) run();
  expect(apply).toHaveBeenCalledOnce();
});
