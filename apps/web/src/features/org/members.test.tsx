import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { ApolloProvider } from "@apollo/client/react";
import { describe, expect, it } from "vitest";
import { apollo } from "../../lib/apollo";
import { toasts } from "../../ui/toast-store";
import { fakeApi, refusal } from "../../testing/fake-api";
import { renderInRouter } from "../../testing/in-router";
import { UnitPage } from "./unit-page";

type Row = Record<string, unknown>;
const person = (id: string, name: string): Row => ({
  __typename: "User",
  id,
  name,
  email: null,
  active: true,
  avatarUrl: null,
});
const role = (id: string, base: string): Row => ({
  __typename: "Role",
  id,
  base,
  builtIn: true,
  name: base.toLowerCase(),
  archived: false,
});
const ROLES = [role("1", "MANAGER"), role("2", "DEVELOPER"), role("3", "REPORTER"), role("4", "ANALYST")];
const [BOSS, HEAD, DEV, NEW] = [
  person("1", "Ilona"),
  person("2", "Anna"),
  person("3", "Béla"),
  person("4", "Chloe"),
];

function member(id: string, user: Row, roleId: string, unit: string): Row {
  return {
    __typename: "Membership",
    id,
    user,
    role: ROLES.find((one) => one["id"] === roleId),
    unit: { __typename: "Unit", id: unit },
  };
}

function unit(id: string, key: string, parent: string | null, members: Row[], heads: Row[]): Row {
  const can = { __typename: "UnitCan", createIssue: true, manage: true, plan: true, seeAll: true };
  const parentRef = parent === null ? null : { __typename: "Unit", id: parent };
  const kind = parent === null ? "COMPANY" : "DEPARTMENT";
  return {
    __typename: "Unit",
    id,
    key,
    name: key,
    kind,
    archived: false,
    parent: parentRef,
    can,
    statuses: [],
    sprintLengthDays: 14,
    heads,
    members,
  };
}

function company(devMembers: Row[], roles: Row[] = ROLES) {
  const units = [
    unit("10", "DEMO", null, [member("100", BOSS, "1", "10")], [BOSS]),
    unit("11", "DEV", "10", devMembers, [HEAD]),
  ];
  return { data: { units, roles } };
}

const devMembers = [member("101", HEAD, "1", "11"), member("102", DEV, "2", "11")];

function viewer(user: Row, flags: { isBoss?: boolean; isAdmin?: boolean } = {}) {
  const me = {
    __typename: "Me",
    isAdmin: false,
    isBoss: false,
    locale: "en",
    timeZone: "UTC",
    user,
    memberships: [],
    ...flags,
  };
  return () => ({ data: { me } });
}

async function open(handlers: Parameters<typeof fakeApi>[0]) {
  const { calls } = fakeApi({ Company: () => company(devMembers), ...handlers });
  await apollo().query({ query: (await import("../identity/viewer.graphql")).VIEWER });
  renderInRouter(
    <ApolloProvider client={apollo()}>
      <UnitPage unitKey="DEV" />
    </ApolloProvider>,
    "/unit/DEV",
  );
  await screen.findByRole("heading", { name: "DEV" });
  return calls;
}

const button = (name: string) => screen.getByRole("button", { name });
const deniedOf = (name: string) => button(name).getAttribute("title");

describe("R2, R12: who may change the members of a unit", () => {
  it("a head may, by the domain's own rule", async () => {
    await open({ Viewer: viewer(HEAD) });
    expect(button("Add to: Developers").getAttribute("aria-disabled")).toBeNull();
    expect(button("Remove Béla from: Developers").getAttribute("aria-disabled")).toBeNull();
    expect(button("New unit").getAttribute("aria-disabled")).toBeNull();
  });

  it("a developer may not, and reads why before trying", async () => {
    const calls = await open({ Viewer: viewer(DEV) });
    expect(deniedOf("Add to: Developers")).toBe(
      "Only a manager of this unit, or an admin, adds and removes people.",
    );
    expect(deniedOf("New unit")).toBe("Only a manager of this unit, or of one above it, may do this.");
    fireEvent.click(button("Remove Béla from: Developers"));
    await act(async () => {
      await Promise.resolve();
    });
    expect(calls.map(([name]) => name)).not.toContain("RemoveMember");
  });

  it("an admin may for others, not for themselves", async () => {
    const admin = { ...NEW };
    await open({
      Viewer: viewer(admin, { isAdmin: true }),
      Company: () => company([...devMembers, member("103", admin, "2", "11")]),
    });
    expect(button("Remove Béla from: Developers").getAttribute("aria-disabled")).toBeNull();
    expect(deniedOf("Remove Chloe from: Developers")).toContain(
      "An admin cannot change their own memberships.",
    );
  });
});

