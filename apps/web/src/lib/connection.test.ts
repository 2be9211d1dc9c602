import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isOnline, onLineChange, reportFault, reportRepaired, retryNow, watchConnection } from "./connection";

describe("the line", () => {
  it("is down while anything is broken, and tells each change once", () => {
    const changes: boolean[] = [];
    const off = onLineChange((online) => changes.push(online));
    reportFault("http");
    reportFault("browser");
    reportFault("browser");
    reportRepaired("http");
    expect(isOnline()).toBe(false);
    reportRepaired("browser");
    reportRepaired("browser");
    off();
    expect(changes).toEqual([false, true]);
  });
});

describe("while requests fail", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("asks the server for a sign of life, ever more seldom, at once when told to, until one comes", async () => {
    const answers = [new Error("down"), new Error("down"), { ok: false }, { ok: true }];
    const fetched = vi.fn(() => {
      const answer = answers[fetched.mock.calls.length - 1];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    });
    vi.stubGlobal("fetch", fetched);
    watchConnection();
    reportFault("http");
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1999);
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetched).toHaveBeenCalledTimes(2);
    retryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(fetched).toHaveBeenCalledTimes(3);
    expect(isOnline()).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(isOnline()).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  it("finds out whether a dropped socket means that the server is gone, be it that it went slowly", async () => {
    let isUp = true;
    const fetched = vi.fn(() => Promise.resolve({ ok: isUp }));
    vi.stubGlobal("fetch", fetched);
    reportFault("socket");
    await vi.advanceTimersByTimeAsync(0);
    expect(fetched).toHaveBeenCalledOnce();
    expect(isOnline()).toBe(true);
    isUp = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(isOnline()).toBe(false);
    isUp = true;
    reportRepaired("socket");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(isOnline()).toBe(true);
    const asked = fetched.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetched).toHaveBeenCalledTimes(asked);
  });

  it("follows the browser's own word", () => {
    dispatchEvent(new Event("offline"));
    expect(isOnline()).toBe(false);
    dispatchEvent(new Event("online"));
    expect(isOnline()).toBe(true);
  });
});
