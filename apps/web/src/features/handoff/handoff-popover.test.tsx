import { ApolloProvider } from "@apollo/client/react";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { apollo } from "../../lib/apollo";
import { dismissToast, toasts } from "../../ui/toast-store";
import { fakeApi, refusal } from "../../testing/fake-api";
import { VIEWER } from "../identity/viewer.graphql";
import { UNITS } from "../org/units.graphql";
import { HANDED_ISSUE } from "./handoff.graphql";
import { HandoffPopover } from "./handoff-popover";
import { anna, handedIssue, handoffAnswer, unitNode } from "./testing/handoff-fixture";

const anchor = { current: document.createElement("button") };
const route = [
  { __typename: "RouteStep", yours: true, unit: unitNode("3", "DEV", "Development"), heads: [anna] },
  {
    __typename: "RouteStep",
    yours: false,
    unit: unitNode("4", "SALES", "Sales"),
    heads: [{ __typename: "User", id: "u9", name: "Marek Havel", avatarUrl: null }],
  },
];

type Answer = () => object;

/** Opens the popover for DEV-1, over an issue in the cache. */
function open(answers: Record<string, Answer>) {
  const api = fakeApi({ HandoffRoute: () => ({ data: { handoffRoute: route } }), ...answers });
  const client = apollo();
  const me = { isAdmin: false, isBoss: false, locale: "en", timeZone: "UTC", memberships: [] };
  const user = { ...anna, email: "anna@demo.test", active: true };
  client.cache.writeQuery({ query: VIEWER, data: { me: { __typename: "Me", ...me, user } as never } });
  const units = [
    unitNode("1", "DEMO", "Demo company", null),
    unitNode("3", "DEV", "Development", "1"),
    unitNode("4", "SALES", "Sales", "1"),
    unitNode("5", "SERVICE", "Service", "1"),
  ];
  client.cache.writeQuery({ query: UNITS, data: { units: units as never } });
  client.cache.writeFragment({
    fragment: HANDED_ISSUE,
    fragmentName: "HandedIssue",
    data: handedIssue() as never,
  });
  const onClose = vi.fn();
  const issue = { id: "1", key: "DEV-1", unit: unitNode("3", "DEV", "Development"), subIssueCount: 2 };
  render(
    <ApolloProvider client={client}>
      <HandoffPopover issue={issue} anchor={anchor} onClose={onClose} />
    </ApolloProvider>,
  );
  const isInTransit = (optimistic: boolean) =>
    client.cache.readFragment<{ inTransit: boolean }>(
      { id: "Issue:1", fragment: HANDED_ISSUE, fragmentName: "HandedIssue" },
      optimistic,
    )?.inTransit;
  return { api, onClose, isInTransit };
}

const sent = (api: { calls: [string, unknown][] }) =>
  api.calls.filter(([name]) => name === "StartHandoff").map(([, variables]) => variables);

beforeEach(() => {
  for (const toast of toasts.get()) dismissToast(toast.id);
});

describe("H1: handing off", () => {
  test("letters, Enter, Enter; the way is drawn with the names of its heads; it is in transit before the answer", async () => {
    const { api, onClose, isInTransit } = open({
      StartHandoff: () => ({ data: { startHandoff: handoffAnswer() } }),
    });
    const search = screen.getByRole("combobox", { name: "Unit to hand DEV-1 off to" });
    // Where it is already is no choice.
    expect(within(screen.getByRole("listbox")).queryByText("Development")).toBeNull();
    fireEvent.change(search, { target: { value: "sal" } });
    fireEvent.keyDown(search, { key: "Enter" });
    const comment = await screen.findByRole("textbox", { name: /^Comment/ });
    expect(document.activeElement).toBe(comment);
    await screen.findByText("Sales: Marek Havel will be asked");
    expect(screen.getByText("Development: you, so it is accepted at once")).toBeTruthy();
    fireEvent.change(comment, { target: { value: " Theirs " } });
    fireEvent.keyDown(comment, { key: "Enter" });
    expect(onClose).toHaveBeenCalledOnce();
    expect(isInTransit(true)).toBe(true);
    await waitFor(() => {
      expect(toasts.get().map(({ text }) => text)).toEqual(["DEV-1 is on its way to Sales"]);
    });
    expect(sent(api)).toMatchObject([{ issue: "1", toUnit: "4", comment: "Theirs", withSubIssues: false }]);
    expect(isInTransit(false)).toBe(true);
    expect(toasts.get()[0]?.action?.label).toBe("Withdraw");
  });

  test("R12: a refusal takes the picture back and says why", async () => {
    const { isInTransit } = open({
      StartHandoff: () =>
        refusal("CONFLICT", { rule: "H2", message: { key: "handoff.alreadyPending", params: {} } }),
    });
    const search = screen.getByRole("combobox");
    fireEvent.change(search, { target: { value: "service" } });
    fireEvent.keyDown(search, { key: "Enter" });
    fireEvent.click(await screen.findByRole("button", { name: "Hand off" }));
    await waitFor(() => {
      expect(toasts.get().map(({ text }) => text)).toEqual([
        "DEV-1 was not handed off. This issue is on its way to another unit already.",
      ]);
    });
    expect(isInTransit(true)).toBe(false);
  });

  test("H4: sub-issues travel only when it is said", async () => {
    const { api } = open({ StartHandoff: () => ({ data: { startHandoff: handoffAnswer() } }) });
    const search = screen.getByRole("combobox");
    fireEvent.change(search, { target: { value: "sal" } });
    fireEvent.keyDown(search, { key: "Enter" });
    fireEvent.click(await screen.findByRole("checkbox"));
    fireEvent.click(screen.getByRole("button", { name: "Hand off" }));
    await waitFor(() => {
      expect(sent(api)).toMatchObject([{ withSubIssues: true, comment: null }]);
    });
  });

  test("Shift+Enter is a new line, and another unit can be chosen instead", async () => {
    const { api } = open({});
    const search = screen.getByRole("combobox");
    fireEvent.change(search, { target: { value: "sal" } });
    fireEvent.keyDown(search, { key: "Enter" });
    fireEvent.keyDown(await screen.findByRole("textbox", { name: /^Comment/ }), {
      key: "Enter",
      shiftKey: true,
    });
    fireEvent.click(screen.getByRole("button", { name: "Other unit" }));
    expect(screen.getByRole("combobox")).toBeTruthy();
    expect(sent(api)).toEqual([]);
  });
});
