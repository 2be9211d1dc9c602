import { ApolloProvider } from "@apollo/client/react";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { apollo } from "../../../lib/apollo";
import { toasts } from "../../../ui/toast-store";
import { fakeApi, refusal } from "../../../testing/fake-api";
import { renderInRouter } from "../../../testing/in-router";
import { VIEWER } from "../../identity/viewer.graphql";
import { UNITS } from "../../org/units.graphql";
import { ClosurePage } from "./closure-page";

vi.mock("../../../lib/live", () => ({ subscribeLive: () => () => undefined }));
// Its own tests show it; here only where it stands.
vi.mock("../issue-view", () => ({
  IssueView: ({ issueKey }: { issueKey: string }) => <p>Beside: {issueKey}</p>,
}));

type Row = Record<string, unknown>;
const RESOLVED = { __typename: "Status", id: "s5", name: "Resolved", category: "RESOLVED" };
const CLOSED = { __typename: "Status", id: "s6", name: "Closed", category: "CLOSED" };

function row(id: number, changes: Row = {}): Row {
  return {
    __typename: "Issue",
    id: String(id),
    key: `DEV-${String(id)}`,
    title: `Title ${String(id)}`,
    type: "TASK",
    resolution: "DONE",
    updatedAt: "2026-11-20T08:00:00Z",
    status: RESOLVED,
    unit: { __typename: "Unit", id: "3", name: "Development" },
    assignee: null,
    can: { __typename: "IssueCan", close: true, return: true },
    ...changes,
  };
}

/** A queue of so many issues that behaves as the server's. */
function server(count: number, handlers: Parameters<typeof fakeApi>[0] = {}) {
  const waiting = new Map(
    Array.from({ length: count }, (_none, index) => [String(index + 1), row(index + 1)]),
  );
  const list = () => ({
    data: {
      awaitingClosure: {
        __typename: "IssueConnection",
        totalCount: waiting.size,
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
        nodes: [...waiting.values()],
      },
    },
  });
  const take = (name: string, ids: unknown) => ({
    data: {
      [name]: (ids as string[]).map((id) => {
        waiting.delete(id);
        return { ...row(Number(id), { status: CLOSED }), closedAt: "2026-11-25T10:00:00Z", revision: 9 };
      }),
    },
  });
  return {
    waiting,
    ...fakeApi({
      AwaitingClosure: list,
      AwaitingCount: list,
      CloseIssues: ({ ids }) => take("closeIssues", ids),
      ReturnIssues: ({ ids }) => take("returnIssues", ids),
      ...handlers,
    }),
  };
}

async function open(isBoss = true) {
  const user = {
    __typename: "User" as const,
    id: "u1",
    name: "Ilona",
    email: null,
    active: true,
    avatarUrl: null,
  };
  const me = {
    __typename: "Me" as const,
    isAdmin: false,
    isBoss,
    locale: "en",
    timeZone: "UTC",
    memberships: [],
    user,
  };
  apollo().writeQuery({ query: VIEWER, data: { me } });
  apollo().writeQuery({ query: UNITS, data: { units: [] } });
  renderInRouter(
    <ApolloProvider client={apollo()}>
      <ClosurePage filter={{}} onFilter={() => undefined} />
    </ApolloProvider>,
    "/closure",
  );
  await screen.findByRole("heading", { name: "Awaiting closure" });
}

const key = (name: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, code: name, ...more });
const rows = () => screen.queryAllByRole("listitem").map((item) => /DEV-\d+/.exec(item.textContent)?.[0]);
const sent = (calls: readonly [string, unknown][], name: string) =>
  calls.filter(([called]) => called === name).map(([, variables]) => variables);

beforeEach(() => {
  localStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  toasts.set([]);
});

