import type { TypedDocumentNode } from "@apollo/client";
import { parse } from "graphql";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeSocket, installFakeSocket, subscription } from "../testing/fake-socket";
import { renderHook } from "@testing-library/react";
import { isOnline, retryNow, useLine } from "./connection";
import { subscribeLive } from "./live";
import { endSignInWait } from "./session";
import { reconnectDelayMs } from "./socket";

type Data = { tick: { id: string } };
type Variables = { since: string };
const TICKS = parse("subscription Ticks($since: ID) { tick(since: $since) { id } }") as TypedDocumentNode<
  Data,
  Variables
>;

function follow() {
  let since = "10";
  const sink = { next: vi.fn((data: Data) => (since = data.tick.id)), refused: vi.fn(), ended: vi.fn() };
  const stop = subscribeLive(TICKS, () => ({ since }), sink);
  return { sink, stop };
}

const lineState = () => renderHook(() => useLine()).result.current.state;

let stop: () => void = () => undefined;
beforeEach(installFakeSocket);
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

describe("a live stream", () => {
  it("LIV-08: asks after a drop for what came since the last event that was seen", async () => {
    const followed = follow();
    stop = followed.stop;
    const first = await subscription(1);
    expect(first.variables).toEqual({ since: "10" });
    first.socket.say({ id: first.id, type: "next", payload: { data: { tick: { id: "17" } } } });
    expect(followed.sink.next).toHaveBeenCalledWith({ tick: { id: "17" } });
    first.socket.close(1006);
    expect(lineState()).toBe("noLive");
    expect(isOnline()).toBe(true);
    retryNow();
    const second = await subscription(2);
    expect(second.socket).not.toBe(first.socket);
    expect(second.variables).toEqual({ since: "17" });
    expect(lineState()).toBe("up");
    expect(followed.sink.ended).not.toHaveBeenCalled();
  });

  it("R2: waits for a sign-in when the server closed it for want of a session", async () => {
    const followed = follow();
    stop = followed.stop;
    const first = await subscription(1);
    first.socket.close(4403, "Forbidden");
    await new Promise((resolve) => setTimeout(resolve, 30));
    retryNow();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(FakeSocket.opened).toHaveLength(1);
    endSignInWait(true);
    await subscription(2);
  });

  it("says when the server refuses it", async () => {
    const followed = follow();
    stop = followed.stop;
    const { socket, id } = await subscription(1);
    const extensions = { code: "CONFLICT", field: "since" };
    socket.say({ id, type: "error", payload: [{ message: "unknown", extensions }] });
    expect(followed.sink.refused).toHaveBeenCalledWith({ code: "CONFLICT", field: "since" });
    expect(followed.sink.ended).not.toHaveBeenCalled();
  });

  it("R2: says when the server completes it", async () => {
    const followed = follow();
    stop = followed.stop;
    const { socket, id } = await subscription(1);
    socket.say({ id, type: "complete" });
    await vi.waitFor(() => {
      expect(followed.sink.ended).toHaveBeenCalledOnce();
    });
    expect(followed.sink.refused).not.toHaveBeenCalled();
  });

  it("that nobody follows any more leaves no fault behind", async () => {
    const followed = follow();
    const first = await subscription(1);
    first.socket.close(1006);
    expect(lineState()).toBe("noLive");
    followed.stop();
    expect(lineState()).toBe("up");
  });

  it("says nothing after it was stopped", async () => {
    const followed = follow();
    const { socket, id } = await subscription(1);
    followed.stop();
    socket.say({ id, type: "next", payload: { data: { tick: { id: "18" } } } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(followed.sink.next).not.toHaveBeenCalled();
    expect(followed.sink.ended).not.toHaveBeenCalled();
  });
});

describe("LIV-10: the wait before a new connection", () => {
  it("doubles up to ten seconds and is spread by chance over its second half", () => {
    expect(reconnectDelayMs(0, 0)).toBe(250);
    expect(reconnectDelayMs(0, 1)).toBe(500);
    expect(reconnectDelayMs(3, 0.5)).toBe(3000);
    expect(reconnectDelayMs(50, 1)).toBe(10_000);
    expect(reconnectDelayMs(50, 0)).toBe(5000);
  });
});
