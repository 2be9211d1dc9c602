import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as live from "../../lib/live";
import { toasts } from "../../ui/toast-store";
import { ANNA, cardAnswer, FakeBoard, held, holdStream } from "./testing/board-fixture";
import {
  announced,
  card,
  cardY,
  columnOf,
  columnX,
  keysIn,
  layOut,
  lift,
  point,
  release,
  settle,
  showBoard,
  spoken,
} from "./testing/board-screen-fixture";

/** How often card bodies and columns were drawn: a card reads its fragment once per drawing, a column its list. */
const drawn = vi.hoisted(() => ({ cards: 0, columns: 0 }));
const opened = vi.hoisted(() => vi.fn());

vi.mock("@apollo/client/react", async (original) => {
  const real = await original<typeof import("@apollo/client/react")>();
  const useFragment = ((...args: Parameters<typeof real.useFragment>) => {
    drawn.cards += 1;
    return real.useFragment(...args);
  }) as typeof real.useFragment;
  return { ...real, useFragment };
});
vi.mock("../../ui/virtual", async (original) => {
  const real = await original<typeof import("../../ui/virtual")>();
  const useFixedList: typeof real.useFixedList = (options) => {
    drawn.columns += 1;
    return real.useFixedList(options);
  };
  return { ...real, useFixedList };
});
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

function resetCounts(): void {
  drawn.cards = 0;
  drawn.columns = 0;
}