describe("L2: the boss's queue", () => {
  test("Ctrl+A and Y close all ten, which go at once and in one call", async () => {
    const { calls } = server(10);
    await open();
    await waitFor(() => {
      expect(rows()).toHaveLength(10);
    });
    key("a", { ctrlKey: true });
    expect(screen.getByText("10 of 10 selected")).toBeTruthy();
    key("y");
    expect(rows()).toHaveLength(0);
    expect(await screen.findByText("Nothing waits to be closed. What is resolved comes here.")).toBeTruthy();
    const [close, ...more] = sent(calls, "CloseIssues");
    expect(more).toEqual([]);
    expect(close).toMatchObject({
      ids: Array.from({ length: 10 }, (_none, index) => String(index + 1)),
      comment: null,
    });
    expect(toasts.get().map(({ text }) => text)).toEqual(["10 issues are closed."]);
  });

  test("nobody else sees it, and nothing is asked", async () => {
    const { calls } = server(3);
    await open(false);
    expect(screen.getByText("Only the boss sees what waits to be closed.")).toBeTruthy();
    expect(calls).toEqual([]);
  });

  test("R, a reason and Ctrl+Enter return the row with the focus, which the arrows move", async () => {
    const { calls } = server(3);
    await open();
    await screen.findByText("Title 3");
    key("ArrowDown");
    expect(document.activeElement?.getAttribute("data-closure-row")).toBe("2");
    key("r");
    const box = await screen.findByRole("textbox", { name: "Reason" });
    fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
    expect(sent(calls, "ReturnIssues")).toEqual([]);
    expect(screen.getByText("This cannot be left empty.")).toBeTruthy();
    fireEvent.change(box, { target: { value: "The sum is wrong." } });
    fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
    expect(rows()).toEqual(["DEV-1", "DEV-3"]);
    await waitFor(() => {
      expect(sent(calls, "ReturnIssues")).toEqual([
        expect.objectContaining({ ids: ["2"], reason: "The sum is wrong." }),
      ]);
    });
    await waitFor(() => {
      expect(toasts.get()[0]?.text).toBe("DEV-2 is back in work.");
    });
  });

  test("X and Shift+X choose a range; Esc lets go of it", async () => {
    server(5);
    await open();
    await screen.findByText("Title 5");
    key("ArrowDown");
    key("x");
    key("ArrowDown");
    key("ArrowDown");
    key("X", { shiftKey: true });
    expect(screen.getByText("3 of 5 selected")).toBeTruthy();
    key("Escape");
    expect(screen.getByText("5 issues wait")).toBeTruthy();
  });
});

describe("all or nothing", () => {
  const stuck = (ids: string[]) =>
    refusal("CONFLICT", {
      message: { key: "issue.alreadyClosed", params: {} },
      issues: ids,
      refusals: ids.map((id) => ({
        id,
        code: "CONFLICT",
        rule: "L2",
        message: { key: "issue.alreadyClosed", params: {} },
      })),
    });

  test("another boss was there first: all come back, the one says why, and the rest go on without it", async () => {
    let isFirst = true;
    const { calls, waiting } = server(3, {
      CloseIssues: ({ ids }) => {
        if (isFirst) return stuck(["2"]);
        for (const id of ids as string[]) waiting.delete(id);
        return {
          data: {
            closeIssues: (ids as string[]).map((id) => ({
              ...row(Number(id), { status: CLOSED }),
              closedAt: null,
              revision: 2,
            })),
          },
        };
      },
    });
    await open();
    await screen.findByText("Title 3");
    key("a", { ctrlKey: true });
    key("y");
    const second = await screen.findByText("This issue is closed already.");
    expect(second.closest("li")?.textContent).toContain("DEV-2");
    expect(rows()).toEqual(["DEV-1", "DEV-2", "DEV-3"]);
    expect(screen.getByText("3 of 3 selected")).toBeTruthy();
    expect(toasts.get()[0]?.text).toBe("Nothing was closed. This issue is closed already.");
    isFirst = false;
    waiting.delete("2");
    fireEvent.click(screen.getByRole("button", { name: "Leave out" }));
    await waitFor(() => {
      expect(rows()).toEqual(["DEV-1", "DEV-3"]);
    });
    key("y");
    await waitFor(() => {
      expect(sent(calls, "CloseIssues")[1]).toMatchObject({ ids: ["1", "3"] });
    });
  });

  test("a reason that was refused is in its form again", async () => {
    server(2, { ReturnIssues: () => stuck(["1"]) });
    await open();
    await screen.findByText("Title 2");
    key("r");
    fireEvent.change(await screen.findByRole("textbox", { name: "Reason" }), {
      target: { value: "Not yet." },
    });
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Return" }));
    await screen.findByText("This issue is closed already.");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Reason" }).value).toBe("Not yet.");
  });

  test("an answer that was lost: the same act goes again under the same key", async () => {
    let isLost = true;
    const { calls, waiting } = server(1, {
      CloseIssues: () => {
        if (isLost) throw new TypeError("fetch failed");
        waiting.clear();
        return { data: { closeIssues: [{ ...row(1, { status: CLOSED }), closedAt: null, revision: 2 }] } };
      },
    });
    await open();
    await screen.findByText("Title 1");
    key("y");
    await waitFor(() => {
      expect(toasts.get()[0]?.text).toContain("No answer from the server");
    });
    isLost = false;
    key("y");
    await waitFor(() => {
      expect(sent(calls, "CloseIssues")).toHaveLength(2);
    });
    const [first, second] = sent(calls, "CloseIssues") as { mutationKey: string }[];
    expect(first?.mutationKey).toBe(second?.mutationKey);
  });
});