describe("R9: an archived role", () => {
  const archived = { ...role("9", "DEVELOPER"), builtIn: false, name: "Tester", archived: true };

  it("is not offered where nobody has it", async () => {
    await open({ Viewer: viewer(HEAD), Company: () => company(devMembers, [...ROLES, archived]) });
    expect(screen.queryByRole("region", { name: "Tester" })).toBeNull();
  });

  it("lets go of whoever has it, and takes nobody new", async () => {
    const last = { ...member("104", NEW, "2", "11"), role: archived };
    await open({
      Viewer: viewer(HEAD),
      Company: () => company([...devMembers, last], [...ROLES, archived]),
    });
    expect(within(screen.getByRole("region", { name: "Tester" })).getByText("Archived")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Add to: Tester" })).toBeNull();
    expect(button("Remove Chloe from: Tester").getAttribute("aria-disabled")).toBeNull();
  });
});

describe("R1: moving and archiving a unit", () => {
  const menu = () => {
    fireEvent.click(button("Actions for DEV"));
  };
  const entry = (name: RegExp) => screen.getByRole("menuitem", { name });
  const remains = (count: number) => () => ({
    data: {
      unfinished: { __typename: "IssueConnection", totalCount: count },
      inTransit: { __typename: "IssueConnection", totalCount: 0 },
    },
  });

  it("a head of the unit alone moves it nowhere: that asks for the parent too", async () => {
    await open({ Viewer: viewer(HEAD) });
    menu();
    expect(entry(/^Move/).textContent).toContain(
      "Only a manager of the unit above it, and of the one where it is to go, moves a unit.",
    );
    expect(entry(/^Archive/).getAttribute("aria-disabled")).toBeNull();
  });

  it("a place below itself is there, with the reason; another one is chosen, and it can be taken back", async () => {
    const units = [
      ...company(devMembers).data.units,
      unit("12", "APP", "11", [], [HEAD]),
      unit("13", "OPS", "10", [], [BOSS]),
    ];
    const calls = await open({
      Viewer: viewer(BOSS, { isBoss: true }),
      Company: () => ({ data: { units, roles: ROLES } }),
      MoveUnit: ({ parent }) => {
        const [, dev] = units;
        return { data: { moveUnit: { ...dev, parent: { __typename: "Unit", id: parent } } } };
      },
    });
    menu();
    fireEvent.click(entry(/^Move/));
    const below = await screen.findByRole("option", { name: /APP/ });
    expect(below.textContent).toContain("A unit cannot go below itself.");
    fireEvent.click(screen.getByRole("option", { name: /OPS/ }));
    await waitFor(() => {
      expect(toasts.get()[0]?.text).toBe("DEV is now in OPS.");
    });
    toasts.get()[0]?.action?.run();
    await waitFor(() => {
      expect(calls.filter(([name]) => name === "MoveUnit").map(([, sent]) => sent)).toMatchObject([
        { id: "11", parent: "13" },
        { id: "11", parent: "10" },
      ]);
    });
    toasts.set([]);
  });

  it("what is left to do in it is said, and keeps it from being archived", async () => {
    const calls = await open({ Viewer: viewer(HEAD), UnitRemains: remains(3) });
    menu();
    fireEvent.click(entry(/^Archive/));
    expect(await screen.findByText("3 issues in this unit are unfinished.")).toBeTruthy();
    const archive = within(screen.getByRole("dialog")).getByRole("button", { name: "Archive" });
    expect(archive.getAttribute("aria-disabled")).toBe("true");
    fireEvent.click(archive);
    expect(calls.map(([name]) => name)).not.toContain("ArchiveUnit");
  });

  it("with nothing left it is archived, and says so", async () => {
    const archived = { ...company(devMembers).data.units[1], archived: true };
    let isArchived = false;
    await open({
      Viewer: viewer(HEAD),
      UnitRemains: remains(0),
      Units: () => ({ data: { units: [] } }),
      Company: () => {
        const data = company(devMembers).data;
        return { data: isArchived ? { ...data, units: [data.units[0], archived] } : data };
      },
      ArchiveUnit: () => {
        isArchived = true;
        return { data: { archiveUnit: archived } };
      },
    });
    menu();
    fireEvent.click(entry(/^Archive/));
    const archive = await within(await screen.findByRole("dialog")).findByRole("button", { name: "Archive" });
    await waitFor(() => {
      expect(archive.getAttribute("aria-disabled")).toBeNull();
    });
    fireEvent.click(archive);
    expect(await screen.findByText("This unit is archived: nothing new comes into it.")).toBeTruthy();
    toasts.set([]);
  });
});

describe("removing a member", () => {
  it("is done at once and can be taken back", async () => {
    const added = member("109", DEV, "2", "11");
    const calls = await open({
      Viewer: viewer(HEAD),
      RemoveMember: () => ({
        data: { removeMember: { __typename: "Unit", id: "11", heads: [HEAD], members: [devMembers[0]] } },
      }),
      AddMember: () => ({
        data: {
          addMember: {
            ...added,
            unit: { __typename: "Unit", id: "11", heads: [HEAD], members: [devMembers[0], added] },
          },
        },
      }),
    });
    fireEvent.click(button("Remove Béla from: Developers"));
    await waitFor(() => {
      expect(screen.queryByText("Béla")).toBeNull();
    });
    const [toast] = toasts.get();
    expect(toast?.text).toBe("Béla is no longer in DEV. Group: Developers.");
    toast?.action?.run();
    const group = screen.getByRole("region", { name: "Developers" });
    expect(await within(group).findByText("Béla")).toBeTruthy();
    expect(calls.at(-1)?.[1]).toMatchObject({ unit: "11", user: "3", role: "2" });
    toasts.set([]);
  });

  it("that the server refuses says why and leaves the member", async () => {
    const message = { key: "member.lastBoss", params: {} };
    await open({ Viewer: viewer(HEAD), RemoveMember: () => refusal("CONFLICT", { message }) });
    fireEvent.click(button("Remove Béla from: Developers"));
    await waitFor(() => {
      expect(toasts.get()[0]?.text).toBe("The company needs one boss at least; this is the last.");
    });
    expect(screen.getByText("Béla")).toBeTruthy();
    toasts.set([]);
  });
});
