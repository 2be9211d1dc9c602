import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as live from "../../lib/live";
import { toasts } from "../../ui/toast-store";
import { ANNA, BORIS, cardAnswer, FakeBoard, held, holdStream } from "./testing/board-fixture";
import { cardY, columnX, layOut, settle, showBoard } from "./testing/board-screen-fixture";

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
    // eslint-disable-next-line react-hooks/rules-of-hooks -- it stands for the hook itself
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
vi.mock("../issues/prefetch-issue", () => ({ prefetchIssue: () => undefined }));

beforeEach(() => {
  layOut();
  opened.mockReset();
  toasts.set([]);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function shown(counts: readonly number[], role?: Parameters<typeof showBoard>[1]): Promise<FakeBoard> {
  const board = new FakeBoard(counts);
  holdStream(board, live);
  await showBoard(board, role);
  return board;
}

const card = (key: string) => screen.getByRole("listitem", { name: new RegExp(`^${key} `) });
const columnOf = (name: string) => screen.getByRole("region", { name });
const keysIn = (name: string) =>
  within(columnOf(name))
    .queryAllByRole("listitem")
    .map((item) => item.querySelector("[id^=card-key]")?.textContent);
const announced = () => screen.getByTestId("announcer").textContent?.trim();
const alarm = () => screen.getByRole("alert").textContent?.trim();

/** Announcements come at most twice a second. */
const spoken = () => settle(560);

async function press(key: string, options: object = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  fireEvent.keyDown(target, { key, code: key, ...options });
  await settle(5);
}

function resetCounts(): void {
  drawn.cards = 0;
  drawn.columns = 0;
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

/** Moves the pointer and lets the frame come in which the drag looks at it. */
async function point(x: number, y: number): Promise<void> {
  fireEvent.mouseMove(document, { clientX: x, clientY: y });
  await settle(40);
}

async function lift(key: string, x: number, y: number): Promise<void> {
  fireEvent.mouseDown(card(key), { clientX: x, clientY: y, button: 0 });
  fireEvent.mouseMove(document, { clientX: x + 3, clientY: y });
  await settle(5);
  await point(x + 8, y + 4);
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
    fireEvent.mouseUp(document, { clientX: columnX(1), clientY: cardY(1) - 30 });
    await settle(40);
    expect(keysIn("To do")).toEqual(["DEV-4", "DEV-1", "DEV-5", "DEV-6"]);
    expect(board.asked("MoveIssue")[0]?.variables).toMatchObject({ after: "4", before: "5", status: "s2" });
  });

  test("ORD-07: below the last card and in an empty column the card becomes the last one", async () => {
    const board = await shown([2, 2]);
    board.answers["MoveIssue"] = () => held().promise;
    await lift("DEV-1", columnX(0), cardY(0));
    await point(columnX(1), 790);
    fireEvent.mouseUp(document, { clientX: columnX(1), clientY: 790 });
    await settle(40);
    expect(keysIn("To do")).toEqual(["DEV-3", "DEV-4", "DEV-1"]);
    await lift("DEV-2", columnX(0), cardY(0));
    await point(columnX(2), 500);
    fireEvent.mouseUp(document, { clientX: columnX(2), clientY: 500 });
    await settle(40);
    expect(keysIn("In progress")).toEqual(["DEV-2"]);
  });

  test("L2, R12: a denied column says why at lift; a release there changes nothing and asks nothing", async () => {
    const board = await shown([2]);
    await lift("DEV-1", columnX(0), cardY(0));
    expect(within(columnOf("Closed")).getByText("Only the boss closes issues.")).toBeTruthy();
    expect(within(columnOf("To do")).queryByText(/boss/)).toBeNull();
    await point(columnX(4), 300);
    fireEvent.mouseUp(document, { clientX: columnX(4), clientY: 300 });
    await settle(40);
    expect(keysIn("Backlog")).toEqual(["DEV-1", "DEV-2"]);
    expect(toasts.get().map(({ text }) => text)).toEqual([
      "DEV-1 stays where it is. Only the boss closes issues.",
    ]);
    expect(board.asked("MoveIssue")).toEqual([]);
    expect(within(columnOf("Closed")).queryByText("Only the boss closes issues.")).toBeNull();
  });

  test("Escape ends a drag and the card is where it was", async () => {
    const board = await shown([2, 1]);
    await lift("DEV-1", columnX(0), cardY(0));
    await point(columnX(1), cardY(0));
    fireEvent.keyDown(document.body, { key: "Escape", code: "Escape" });
    await settle(40);
    fireEvent.mouseUp(document, { clientX: columnX(1), clientY: cardY(0) });
    await settle(40);
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
