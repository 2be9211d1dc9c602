import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onRetry, reportFault, reportRepaired } from "../lib/connection";
import { BANNER_AFTER_MS, LineBanner } from "./line-banner";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  act(() => {
    reportRepaired("socket");
  });
  vi.useRealTimers();
});

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

const banner = () => screen.queryByText(/Live updates are interrupted/);

describe("the banner of a lost connection", () => {
  it("says nothing of a short drop", () => {
    render(<LineBanner />);
    act(() => {
      reportFault("socket");
    });
    pass(BANNER_AFTER_MS - 1);
    expect(banner()).toBeNull();
    act(() => {
      reportRepaired("socket");
    });
    pass(10_000);
    expect(banner()).toBeNull();
  });

  it("comes after three seconds, can retry, and goes with the fault", () => {
    const retried = vi.fn();
    const off = onRetry(retried);
    render(<LineBanner />);
    act(() => {
      reportFault("socket");
    });
    pass(BANNER_AFTER_MS);
    expect(banner()).not.toBeNull();
    expect(screen.queryByText(/No connection to the server/)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(retried).toHaveBeenCalledOnce();
    act(() => {
      reportRepaired("socket");
    });
    expect(banner()).toBeNull();
    off();
  });

  it("tells a lost server from a lost socket: then what is done waits", () => {
    render(<LineBanner />);
    act(() => {
      reportFault("socket");
      reportFault("http");
    });
    pass(BANNER_AFTER_MS);
    expect(screen.queryByText(/What you do is kept and sent/)).not.toBeNull();
    act(() => {
      reportRepaired("http");
    });
    expect(banner()).not.toBeNull();
  });

  it("begins anew with each drop", () => {
    render(<LineBanner />);
    act(() => {
      reportFault("socket");
    });
    pass(BANNER_AFTER_MS);
    act(() => {
      reportRepaired("socket");
    });
    pass(1000);
    act(() => {
      reportFault("socket");
    });
    pass(BANNER_AFTER_MS - 1);
    expect(banner()).toBeNull();
  });
});