describe("pointer", () => {
  test("a drag to between two cards: the line shows the place, the drop sends the neighbours, each step is said", async () => {
    const board = await shown([3, 3]);
    board.answers["MoveIssue"] = () => held().promise;
    await lift("DEV-1", columnX(0), cardY(0));
    await spoken();
    expect(announced()).toMatch(/^DEV-1 lifted\./);
    await point(columnX(1), cardY(1) - 30);
    await spoken();
    expect(announced()).toBe("Column “To do”, position 2 of 4.");
    await release(columnX(1), cardY(1) - 30);
    expect(keysIn("To do")).toEqual(["DEV-4", "DEV-1", "DEV-5", "DEV-6"]);
    expect(board.asked("MoveIssue")[0]?.variables).toMatchObject({ after: "4", before: "5", status: "s2" });
  });

  test("ORD-07: below the last card and in an empty column the card becomes the last one", async () => {
    const board = await shown([2, 2]);
    board.answers["MoveIssue"] = () => held().promise;
    await lift("DEV-1", columnX(0), cardY(0));
    await point(columnX(1), 790);
    await release(columnX(1), 790);
    expect(keysIn("To do")).toEqual(["DEV-3", "DEV-4", "DEV-1"]);
    await lift("DEV-2", columnX(0), cardY(0));
    await point(columnX(2), 500);
    await release(columnX(2), 500);
    expect(keysIn("In progress")).toEqual(["DEV-2"]);
  });

  test("L2, R12: a denied column says why at lift; a release there changes nothing and asks nothing", async () => {
    const board = await shown([2]);
    await lift("DEV-1", columnX(0), cardY(0));
    expect(within(columnOf("Closed")).getByText("Only the boss closes issues.")).toBeTruthy();
    expect(within(columnOf("To do")).queryByText(/boss/)).toBeNull();
    await point(columnX(4), 300);
    await release(columnX(4), 300);
    expect(keysIn("Backlog")).toEqual(["DEV-1", "DEV-2"]);
    expect(toasts.get().map(({ text }) => text)).toEqual([
      "DEV-1 stays where it is. Only the boss closes issues.",
    ]);
    expect(board.asked("MoveIssue")).toEqual([]);
    expect(within(columnOf("Closed")).queryByText("Only the boss closes issues.")).toBeNull();
  });

  /** A unit of the tree beside the board; boards of tests begin at 0. */
  function unitInTree(id: string): HTMLElement {
    const tree = document.createElement("div");
    tree.setAttribute("role", "tree");
    const unit = document.createElement("a");
    unit.dataset["unit"] = id;
    unit.getBoundingClientRect = () => new DOMRect(-240, 100, 240, 28);
    tree.append(unit);
    document.body.append(tree);
    return unit;
  }

  test("H6: a card dropped on another unit of the tree is offered to be handed off there, and stays where it is", async () => {
    const board = await shown([2]);
    board.answers["HandoffRoute"] = () => ({ handoffRoute: [] });
    const unit = unitInTree("1");
    await lift("DEV-1", columnX(0), cardY(0));
    await point(-100, 110);
    expect(unit.hasAttribute("data-over")).toBe(true);
    expect(screen.getByText("Hand off to “Demo”")).toBeTruthy();
    await release(-100, 110);
    unit.parentElement?.remove();
    expect(unit.hasAttribute("data-over")).toBe(false);
    expect(await screen.findByRole("dialog", { name: "Hand off DEV-1" })).toBeTruthy();
    expect(screen.getByText("DEV-1 to “Demo”")).toBeTruthy();
    expect(keysIn("Backlog")).toEqual(["DEV-1", "DEV-2"]);
    expect(board.asked("MoveIssue")).toEqual([]);
  });

  test("H3, R12: every other column is denied to a card in transit before the drop; a drop there shows the hand-off", async () => {
    const board = new FakeBoard([2]);
    board.card("1").inTransit = true;
    holdStream(board, live);
    await showBoard(board);
    expect(within(card("DEV-1")).getByRole("img", { name: "In transit" })).toBeTruthy();
    await lift("DEV-1", columnX(0), cardY(0));
    const reason =
      "This issue is on its way to another unit. Until then only comments, time and order go on.";
    expect(within(columnOf("To do")).getByText(reason)).toBeTruthy();
    expect(within(columnOf("Backlog")).queryByText(reason)).toBeNull();
    await point(columnX(1), 300);
    await release(columnX(1), 300);
    expect(board.asked("MoveIssue")).toEqual([]);
    expect(toasts.get()).toMatchObject([{ action: { label: "Show the hand-off" } }]);
    toasts.get()[0]?.action?.run();
    expect(opened).toHaveBeenCalledExactlyOnceWith("DEV-1");
  });

  test("R12: what cannot be handed off says why, by key and by drop", async () => {
    const board = new FakeBoard([1]);
    board.card("1").inTransit = true;
    holdStream(board, live);
    await showBoard(board);
    card("DEV-1").focus();
    fireEvent.keyDown(card("DEV-1"), { key: "h", code: "KeyH" });
    const unit = unitInTree("1");
    await lift("DEV-1", columnX(0), cardY(0));
    await release(-100, 110);
    unit.parentElement?.remove();
    const reason = "DEV-1 cannot be handed off. This issue is on its way to another unit already.";
    expect(toasts.get().map(({ text }) => text)).toEqual([reason, reason]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("Escape ends a drag and the card is where it was", async () => {
    const board = await shown([2, 1]);
    await lift("DEV-1", columnX(0), cardY(0));
    await point(columnX(1), cardY(0));
    fireEvent.keyDown(document.body, { key: "Escape", code: "Escape" });
    await settle(40);
    await release(columnX(1), cardY(0));
    expect(keysIn("Backlog")).toEqual(["DEV-1", "DEV-2"]);
    expect(board.asked("MoveIssue")).toEqual([]);
  });

  test("a press without a way is a click and opens the issue", async () => {
    await shown([2]);
    fireEvent.mouseDown(card("DEV-1"), { clientX: 100, clientY: 120, button: 0 });
    fireEvent.mouseUp(document, { clientX: 101, clientY: 120 });
    fireEvent.click(card("DEV-1"));
    expect(opened).toHaveBeenCalledExactlyOnceWith("DEV-1");
  });

  test("the order of the column under the pointer waits for the drop", async () => {
    const board = await shown([2, 3]);
    await lift("DEV-1", columnX(0), cardY(0));
    await point(columnX(1), cardY(2));
    board.tell(board.change("5", { rank: "a" }));
    await settle(60);
    expect(keysIn("To do")).toEqual(["DEV-3", "DEV-4", "DEV-5"]);
    fireEvent.keyDown(document.body, { key: "Escape", code: "Escape" });
    await settle(40);
    expect(keysIn("To do")).toEqual(["DEV-5", "DEV-3", "DEV-4"]);
  });
});

describe("what is drawn (UX.md, section 11)", () => {
  test("lift 1 card, drag 0 more, drop at most 4 cards and 2 columns, own echo 0", async () => {
    const board = await shown([8, 8, 8]);
    const answer = held();
    board.answers["MoveIssue"] = () => answer.promise;
    resetCounts();
    await lift("DEV-1", columnX(0), cardY(0));
    expect(drawn.cards).toBe(1);
    resetCounts();
    for (const column of [1, 2, 1, 0, 1]) await point(columnX(column), cardY(column + 1));
    expect(drawn.cards).toBe(0);
    expect(drawn.columns).toBe(0);
    fireEvent.mouseUp(document, { clientX: columnX(1), clientY: cardY(2) });
    await settle(60);
    expect(keysIn("To do")).toContain("DEV-1");
    expect(drawn.cards).toBeLessThanOrEqual(4);
    expect(drawn.columns).toBeLessThanOrEqual(2);
    resetCounts();
    const echo = board.change("1", { statusId: "s2", rank: "m00002x" }, "ISSUE_MOVED", ANNA);
    answer.give({ moveIssue: cardAnswer(board.card("1")) });
    await settle(40);
    board.tell(echo);
    await settle(60);
    expect(drawn).toEqual({ cards: 0, columns: 0 });
  });

  test("another user's change of a field draws 1 card and no column", async () => {
    const board = await shown([8, 8]);
    resetCounts();
    board.tell(board.change("3", { title: "Another title" }, "ISSUE_EDITED"));
    await settle(60);
    expect(screen.getByText("Another title")).toBeTruthy();
    expect(drawn).toEqual({ cards: 1, columns: 0 });
  });
});
