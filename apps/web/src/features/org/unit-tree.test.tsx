import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderInRouter } from "../../testing/in-router";
import * as units from "./units";
import { UnitTreeNav } from "./unit-tree";
import { buildTree } from "./tree-model";

function unit(id: string, name: string, parent: string | null): units.UnitNode {
  const can = { createIssue: true, manage: true, plan: true, seeAll: true };
  const parentRef = parent === null ? null : { id: parent };
  return {
    id,
    key: name.toUpperCase(),
    name,
    kind: "DEPARTMENT",
    archived: false,
    parent: parentRef,
    can,
    statuses: [],
  };
}

const company = [
  unit("1", "Demo", null),
  unit("2", "Design", "1"),
  unit("3", "Sales", "1"),
  unit("4", "Service", "3"),
];

async function show(at = "/board/DESIGN", all = company): Promise<void> {
  vi.spyOn(units, "useAllUnits").mockReturnValue(all);
  vi.spyOn(units, "useUnitTree").mockImplementation((withArchived) =>
    buildTree(all.filter((one) => withArchived === true || !one.archived)),
  );
  renderInRouter(<UnitTreeNav isCompact={false} />, at);
  await screen.findByRole("tree");
}

const items = () => screen.getAllByRole("treeitem");
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

function focus(name: RegExp): void {
  act(() => {
    screen.getByRole("treeitem", { name }).focus();
  });
}

beforeEach(() => {
  localStorage.clear();
});

describe("the unit tree", () => {
  it("has one tab stop, at the unit of the page", async () => {
    await show();
    expect(items().filter((item) => item.tabIndex === 0)).toEqual([
      screen.getByRole("treeitem", { name: /^Design/ }),
    ]);
    expect(screen.getByRole("treeitem", { name: /^Design/ }).getAttribute("aria-current")).toBe("page");
  });

  it("is walked by arrows and letters, and takes its tab stop along", async () => {
    await show();
    focus(/^Design/);
    press("ArrowDown");
    expect(document.activeElement).toBe(screen.getByRole("treeitem", { name: /^Sales/ }));
    press("s");
    const service = screen.getByRole("treeitem", { name: /^Service/ });
    expect(document.activeElement).toBe(service);
    expect(items().filter((item) => item.tabIndex === 0)).toEqual([service]);
    press("ArrowLeft");
    expect(document.activeElement).toBe(screen.getByRole("treeitem", { name: /^Sales/ }));
  });

  it("closes and opens a branch by keys and by its arrow, and says so", async () => {
    await show();
    const sales = screen.getByRole("treeitem", { name: /^Sales/ });
    expect(sales.getAttribute("aria-expanded")).toBe("true");
    focus(/^Sales/);
    press("ArrowLeft");
    expect(sales.getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByRole("treeitem", { name: /^Service/ })).toBeNull();
    press("ArrowRight");
    expect(screen.getByRole("treeitem", { name: /^Service/ })).toBeTruthy();
  });

  it("are links, so that a board opens in a new tab too", async () => {
    await show();
    expect(screen.getByRole("treeitem", { name: /^Sales/ }).getAttribute("href")).toBe("/board/SALES");
  });

  it("R1: archived units are there on request, marked as such, and lead to their page", async () => {
    await show("/board/DESIGN", [...company, { ...unit("5", "Old", "1"), archived: true }]);
    expect(screen.queryByRole("treeitem", { name: /Old/ })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Show 1 archived unit" }));
    const old = screen.getByRole("treeitem", { name: /^Archived\s*Old/ });
    expect(old.getAttribute("href")).toBe("/unit/OLD");
    fireEvent.click(screen.getByRole("button", { name: "Hide archived units" }));
    expect(screen.queryByRole("treeitem", { name: /Old/ })).toBeNull();
  });
});
