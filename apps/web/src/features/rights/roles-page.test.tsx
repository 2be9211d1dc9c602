import { ApolloProvider } from "@apollo/client/react";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { apollo } from "../../lib/apollo";
import { fakeApi, refusal } from "../../testing/fake-api";
import { renderInRouter } from "../../testing/in-router";
import { toasts } from "../../ui/toast-store";
import { RolesPage } from "./roles-page";

const person = { __typename: "User", id: "1", name: "Ilona", email: null, active: true, avatarUrl: null };

function role(id: string, base: string, own: object = {}) {
  const matrix = {
    reach: "UNIT",
    readFields: ["estimate", "comments"],
    writeFields: [],
    actions: ["comment", "close"],
  };
  return {
    __typename: "Role",
    id,
    base,
    builtIn: true,
    name: base,
    archived: false,
    revision: 1,
    ...matrix,
    ...own,
  };
}

const TESTER = role("9", "DEVELOPER", { builtIn: false, name: "Tester", actions: ["comment"], revision: 3 });

const ROLES = [role("1", "MANAGER"), role("2", "DEVELOPER"), TESTER];

function me(flags: object) {
  const own = { isAdmin: false, isBoss: false, locale: "en", timeZone: "UTC", user: person, memberships: [] };
  return { data: { me: { __typename: "Me", ...own, ...flags } } };
}

function company() {
  const unit = {
    __typename: "Unit",
    id: "10",
    key: "DEMO",
    name: "Demo",
    kind: "COMPANY",
    archived: false,
    parent: null,
  };
  const can = { __typename: "UnitCan", createIssue: true, manage: true, plan: true, seeAll: true };
  return {
    data: {
      units: [{ ...unit, can, statuses: [], sprintLengthDays: 14, heads: [], members: [] }],
      roles: ROLES,
    },
  };
}

async function open(flags: object, handlers: Parameters<typeof fakeApi>[0] = {}) {
  const { calls } = fakeApi({
    Viewer: () => me(flags),
    Company: company,
    Roles: () => ({ data: { roles: ROLES } }),
    ...handlers,
  });
  await apollo().query({ query: (await import("../identity/viewer.graphql")).VIEWER });
  renderInRouter(
    <ApolloProvider client={apollo()}>
      <RolesPage />
    </ApolloProvider>,
  );
  await screen.findByRole("grid", { name: "What each role may" });
  return calls;
}

// By label: to compute the role and name of every cell takes jsdom seconds.
const cell = (name: string | RegExp) => screen.getByLabelText(name);
const button = (words: string) => screen.getByText(words);
const updates = (calls: [string, unknown][]) => calls.filter(([name]) => name === "UpdateRole");

describe("R9: the matrix of roles", () => {
  it("changes a cell in one click and saves the role as a whole, on the revision that was read", async () => {
    const saved = { ...TESTER, writeFields: ["estimate"], revision: 4 };
    const calls = await open({ isAdmin: true }, { UpdateRole: () => ({ data: { updateRole: saved } }) });
    fireEvent.click(cell("Estimate, Tester: read"));
    expect(cell("Estimate, Tester: write, not saved yet")).not.toBeNull();
    fireEvent.click(button("Save"));
    await waitFor(() => {
      expect(screen.queryByText("1 change not saved")).toBeNull();
    });
    const [[, variables]] = updates(calls) as [[string, Record<string, unknown>]];
    expect(variables).toMatchObject({
      id: "9",
      revision: 3,
      input: {
        reach: "UNIT",
        readFields: ["comments", "estimate"],
        writeFields: ["estimate"],
        actions: ["comment"],
      },
    });
  });

  it("I5: who changed the role meanwhile is told of, and what was wished stays", async () => {
    const conflict = () => refusal("CONFLICT", { message: { key: "record.changedSince", params: {} } });
    await open({ isAdmin: true }, { UpdateRole: conflict });
    fireEvent.click(cell("Estimate, Tester: read"));
    fireEvent.click(button("Save"));
    await waitFor(() => {
      expect(toasts.get().at(-1)?.text).toMatch(/^“Tester” was not saved/);
    });
    expect(cell("Estimate, Tester: write, not saved yet")).not.toBeNull();
  });

  it("section 3: a law's cell is locked and says which law", async () => {
    await open({ isAdmin: true });
    const close = cell("Close, Tester: no");
    expect(close.getAttribute("aria-disabled")).toBe("true");
    fireEvent.click(close);
    expect(toasts.get().at(-1)?.text).toBe(
      "Only the built-in Manager has this (L2). No role can be given it.",
    );
  });

  it("R12: built-in roles, and everything for who is no admin, say why they stay", async () => {
    await open({});
    expect(cell("Estimate, Tester: read").title).toBe("Only an admin or a boss makes and changes roles.");
    expect(button("New role").title).toBe("Only an admin or a boss makes and changes roles.");
  });

  it("a combination that cannot be is said before it is sent", async () => {
    const calls = await open({ isBoss: true });
    fireEvent.click(cell("Internal comments, Tester: hidden"));
    fireEvent.click(cell("Which issues it reaches, Tester: The unit’s"));
    fireEvent.click(cell(/Which issues it reaches, Tester: The unit’s and below/));
    const bar = screen.getByText("2 changes not saved");
    expect(bar.textContent).toContain("Internal comments are read in a whole unit");
    fireEvent.click(button("Save"));
    await act(async () => {
      await Promise.resolve();
    });
    expect(updates(calls)).toHaveLength(0);
  });

  it("arrows move over the cells, of which one is a tab stop", async () => {
    await open({ isAdmin: true });
    const grid = screen.getByRole("grid");
    const stops = () =>
      [...grid.querySelectorAll<HTMLElement>("[data-cell]")].filter((one) => one.tabIndex === 0);
    expect(stops()).toHaveLength(1);
    stops()[0]?.focus();
    fireEvent.keyDown(document.activeElement as Element, { key: "ArrowDown" });
    fireEvent.keyDown(document.activeElement as Element, { key: "End" });
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Title, Tester/);
    expect(stops()).toEqual([document.activeElement]);
  });
});
