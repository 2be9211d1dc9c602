import { ApolloProvider } from "@apollo/client/react";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { apollo } from "../../lib/apollo";
import { fakeApi } from "../../testing/fake-api";
import { IssueProvider, type IssueContextValue } from "../issues/issue-context";
import { RelayTrail } from "./relay-trail";
import { anna, bela, handedIssue, passage, stepOf, unitNode } from "./testing/handoff-fixture";

function show(handoffs: readonly object[], answers = {}) {
  const api = fakeApi(answers);
  const issue = handedIssue({ handoffs });
  render(
    <ApolloProvider client={apollo()}>
      <IssueProvider value={{ issue } as unknown as IssueContextValue}>
        <RelayTrail />
      </IssueProvider>
    </ApolloProvider>,
  );
  return api;
}

const steps = () => within(screen.getByRole("region", { name: "Relay trail" })).getAllByRole("listitem");

describe("H5: the relay trail", () => {
  test("tells from, to, who, how long it lay at each step, where it waits and for whom", () => {
    show([passage()]);
    expect(screen.getByText("Development → Sales")).toBeTruthy();
    expect(steps().map((step) => step.textContent)).toEqual([
      "Anna Kovács began itTheirs",
      "Development: accepted by Anna Kovácsafter 2 hours",
      "Sales: waits for Szabó Bélafor 3 days",
    ]);
    expect(steps()[2]?.getAttribute("aria-current")).toBe("step");
  });

  test("H2: a refusal shows its reason, and what was not reached says so", () => {
    const dev = unitNode("3", "DEV", "Development");
    const sales = unitNode("4", "SALES", "Sales");
    const refused = stepOf("71", dev, {
      state: "REFUSED",
      actedBy: bela,
      waitedMinutes: 0,
      reason: "Not ours",
    });
    show([passage({ state: "REFUSED", canWithdraw: false, steps: [refused, stepOf("72", sales)] })]);
    expect(screen.getByText("Refused")).toBeTruthy();
    expect(
      steps()
        .map((step) => step.textContent)
        .slice(1),
    ).toEqual(["Development: refused by Szabó Bélaat onceNot ours", "Sales: not reached"]);
    expect(screen.queryByRole("button", { name: "Withdraw" })).toBeNull();
  });

  test("H2: whoever may withdraws it while it is pending", async () => {
    const gone = handedIssue({ handoffs: [passage({ state: "WITHDRAWN", canWithdraw: false })] });
    const answer = { __typename: "Handoff", id: "7", state: "WITHDRAWN", issue: gone };
    const api = show([passage()], { WithdrawHandoff: () => ({ data: { withdrawHandoff: answer } }) });
    fireEvent.click(screen.getByRole("button", { name: "Withdraw" }));
    await waitFor(() => {
      expect(api.calls).toMatchObject([["WithdrawHandoff", { handoff: "7" }]]);
    });
  });

  test("R10: words that the viewer may not read are simply not there; earlier passages are folded away", () => {
    const earlier = passage({ id: "6", state: "ACCEPTED", startedBy: anna, comment: null, steps: [] });
    show([earlier, passage({ comment: null })]);
    expect(screen.queryByText("Theirs")).toBeNull();
    expect(screen.getByText("1 earlier passage")).toBeTruthy();
    expect(screen.getByText("It travelled along with the issue above it.")).toBeTruthy();
  });

  test("an issue that was never handed off has none", () => {
    show([]);
    expect(screen.queryByRole("region", { name: "Relay trail" })).toBeNull();
  });
});
