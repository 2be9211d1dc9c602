import { ApolloProvider } from "@apollo/client/react";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { apollo } from "../../lib/apollo";
import { fakeApi, refusal } from "../../testing/fake-api";
import { FakeSocket, installFakeSocket, subscription } from "../../testing/fake-socket";
import { renderInRouter } from "../../testing/in-router";
import { NoticeBell } from "./notice-bell";

const anna = { __typename: "User", id: "1", name: "Anna", avatarUrl: null };

function notice(id: string, key: string, more: object = {}): object {
  const issue = { __typename: "Issue", id: `5${id}`, key: `DEV-${id}`, title: `Issue ${id}` };
  return {
    __typename: "Notice",
    id,
    at: "2026-11-25T10:00:00Z",
    text: `Text of ${id}`,
    message: { key, params: { actor: "Anna", issue: `DEV-${id}` } },
    read: false,
    event: { __typename: "Event", id, kind: "ISSUE_ASSIGNED", actor: anna },
    issue,
    ...more,
  };
}

/** The bell over an api that keeps what is read. */
function showBell(all: readonly object[], handlers: Parameters<typeof fakeApi>[0] = {}) {
  const list = [...all];
  const unread = () => list.filter((one) => !(one as { read: boolean }).read).length;
  const { calls } = fakeApi({
    UnreadNotices: () => ({ data: { unreadNotices: unread() } }),
    Notices: () => ({ data: { notices: list, unreadNotices: unread() } }),
    MarkNoticesRead: () => ({ data: { markNoticesRead: unread() - 1 } }),
    MarkAllNoticesRead: () => ({ data: { markAllNoticesRead: 0 } }),
    ...handlers,
  });
  const router = renderInRouter(
    <ApolloProvider client={apollo()}>
      <NoticeBell />
    </ApolloProvider>,
  );
  return { calls, router };
}

const bell = (name: string | RegExp) => screen.findByRole("button", { name });
const rows = () => within(screen.getByRole("list", { name: "Notices" })).getAllByRole("button");

beforeEach(() => {
  installFakeSocket();
});

describe("B4: the bell", () => {
  test("counts what is unread, and lists it in the page's words, newest first", async () => {
    showBell([
      notice("2", "notice.assigned"),
      notice("1", "notice.commented", { read: true }),
      notice("0", "notice.ofTheFuture"),
    ]);
    fireEvent.click(await bell("Notices, 2 unread"));
    await screen.findByRole("dialog", { name: "Notices" });
    await waitFor(() => {
      expect(rows()).toHaveLength(3);
    });
    expect(rows().map((row) => row.querySelector("span > span")?.textContent)).toEqual([
      "Anna assigned DEV-2 to you",
      "Anna commented on DEV-1",
      "Text of 0",
    ]);
    expect(screen.getAllByRole("img", { name: "Unread" })).toHaveLength(2);
  });

  test("the arrows go through them; to open one opens its issue and reads it at once", async () => {
    const { calls, router } = showBell([notice("2", "notice.assigned"), notice("1", "notice.taken")]);
    fireEvent.click(await bell("Notices, 2 unread"));
    await screen.findByRole("dialog", { name: "Notices" });
    await waitFor(() => {
      expect(rows()).toHaveLength(2);
    });
    rows()[0]?.focus();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowDown" });
    expect(document.activeElement).toBe(rows()[1]);
    fireEvent.click(document.activeElement ?? document.body);
    await waitFor(() => {
      expect(router.state.location.search).toEqual({ issue: "DEV-1" });
    });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(calls).toContainEqual(["MarkNoticesRead", { ids: ["1"] }]);
    await bell("Notices, 1 unread");
  });

  test("all are read by one button, up to the newest that is seen", async () => {
    const { calls } = showBell([notice("2", "notice.assigned"), notice("1", "notice.taken")]);
    fireEvent.click(await bell("Notices, 2 unread"));
    fireEvent.click(await screen.findByRole("button", { name: "Mark all read" }));
    await bell("Notices");
    expect(calls).toContainEqual(["MarkAllNoticesRead", { upTo: "2" }]);
    await waitFor(() => {
      expect(screen.queryByRole("img", { name: "Unread" })).toBeNull();
    });
  });

  test("R10: what went out of sight meanwhile is refused, and the list is read anew", async () => {
    let isThere = true;
    const { calls } = showBell([], {
      UnreadNotices: () => ({ data: { unreadNotices: isThere ? 1 : 0 } }),
      Notices: () => ({
        data: { notices: isThere ? [notice("1", "notice.taken")] : [], unreadNotices: isThere ? 1 : 0 },
      }),
      MarkNoticesRead: () => {
        isThere = false;
        return refusal("NOT_FOUND");
      },
    });
    fireEvent.click(await bell("Notices, 1 unread"));
    await screen.findByRole("dialog", { name: "Notices" });
    fireEvent.click(await screen.findByRole("button", { name: /took DEV-1/ }));
    await waitFor(() => {
      expect(calls.filter(([name]) => name === "UnreadNotices" || name === "Notices").length).toBeGreaterThan(
        2,
      );
    });
    await bell("Notices");
  });

  test("a notice arrives live: counted, said, and on top of the open list", async () => {
    showBell([notice("1", "notice.taken")]);
    fireEvent.click(await bell("Notices, 1 unread"));
    await waitFor(() => {
      expect(rows()).toHaveLength(1);
    });
    const { socket, id } = await subscription(1);
    socket.say({
      id,
      type: "next",
      payload: {
        data: {
          inboxChanged: { __typename: "InboxEvent", unread: 2, notice: notice("2", "notice.handoffAsked") },
        },
      },
    });
    await bell("Notices, 2 unread");
    expect(rows()[0]?.textContent).toContain("Anna asks for your answer to the hand-off of DEV-2");
    expect(FakeSocket.opened).toHaveLength(1);
  });
});
