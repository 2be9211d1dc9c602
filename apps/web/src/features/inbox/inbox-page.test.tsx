import { ApolloProvider } from "@apollo/client/react";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useSearch } from "@tanstack/react-router";
import { describe, expect, test, vi } from "vitest";
import { apollo } from "../../lib/apollo";
import { fakeApi } from "../../testing/fake-api";
import { renderInRouter } from "../../testing/in-router";
import { InboxPage } from "./inbox-page";
import { inboxStep } from "./testing/inbox-fixture";

vi.mock("../issues/issue-view", () => ({
  IssueView: ({ issueKey }: { issueKey: string }) => <article>{issueKey}</article>,
}));

function Page() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  return <InboxPage at={typeof search["at"] === "string" ? search["at"] : undefined} />;
}

async function showInbox(steps: readonly object[], at = "/inbox") {
  fakeApi({
    HandoffInbox: () => ({ data: { handoffInbox: steps } }),
    RequestInbox: () => ({ data: { requestInbox: [] } }),
  });
  const router = renderInRouter(
    <ApolloProvider client={apollo()}>
      <Page />
    </ApolloProvider>,
    at,
  );
  await screen.findByRole("heading", { name: "Inbox" });
  await waitFor(() => {
    expect(screen.queryByText("Loading…")).toBeNull();
  });
  return router;
}

const rows = () => within(screen.getByRole("list", { name: "Waiting for you" })).getAllByRole("button");
const chosen = () => rows().find((row) => row.getAttribute("aria-current") === "true")?.textContent;

describe("H5: the inbox", () => {
  const three = [
    inboxStep("1", { key: "DEV-1", title: "First", waited: 3 * 1440 }),
    inboxStep("2", { key: "DEV-2", title: "Second", waited: 300 }),
    inboxStep("3", { key: "DEV-3", title: "Third", waited: 12 }),
  ];

  test("lists what waits, the oldest first, with its way and its age", async () => {
    await showInbox([three[1], three[2], three[0]].filter((one) => one !== undefined));
    expect(screen.getByText("3 wait for you, the oldest first")).toBeTruthy();
    expect(rows().map((row) => row.textContent)).toEqual([
      "DEV-1 FirstSales → Development3 days",
      "DEV-2 SecondSales → Development5 hours",
      "DEV-3 ThirdSales → Development12 minutes",
    ]);
  });

  test("J and K and the arrows choose, without going round; what is chosen is read and stands in the address", async () => {
    const router = await showInbox(three);
    expect(chosen()).toContain("DEV-1");
    fireEvent.keyDown(document.body, { key: "j" });
    await waitFor(() => {
      expect(chosen()).toContain("DEV-2");
    });
    expect(screen.getByRole("article").textContent).toBe("DEV-2");
    expect(router.state.location.search).toEqual({ at: "h2" });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowDown" });
    await waitFor(() => {
      expect(chosen()).toContain("DEV-3");
    });
    fireEvent.keyDown(document.body, { key: "j" });
    fireEvent.keyDown(document.body, { key: "л", code: "KeyK" });
    await waitFor(() => {
      expect(chosen()).toContain("DEV-2");
    });
    expect(document.activeElement?.textContent).toContain("DEV-2");
  });

  test("is one tab stop", async () => {
    await showInbox(three, "/inbox?at=h2");
    expect(rows().map((row) => row.tabIndex)).toEqual([-1, 0, -1]);
  });

  test("says so when nothing waits", async () => {
    await showInbox([]);
    expect(screen.getByText("Nothing waits for you.")).toBeTruthy();
  });
});
