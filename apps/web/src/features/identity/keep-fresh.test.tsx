import { renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { apollo } from "../../lib/apollo";
import { endSignInWait, useSessionState } from "../../lib/session";
import { fakeApi } from "../../testing/fake-api";
import { refreshViewer, STALE_AFTER_MS, useFreshWhenSeen } from "./keep-fresh";
import { VIEWER } from "./viewer.graphql";

function me(isBoss: boolean) {
  const user = { __typename: "User", id: "1", name: "Anna", email: null, active: true, avatarUrl: null };
  return { __typename: "Me", isAdmin: false, isBoss, locale: "en", timeZone: "UTC", user, memberships: [] };
}

const isBoss = () => apollo().readQuery({ query: VIEWER })?.me?.isBoss;

describe("R2: rights on an open page", () => {
  it("are those of now after a look at the server", async () => {
    fakeApi({ Viewer: () => ({ data: { me: me(true) } }) });
    await refreshViewer();
    expect(isBoss()).toBe(true);
  });

  it("of a session that has ended ask for a sign-in, and the page keeps its viewer meanwhile", async () => {
    const answers: (object | null)[] = [me(false), null, me(true)];
    fakeApi({ Viewer: () => ({ data: { me: answers.shift() ?? null } }) });
    await refreshViewer();
    const { result } = renderHook(() => useSessionState());
    const refreshed = refreshViewer();
    await waitFor(() => {
      expect(result.current).toBe("expired");
    });
    expect(isBoss()).toBe(false);
    endSignInWait(true);
    await refreshed;
    expect(isBoss()).toBe(true);
  });
});

describe("a page that is looked at again", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("asks after a while, not at every glance", () => {
    const refresh = vi.fn(() => Promise.reject(new Error("no line")));
    renderHook(() => {
      useFreshWhenSeen(refresh);
    });
    const look = () => document.dispatchEvent(new Event("visibilitychange"));
    vi.advanceTimersByTime(STALE_AFTER_MS - 1);
    look();
    expect(refresh).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    look();
    look();
    expect(refresh).toHaveBeenCalledOnce();
  });
});
