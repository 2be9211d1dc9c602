import { ApolloProvider } from "@apollo/client/react";
import { act, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { apollo } from "../../lib/apollo";
import { fakeApi } from "../../testing/fake-api";
import { CardTrail } from "./card-trail";
import { CARD_REVISION } from "./card-trail.graphql";

const unit = (key: string) => ({ __typename: "Unit", id: key, key });
function step(id: string, key: string, state: string, waitedMinutes: number | null) {
  const current = state === "PENDING" && waitedMinutes !== null;
  return { __typename: "HandoffStep", id, state, current, waitedMinutes, unit: unit(key) };
}

function answer(steps: object[]) {
  const passage = { __typename: "Handoff", id: "1", state: "PENDING", to: unit("SALES"), steps };
  return { data: { issue: { __typename: "Issue", id: "7", handoffs: [passage] } } };
}

it("H5: a card in transit shows whose heads passed it on and where it lies, and follows its steps", async () => {
  let steps = [
    step("1", "DEV", "ACCEPTED", 5),
    step("2", "PROD", "PENDING", 120),
    step("3", "SALES", "PENDING", null),
  ];
  const { calls } = fakeApi({ CardTrail: () => answer(steps) });
  const write = (revision: number) =>
    apollo().cache.writeFragment({
      fragment: CARD_REVISION,
      data: { id: "7", revision },
      id: "Issue:7",
    });
  write(3);
  render(
    <ApolloProvider client={apollo()}>
      <CardTrail id="7" mark={<span>In transit</span>} />
    </ApolloProvider>,
  );
  expect(screen.queryByText("In transit")).not.toBeNull();
  const name = "In transit to SALES: DEV has accepted, PROD has it for 2 hours and SALES comes next";
  expect((await screen.findByRole("img", { name: /^In transit to/ })).getAttribute("aria-label")).toBe(name);

  steps = [
    step("1", "DEV", "ACCEPTED", 5),
    step("2", "PROD", "ACCEPTED", 120),
    step("3", "SALES", "PENDING", 0),
  ];
  act(() => {
    write(4);
  });
  await screen.findByRole("img", { name: /PROD has accepted/ });
  expect(calls).toHaveLength(2);
});
