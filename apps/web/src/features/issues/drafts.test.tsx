import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hasDraft, useDraft } from "./drafts";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const open = (original = "as saved", revision = 3) =>
  renderHook(({ text, base }) => useDraft("1.7.description", text, base), {
    initialProps: { text: original, base: revision },
  });

test("a text is kept within half a second, and comes back after a reload with what it was based on", () => {
  const first = open();
  act(() => {
    first.result.current.change("half a sen");
  });
  vi.advanceTimersByTime(500);
  const second = open("as saved", 9);
  expect(second.result.current).toMatchObject({ text: "half a sen", isRestored: true, revision: 3 });
});

test("a text that was typed a moment before the form went away is kept as well", () => {
  const first = open();
  act(() => {
    first.result.current.change("last word");
  });
  first.unmount();
  expect(open().result.current.text).toBe("last word");
});

test("a text that was typed a moment before the page went away is kept as well", () => {
  const first = open();
  act(() => {
    first.result.current.change("last word");
  });
  dispatchEvent(new Event("pagehide"));
  expect(hasDraft("1.7.description", "as saved")).toBe(true);
});

test("CON-02: somebody else's save does not touch what is being typed", () => {
  const first = open();
  act(() => {
    first.result.current.change("mine");
  });
  first.rerender({ text: "theirs", base: 4 });
  expect(first.result.current).toMatchObject({ text: "mine", revision: 3 });
});

test("discarding forgets it, here and for the next visit", () => {
  const first = open();
  act(() => {
    first.result.current.change("never mind");
  });
  vi.advanceTimersByTime(500);
  act(() => {
    first.result.current.discard();
  });
  expect(first.result.current).toMatchObject({ text: "as saved", isRestored: false });
  vi.advanceTimersByTime(1_000);
  expect(hasDraft("1.7.description", "as saved")).toBe(false);
});

test("a draft that says what the record says by now is none", () => {
  localStorage.setItem("stafeta.draft.1.7.description", JSON.stringify({ text: "same", revision: 1 }));
  expect(hasDraft("1.7.description", "same")).toBe(false);
  expect(open("same", 5).result.current).toMatchObject({ isRestored: false, revision: 5 });
});

test("a broken entry of another version is no draft", () => {
  localStorage.setItem("stafeta.draft.1.7.description", "{");
  expect(open().result.current.isRestored).toBe(false);
});
