import { ApolloProvider } from "@apollo/client/react";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { apollo } from "../../../lib/apollo";
import { fakeApi, refusal } from "../../../testing/fake-api";
import { dismissToast, toasts } from "../../../ui/toast-store";
import { handedIssue, passage } from "../../handoff/testing/handoff-fixture";
import { inboxStep } from "../testing/inbox-fixture";
import { answeredSteps } from "./answered-steps";
import { StepAnswer } from "./step-answer";
import type { InboxStep } from "./waiting-steps";

const person = (id: string, name: string, base: string) => ({
  __typename: "Membership",
  id: `m${id}`,
  role: { __typename: "Role", id: base, name: base, base },
  user: { __typename: "User", id, name, active: true, avatarUrl: null },
});
const unit = {
  __typename: "Unit",
  id: "11",
  key: "DEV",
  name: "Development",
  statuses: [],
  labels: [],
  members: [person("u5", "Dora Nagy", "DEVELOPER"), person("u6", "Egon Analyst", "ANALYST")],
  heads: [],
  can: { __typename: "UnitCan", createIssue: true, manage: true },
};

function show(answers: Record<string, () => object>, isLast = true) {
  const api = fakeApi({ IssueUnit: () => ({ data: { unit } }), ...answers });
  const step = inboxStep("1", { key: "SALES-1", title: "First", waited: 90 }) as InboxStep;
  const next = { ...step, id: "99", current: false };
  const handoff = { ...step.handoff, steps: isLast ? [step] : [step, next] };
  render(
    <ApolloProvider client={apollo()}>
      <StepAnswer step={{ ...step, handoff }} />
    </ApolloProvider>,
  );
  return api;
}

const acts = (api: { calls: [string, unknown][] }) => api.calls.filter(([name]) => name !== "IssueUnit");
const told = () => toasts.get().map(({ text }) => text);
const answerOf = (issue: object) => ({ __typename: "Handoff", id: "7", state: "ACCEPTED", issue });

beforeEach(() => {
  for (const toast of toasts.get()) dismissToast(toast.id);
  answeredSteps.set(new Set());
  localStorage.clear();
});

describe("H2: a head answers by keyboard", () => {
  test("H4: at the last step Y, letters, Enter accept and name the executor", async () => {
    const issue = handedIssue({
      assignee: { __typename: "User", id: "u5", name: "Dora Nagy", avatarUrl: null },
    });
    const api = show({ AcceptHandoff: () => ({ data: { acceptHandoff: answerOf(issue) } }) });
    fireEvent.keyDown(document.body, { key: "y" });
    await screen.findByText("Dora Nagy");
    // Only who can hold an issue there is offered.
    expect(screen.queryByText("Egon Analyst")).toBeNull();
    const search = screen.getByRole("combobox", { name: "Who is to do it" });
    fireEvent.change(search, { target: { value: "do" } });
    fireEvent.keyDown(search, { key: "Enter" });
    await waitFor(() => {
      expect(told()).toEqual(["SALES-1 is in Development now, held by Dora Nagy"]);
    });
    expect(acts(api)).toMatchObject([["AcceptHandoff", { step: "1", assignee: "u5" }]]);
    expect(answeredSteps.get().has("1")).toBe(true);
  });

  test("before the last step Y alone accepts, and says where it goes on to", async () => {
    const issue = handedIssue({ inTransit: true, handoffs: [passage()] });
    const api = show({ AcceptHandoff: () => ({ data: { acceptHandoff: answerOf(issue) } }) }, false);
    fireEvent.keyDown(document.body, { key: "y" });
    expect(answeredSteps.get().has("1")).toBe(true);
    await waitFor(() => {
      expect(told()).toEqual(["SALES-1 is accepted and goes on to Sales"]);
    });
    expect(acts(api)).toMatchObject([["AcceptHandoff", { step: "1", assignee: null }]]);
  });

  test("R, a reason and Ctrl+Enter refuse; without a reason nothing is sent", async () => {
    const api = show({ RefuseHandoff: () => ({ data: { refuseHandoff: answerOf(handedIssue()) } }) });
    fireEvent.keyDown(document.body, { key: "r" });
    const reason = screen.getByRole("textbox", { name: "Why it is refused" });
    expect(document.activeElement).toBe(reason);
    fireEvent.keyDown(reason, { key: "Enter", ctrlKey: true });
    expect(screen.getByText("Say why: the reason goes back with the issue.")).toBeTruthy();
    expect(acts(api)).toEqual([]);
    fireEvent.change(reason, { target: { value: "Not ours" } });
    fireEvent.keyDown(reason, { key: "Enter", ctrlKey: true });
    await waitFor(() => {
      expect(told()).toEqual(["SALES-1 is refused and back with its holder"]);
    });
    expect(acts(api)).toMatchObject([["RefuseHandoff", { step: "1", reason: "Not ours" }]]);
    expect(localStorage.length).toBe(0);
  });

  test("who comes second is told what the other head did, and the row goes", async () => {
    const current = { state: "ACCEPTED", actedBy: "u2", actedAt: "2026-11-25T10:00:00Z", handoff: "PENDING" };
    show({ AcceptHandoff: () => refusal("CONFLICT", { rule: "H2", current }) }, false);
    fireEvent.keyDown(document.body, { key: "y" });
    await waitFor(() => {
      expect(told()).toEqual(["SALES-1: Béla has accepted it meanwhile."]);
    });
    expect(answeredSteps.get().has("1")).toBe(true);
  });

  test("R12: what is refused for another reason waits as before, with the reason", async () => {
    const message = { key: "unit.archived", params: {} };
    show({ AcceptHandoff: () => refusal("CONFLICT", { rule: "R1", message }) }, false);
    fireEvent.keyDown(document.body, { key: "y" });
    await waitFor(() => {
      expect(told()[0]).toMatch(/^SALES-1 was not accepted\. /);
    });
    expect(answeredSteps.get().has("1")).toBe(false);
  });
});
