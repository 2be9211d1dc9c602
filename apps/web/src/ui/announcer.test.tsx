import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ANNOUNCE_EVERY_MS, announce, Announcer, type Urgency } from "./announcer";

beforeEach(() => {
  vi.useFakeTimers();
  render(<Announcer />);
});
afterEach(() => {
  pass(5 * ANNOUNCE_EVERY_MS);
  vi.useRealTimers();
});

function say(text: string, urgency?: Urgency): void {
  act(() => {
    announce(text, urgency);
  });
}

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

const polite = () => screen.getByRole("status").textContent;
const assertive = () => screen.getByRole("alert").textContent;

describe("the live region", () => {
  it("says at most one thing per half second, and of several the newest", () => {
    say("position 1");
    say("position 2");
    say("position 3");
    expect(polite()).toBe("position 1");
    pass(ANNOUNCE_EVERY_MS - 1);
    expect(polite()).toBe("position 1");
    pass(1);
    expect(polite()).toBe("position 3");
  });

  it("says refusals assertively, and no polite word pushes them out", () => {
    say("lifted");
    say("Only the boss closes issues.", "assertive");
    say("position 2");
    pass(ANNOUNCE_EVERY_MS);
    expect(assertive()).toBe("Only the boss closes issues.");
    expect(polite()).toBe("lifted");
  });

  it("says the same thing twice as two", () => {
    say("position 1 again");
    const first = polite();
    pass(ANNOUNCE_EVERY_MS);
    say("position 1 again");
    expect(polite()).not.toBe(first);
    expect(polite().trim()).toBe("position 1 again");
  });
});
