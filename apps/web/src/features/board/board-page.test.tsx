import { act, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as live from "../../lib/live";
import { toasts } from "../../ui/toast-store";
import { ANNA, BORIS, FakeBoard, held, holdStream } from "./testing/board-fixture";
import {
  alarm,
  announced,
  card,
  columnOf,
  keysIn,
  layOut,
  press,
  settle,
  showBoard,
  spoken,
} from "./testing/board-screen-fixture";

const opened = vi.hoisted(() => vi.fn());

vi.mock("../../lib/live", () => ({ subscribeLive: vi.fn() }));
vi.mock("../../lib/navigation", async (original) => ({
  ...(await original<typeof import("../../lib/navigation")>()),
  useIssueParam: () => ({ issueKey: undefined, open: opened, close: () => undefined }),
  useNavigate: () => () => undefined,
}));
vi.mock("../issues/issue-panel", () => ({ IssuePanel: () => null }));
vi.mock("../issues/prefetch-issue", () => ({ prefetchIssue: () => Promise.resolve(null) }));

beforeEach(() => {
  layOut();
  opened.mockReset();
  toasts.set([]);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function shown(counts: readonly number[]): Promise<FakeBoard> {
  const board = new FakeBoard(counts);
  holdStream(board, live);
  await showBoard(board);
  return board;
}

describe("roles and names (UX.md, section 12)", () => {
  test("a region per column with a heading; cards are list items that know the whole list", async () => {
    const board = await shown([30, 2]);
    board.card("31").assignee = BORIS;
    expect(
      screen.getAllByRole("region").map((region) => within(region).getByRole("heading").textContent),
    ).toEqual(["Backlog", "To do", "In progress", "Resolved", "Closed"]);
    const first = card("DEV-1");
    expect(first.getAttribute("aria-posinset")).toBe("1");
    expect(first.getAttribute("aria-setsize")).toBe("30");
    expect(within(columnOf("Backlog")).getAllByRole("listitem").length).toBeLessThan(30);
  });

  test("a card's name has key, title, status and assignee", async () => {
    const board = new FakeBoard([1]);
    board.card("1").assignee = ANNA;
    holdStream(board, live);
    await showBoard(board);
    expect(
      screen.getByRole("listitem", { name: "DEV-1 Title 1 Backlog, assigned to Anna Kovács" }),
    ).toBeTruthy();
  });

  test("the board is one tab stop; the focused card's own control is the next", async () => {
    await shown([3, 2]);
    expect(document.querySelectorAll("[data-card][tabindex='0']")).toHaveLength(1);
    act(() => {
      card("DEV-2").focus();
    });
    expect([...document.querySelectorAll("[data-card][tabindex='0']")]).toEqual([card("DEV-2")]);
    const controls = [...document.querySelectorAll<HTMLElement>("[data-card] button")];
    expect(controls.filter((button) => button.tabIndex === 0)).toEqual([
      within(card("DEV-2")).getByRole("button"),
    ]);
  });
});

describe("keys", () => {
  test("A11-01, A11-03: arrows move the focus by one place, across columns and past an empty one", async () => {
    await shown([3, 0, 2]);
    await press("ArrowDown");
    expect(document.activeElement).toBe(card("DEV-1"));
    await press("ArrowDown");
    expect(document.activeElement).toBe(card("DEV-2"));
    await press("ArrowRight");
    expect(document.activeElement).toBe(card("DEV-5"));
    await press("Home", { ctrlKey: true });
    expect(document.activeElement).toBe(card("DEV-2"));
  });

  test("A11-04: Space lifts, arrows carry, Space drops; each is said with column and place, and the focus stays", async () => {
    const board = await shown([3, 2]);
    board.answers["MoveIssue"] = () => held().promise;
    act(() => {
      card("DEV-1").focus();
    });
    await press(" ");
    expect(announced()).toBe(
      "DEV-1 lifted. Column “Backlog”, position 1 of 3. Arrows move, Space drops, Escape cancels.",
    );
    await press("ArrowRight");
    await spoken();
    expect(announced()).toBe("Column “To do”, position 1 of 3.");
    await press("ArrowDown");
    await spoken();
    expect(announced()).toBe("Column “To do”, position 2 of 3.");
    expect(board.asked("MoveIssue")).toEqual([]);
    await press(" ");
    await spoken();
    expect(announced()).toBe("DEV-1 is in “To do”, position 2 of 3.");
    expect(document.activeElement).toBe(card("DEV-1"));
    expect(keysIn("To do")).toEqual(["DEV-4", "DEV-1", "DEV-5"]);
    expect(board.asked("MoveIssue")[0]?.variables).toMatchObject({
      id: "1",
      status: "s2",
      after: "4",
      before: "5",
    });
  });

  test("Escape puts a lifted card back, says so, and asks the server nothing", async () => {
    const board = await shown([3, 2]);
    act(() => {
      card("DEV-2").focus();
    });
    await press(" ");
    await press("ArrowRight");
    await press("Escape");
    await spoken();
    expect(announced()).toBe("Cancelled. DEV-2 is back in “Backlog”, position 2.");
    expect(keysIn("Backlog")).toEqual(["DEV-1", "DEV-2", "DEV-3"]);
    expect(document.activeElement).toBe(card("DEV-2"));
    expect(board.asked("MoveIssue")).toEqual([]);
  });

  test("L2: Shift and an arrow towards a column that is denied says why; the card stays and keeps the focus", async () => {
    const board = await shown([0, 0, 0, 2]);
    act(() => {
      card("DEV-1").focus();
    });
    await press("ArrowRight", { shiftKey: true });
    await spoken();
    expect(alarm()).toBe("Column “Closed” is not available: only the boss closes issues.");
    expect(keysIn("Resolved")).toEqual(["DEV-1", "DEV-2"]);
    expect(document.activeElement).toBe(card("DEV-1"));
    expect(board.asked("MoveIssue")).toEqual([]);
  });

  test("Shift and arrows move at once; a Russian layout's M opens the same menu", async () => {
    const board = await shown([3, 1]);
    board.answers["MoveIssue"] = () => held().promise;
    act(() => {
      card("DEV-2").focus();
    });
    await press("ArrowUp", { shiftKey: true });
    expect(keysIn("Backlog")).toEqual(["DEV-2", "DEV-1", "DEV-3"]);
    await press("End", { shiftKey: true });
    expect(keysIn("Backlog")).toEqual(["DEV-1", "DEV-3", "DEV-2"]);
    await press("ArrowRight", { shiftKey: true });
    expect(keysIn("To do")).toEqual(["DEV-2", "DEV-4"]);
    expect(document.activeElement).toBe(card("DEV-2"));
    await press("ь", { code: "KeyM" });
    expect(screen.getByRole("menu", { name: "Move DEV-2 to" })).toBeTruthy();
    await press("3");
    expect(keysIn("In progress")).toEqual(["DEV-2"]);
  });

  test("Enter opens the issue; C opens the form of the column and its keys stay its own", async () => {
    await shown([2, 2]);
    act(() => {
      card("DEV-3").focus();
    });
    await press("Enter");
    expect(opened).toHaveBeenCalledExactlyOnceWith("DEV-3");
    await press("c");
    const input = within(columnOf("To do")).getByRole("textbox", { name: "Title of the new issue" });
    expect(document.activeElement).toBe(input);
    await press("m");
    expect(screen.queryByRole("menu")).toBeNull();
  });

  test("the focus goes to a neighbour when its card vanishes, and stays on its card when others move", async () => {
    const board = await shown([3, 2]);
    act(() => {
      card("DEV-2").focus();
    });
    board.tell(board.change("1", { statusId: "s2", rank: "a" }));
    await settle(40);
    expect(document.activeElement).toBe(card("DEV-2"));
    board.tell(board.change("2", { statusId: "s3" }));
    await settle(40);
    expect(document.activeElement).toBe(card("DEV-2"));
    expect(keysIn("In progress")).toEqual(["DEV-2"]);
    const gone = board.change("2", {}, "GONE");
    board.tell({ ...gone, issue: null });
    await settle(40);
    expect(document.activeElement?.hasAttribute("data-card")).toBe(true);
  });
});
