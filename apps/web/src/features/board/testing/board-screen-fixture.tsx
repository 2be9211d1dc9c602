import { ApolloProvider } from "@apollo/client/react";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { expect, vi } from "vitest";
import { UNITS } from "../../org/units.graphql";
import { VIEWER } from "../../identity/viewer.graphql";
import { Announcer } from "../../../ui/announcer";
import { BoardPage } from "../board-page";
import { ANNA, STATUSES, UNIT, type FakeBoard } from "./board-fixture";

const COLUMN_WIDTH = 280;
const COLUMN_GAP = 12;
const LIST_TOP = 100;
const LIST_HEIGHT = 700;

/** jsdom lays nothing out. Columns stand side by side, each with a list of 700 px; cards where their transform puts them. */
function boxOf(element: Element): DOMRect {
  const column = element.closest("[data-column]");
  const columns = [...document.querySelectorAll("[data-column]")];
  const left = column ? columns.indexOf(column) * (COLUMN_WIDTH + COLUMN_GAP) : 0;
  const offset = /translateY\((\d+)px\)/.exec((element as HTMLElement).style.transform)?.[1];
  if (element.matches("[data-card]")) return new DOMRect(left + 8, LIST_TOP + Number(offset ?? 0), 264, 72);
  if (element.matches("[data-list]")) return new DOMRect(left, LIST_TOP, COLUMN_WIDTH, LIST_HEIGHT);
  if (element.matches("[data-column]")) return new DOMRect(left, 60, COLUMN_WIDTH, LIST_HEIGHT + 40);
  return new DOMRect(0, 0, 1_780, 900);
}

/** To be called before each test that shows a board. */
export function layOut(): void {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function box(this: Element) {
    return boxOf(this);
  });
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(LIST_HEIGHT);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(COLUMN_WIDTH);
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number) {
    if (typeof to === "object") this.scrollTop = to.top ?? 0;
  };
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener: () => undefined }));
}

export function columnX(index: number): number {
  return index * (COLUMN_WIDTH + COLUMN_GAP) + COLUMN_WIDTH / 2;
}

/** The middle of the n-th card of a list that is not scrolled. */
export function cardY(index: number): number {
  return LIST_TOP + 8 + index * 80 + 36;
}

type Role = "MANAGER" | "DEVELOPER" | "REPORTER";

/** What is only asked of a custom role. */
const NO_MATRIX = {
  reach: "TREE" as const,
  readFields: [],
  writeFields: [],
  actions: [],
  archived: false,
  revision: 1,
};

/** The board's page, as the viewer Anna with a role in the unit. */
export async function showBoard(board: FakeBoard, role: Role = "MANAGER") {
  const can = { __typename: "UnitCan" as const, createIssue: true, manage: true, plan: true, seeAll: true };
  const shared = { archived: false, can, __typename: "Unit" as const };
  const root = {
    ...shared,
    id: "1",
    key: "DEMO",
    name: "Demo",
    kind: "COMPANY" as const,
    parent: null,
    statuses: [],
  };
  const parent = { __typename: "Unit" as const, id: root.id };
  const unit = { ...shared, ...UNIT, kind: "DEPARTMENT" as const, parent, statuses: STATUSES };
  const membership = {
    __typename: "Membership" as const,
    id: "m1",
    role: { __typename: "Role" as const, id: "r1", base: role, builtIn: true, name: role, ...NO_MATRIX },
    unit: { ...UNIT, kind: "DEPARTMENT" as const },
  };
  const user = { ...ANNA, email: "anna@demo.test", active: true };
  const me = { __typename: "Me", isAdmin: false, isBoss: false, locale: "en", timeZone: "UTC", user };
  const { cache } = board.client;
  cache.writeQuery({ query: VIEWER, data: { me: { ...me, memberships: [membership] } } });
  cache.writeQuery({ query: UNITS, data: { units: [root, unit] } });
  const page = render(
    <ApolloProvider client={board.client}>
      <BoardPage unitKey="DEV" under={false} />
      <Announcer />
    </ApolloProvider>,
  );
  // Dragging and menus come when the page is idle.
  for (let tries = 0; tries < 100 && !page.container.querySelector(".line"); tries += 1) await settle(30);
  expect(page.container.querySelector(".line")).not.toBeNull();
  await settle(20);
  return page;
}

/** Lets answers come, the idle part of the board load, and a few frames pass. */
export async function settle(ms = 120): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
  });
}

export const card = (key: string) => screen.getByRole("listitem", { name: new RegExp(`^${key} `) });
export const columnOf = (name: string) => screen.getByRole("region", { name });
export const keysIn = (name: string) =>
  within(columnOf(name))
    .queryAllByRole("listitem")
    .map((item) => item.querySelector("[id^=card-key]")?.textContent);
export const announced = () => screen.getByTestId("announcer").textContent.trim();
export const alarm = () => screen.getByRole("alert").textContent.trim();

/** Announcements come at most twice a second. */
export const spoken = () => settle(560);

/** A key on whatever has the focus. */
export async function press(key: string, options: object = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  fireEvent.keyDown(target, { key, code: key, ...options });
  await settle(5);
}

/** Moves the pointer and lets the frame come in which the drag looks at it. */
export async function point(x: number, y: number): Promise<void> {
  fireEvent.mouseMove(document, { clientX: x, clientY: y });
  await settle(40);
}

export async function release(x: number, y: number): Promise<void> {
  fireEvent.mouseUp(document, { clientX: x, clientY: y });
  await settle(40);
}

/** Presses on a card and moves past the way that makes a drag of it. */
export async function lift(key: string, x: number, y: number): Promise<void> {
  fireEvent.mouseDown(card(key), { clientX: x, clientY: y, button: 0 });
  fireEvent.mouseMove(document, { clientX: x + 3, clientY: y });
  await settle(5);
  await point(x + 8, y + 4);
}
