import { ApolloProvider } from "@apollo/client/react";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { apollo } from "../../../lib/apollo";
import { fakeApi } from "../../../testing/fake-api";
import { renderInRouter } from "../../../testing/in-router";
import { MyWorkPage } from "./my-work-page";
import { WORK_FILTERS, type WorkTab } from "./work-tabs";

const roles = vi.hoisted(() => ({ base: "DEVELOPER" }));
vi.mock("../../identity/viewer", () => ({
  useViewer: () => ({ memberships: [{ role: { base: roles.base }, unit: { key: "DEV" } }] }),
}));

const unit = { __typename: "Unit", id: "1", key: "SALES", name: "Sales" };
const status = (id: string, name: string, category: string) => ({ __typename: "Status", id, name, category });
const todo = status("2", "To do", "TODO");
const moveTo = [status("3", "In progress", "IN_PROGRESS"), status("5", "Resolved", "RESOLVED")];

function issue(key: string, more: object = {}): object {
  return {
    __typename: "Issue",
    id: key,
    key,
    title: `Title of ${key}`,
    priority: "HIGH",
    dueDate: null,
    inTransit: false,
    revision: 4,
    updatedAt: "2026-11-20T00:00:00Z",
    status: todo,
    unit,
    assignee: { __typename: "User", id: "7", name: "Sára", avatarUrl: null },
    can: { __typename: "IssueCan", comment: true, moveTo },
    handoffs: [],
    ...more,
  };
}

function show(tab: WorkTab, nodes: readonly object[], base = "DEVELOPER") {
  roles.base = base;
  const answer = () => ({
    data: { issues: { __typename: "IssueConnection", totalCount: nodes.length, nodes } },
  });
  const { calls } = fakeApi({
    MyWork: answer,
    MyWaiting: answer,
    SetStatus: () => ({ data: { moveIssue: null } }),
    AddComment: () => ({ data: { addComment: null } }),
  });
  const router = renderInRouter(
    <ApolloProvider client={apollo()}>
      <MyWorkPage tab={tab} />
    </ApolloProvider>,
  );
  return { calls, router };
}

describe("My work", () => {
  test("R8: 'I follow' shows where an issue is and who holds it; what is hidden has a lock", async () => {
    const { calls } = show("following", [issue("DEV-1", { priority: null }), issue("DEV-2")]);
    const list = await screen.findByRole("list", { name: "I follow" });
    const [first, second] = within(list).getAllByRole("button");
    expect(first?.textContent).toMatch(/DEV-1 Title of DEV-1.*Sales.*To do.*Held by Sára/);
    expect(within(first ?? list).getByRole("img", { name: "More is hidden for your role" })).toBeTruthy();
    expect(within(second ?? list).queryByRole("img", { name: "More is hidden for your role" })).toBeNull();
    expect(calls[0]?.[1]).toMatchObject({ filter: WORK_FILTERS.following });
  });

  test("H5: what waits shows on whom, and since when", async () => {
    const heads = [{ __typename: "User", id: "9", name: "Béla" }];
    const step = {
      __typename: "HandoffStep",
      id: "1",
      current: true,
      waitedMinutes: 3 * 1440,
      unit: { __typename: "Unit", id: "2", name: "Development", heads },
    };
    const passage = {
      __typename: "Handoff",
      id: "1",
      state: "PENDING",
      startedAt: "2026-11-20T00:00:00Z",
      endedAt: null,
      to: { __typename: "Unit", id: "2", name: "Development" },
      steps: [step],
    };
    show("waiting", [issue("DEV-1", { inTransit: true, handoffs: [passage] })]);
    const row = await screen.findByRole("button", { name: /DEV-1/ });
    expect(row.textContent).toMatch(/Waits for Béla.*for 3 days.*In transit/);
  });

  test("J, K and the arrows go through the rows; Enter's click opens the issue", async () => {
    const { router } = show("now", [issue("DEV-1"), issue("DEV-2")]);
    await screen.findByRole("list", { name: "Now" });
    fireEvent.keyDown(document.body, { key: "j" });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowDown" });
    expect(document.activeElement?.textContent).toContain("DEV-2");
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "л", code: "KeyK" });
    expect(document.activeElement?.textContent).toContain("DEV-1");
    fireEvent.click(document.activeElement ?? document.body);
    await waitFor(() => {
      expect(router.state.location.search).toEqual({ issue: "DEV-1" });
    });
  });

  test("R6: a reporter begins, resolves and comments there; nobody else has these buttons", async () => {
    const { calls } = show("incoming", [issue("DEV-1")], "REPORTER");
    fireEvent.click(await screen.findByRole("button", { name: "Resolved" }));
    await waitFor(() => {
      expect(calls.find(([name]) => name === "SetStatus")?.[1]).toMatchObject({
        id: "DEV-1",
        status: "5",
        revision: 4,
      });
    });
    expect(screen.getByRole("button", { name: "In progress" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Comment" }));
    fireEvent.change(screen.getByLabelText("Comment on DEV-1"), { target: { value: "Done" } });
    fireEvent.click(screen.getByRole("button", { name: "Send" }));
    await waitFor(() => {
      expect(calls.find(([name]) => name === "AddComment")?.[1]).toMatchObject({
        issue: "DEV-1",
        body: "Done",
      });
    });
  });

  test("a developer works on the board, so there are no such buttons", async () => {
    show("incoming", [issue("DEV-1")]);
    await screen.findByRole("list", { name: "Incoming" });
    expect(screen.queryByRole("button", { name: "Resolved" })).toBeNull();
  });
});
