import { ApolloProvider } from "@apollo/client/react";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { apollo } from "../../../lib/apollo";
import { toasts } from "../../../ui/toast-store";
import { fakeApi } from "../../../testing/fake-api";
import { renderInRouter } from "../../../testing/in-router";
import { VIEWER } from "../../identity/viewer.graphql";
import { ActingFor } from "./acting-for";
import { DeputiesSection } from "./deputies-section";

type Row = Record<string, unknown>;
const person = (id: string, name: string): Row => ({
  __typename: "User",
  id,
  name,
  email: null,
  active: true,
  avatarUrl: null,
});
const [BOSS, ANNA, BELA] = [person("1", "Ilona"), person("2", "Anna"), person("3", "Béla")];
const MANAGER = {
  __typename: "Role",
  id: "1",
  base: "MANAGER",
  builtIn: true,
  name: "Manager",
  archived: false,
};
const ROOT = {
  __typename: "Unit",
  id: "10",
  key: "DEMO",
  name: "Demo",
  kind: "COMPANY",
  archived: false,
  parent: null,
  can: { __typename: "UnitCan", createIssue: true, manage: true, plan: true, seeAll: true },
  statuses: [],
  sprintLengthDays: 14,
  heads: [BOSS],
  members: [
    {
      __typename: "Membership",
      id: "100",
      user: BOSS,
      role: MANAGER,
      unit: { __typename: "Unit", id: "10" },
    },
  ],
};

function deputy(id: string, user: Row, from: string, to: string, more: Row = {}): Row {
  return { __typename: "Deputy", id, from, to, active: false, endedAt: null, user, boss: BOSS, ...more };
}
const PRESENT = [
  deputy("1", ANNA, "2026-11-20", "2026-11-28", { active: true }),
  deputy("2", BELA, "2026-12-01", "2026-12-05"),
];

function open(user: Row, isBoss: boolean, handlers: Parameters<typeof fakeApi>[0] = {}) {
  const { calls } = fakeApi({
    Company: () => ({ data: { units: [ROOT], roles: [MANAGER] } }),
    Deputies: () => ({ data: { deputies: PRESENT } }),
    PastDeputies: () => ({ data: { deputies: [deputy("3", ANNA, "2026-10-01", "2026-10-03")] } }),
    Users: () => ({ data: { users: [ANNA, BELA] } }),
    ...handlers,
  });
  const me = {
    __typename: "Me",
    isAdmin: false,
    isBoss,
    locale: "en",
    timeZone: "UTC",
    memberships: [],
    user,
  };
  apollo().writeQuery({ query: VIEWER, data: { me } as never });
  renderInRouter(
    <ApolloProvider client={apollo()}>
      <DeputiesSection />
      {isBoss && <ActingFor />}
    </ApolloProvider>,
  );
  return calls;
}

afterEach(() => {
  toasts.set([]);
});

describe("deputies (section 1, R2)", () => {
  it("shows who acts now and who is to, and on request who has acted", async () => {
    open(BOSS, true);
    const now = (await screen.findByText("Anna")).closest("li");
    expect(now?.textContent).toContain("Acting now");
    expect(now?.textContent).toContain("for Ilona: 20 Nov 2026 to 28 Nov 2026");
    expect(screen.getByText("Béla").closest("li")?.textContent).toContain("Coming");
    fireEvent.click(screen.getByRole("button", { name: "Show past ones" }));
    const past = await screen.findByRole("list", { name: "Over" });
    expect(past.textContent).toContain("1 Oct 2026 to 3 Oct 2026");
    expect(within(past).queryByRole("button")).toBeNull();
  });

  it("a boss names one from a day to a day; the wrong way round is refused before the request", async () => {
    const calls = open(BOSS, true, {
      NameDeputy: () => ({ data: { nameDeputy: { __typename: "User", id: "3" } } }),
    });
    const name = await screen.findByRole("button", { name: "Name a deputy" });
    await screen.findByText("Anna");
    fireEvent.click(name);
    const dialog = within(screen.getByRole("dialog", { name: "Name a deputy" }));
    fireEvent.click(dialog.getByRole("button", { name: "Choose a person" }));
    fireEvent.click(await screen.findByRole("option", { name: /Béla/ }));
    await dialog.findByRole("button", { name: "Béla" });
    fireEvent.change(dialog.getByLabelText("First day"), { target: { value: "2026-12-10" } });
    fireEvent.change(dialog.getByLabelText("Last day"), { target: { value: "2026-12-09" } });
    const send = dialog.getByRole("button", { name: "Name a deputy" });
    fireEvent.click(send);
    expect(await dialog.findByText("The last day lies before the first.")).toBeTruthy();
    expect(calls.map(([called]) => called)).not.toContain("NameDeputy");
    fireEvent.change(dialog.getByLabelText("Last day"), { target: { value: "2026-12-12" } });
    fireEvent.click(send);
    await waitFor(() => {
      expect(toasts.get()[0]?.text).toBe("Béla acts for you from 10 Dec 2026 to 12 Dec 2026.");
    });
    expect(calls.find(([called]) => called === "NameDeputy")?.[1]).toMatchObject({
      user: "3",
      from: "2026-12-10",
      to: "2026-12-12",
    });
  });

  it("one is ended before its last day", async () => {
    const calls = open(BOSS, true, {
      EndDeputy: () => ({ data: { endDeputy: { __typename: "User", id: "2" } } }),
    });
    fireEvent.click(await screen.findByRole("button", { name: /^End: Anna/ }));
    await waitFor(() => {
      expect(toasts.get()[0]?.text).toBe("Anna no longer acts for Ilona.");
    });
    expect(calls.find(([called]) => called === "EndDeputy")?.[1]).toMatchObject({ deputy: "1" });
  });

  it("a deputy reads for whom and until when they act, and names none", async () => {
    open(ANNA, true);
    expect(await screen.findByText("Acting for Ilona until 28 Nov 2026")).toBeTruthy();
    await waitFor(() => {
      expect(screen.getByRole("button", { name: "Name a deputy" }).getAttribute("title")).toBe(
        "Only a boss names deputies, and only in their own name.",
      );
    });
  });

  it("nobody else is shown anything, and nothing is asked", () => {
    const calls = open(BELA, false);
    expect(screen.queryByText("Deputies")).toBeNull();
    expect(calls).toEqual([]);
  });
});
