import { ApolloProvider } from "@apollo/client/react";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { apollo } from "../../lib/apollo";
import { fakeApi, refusal } from "../../testing/fake-api";
import { renderInRouter } from "../../testing/in-router";
import { ViewAsPage } from "./view-as";

const person = { __typename: "User", id: "1", name: "Ilona", email: null, active: true, avatarUrl: null };
const yes = {
  __typename: "AccessVerdict",
  allowed: true,
  rule: "R5",
  by: "DEVELOPER",
  message: null,
  params: null,
};
const no = { ...yes, allowed: false, rule: "R10", by: null, message: "access.notReadable", params: {} };

async function open(explainAccess: object | null) {
  const me = { isAdmin: true, isBoss: false, locale: "en", timeZone: "UTC", user: person, memberships: [] };
  const { calls } = fakeApi({
    Viewer: () => ({ data: { me: { __typename: "Me", ...me } } }),
    IssueByKey: ({ key }) => ({
      data: { issue: key === "DEV-1" ? { __typename: "Issue", id: "71", key } : null },
    }),
    ExplainAccess: () => (explainAccess === null ? refusal("NOT_FOUND") : { data: { explainAccess } }),
  });
  await apollo().query({ query: (await import("../identity/viewer.graphql")).VIEWER });
  renderInRouter(
    <ApolloProvider client={apollo()}>
      <ViewAsPage />
    </ApolloProvider>,
  );
  return calls;
}

async function askAbout(key: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText("Key of the issue"), { target: { value: key } });
  fireEvent.click(screen.getByText("Show"));
}

const explanation = {
  __typename: "AccessExplanation",
  hats: ["DEVELOPER"],
  fields: [{ __typename: "FieldAccess", field: "estimate", read: yes, write: no }],
  actions: [{ __typename: "ActionAccess", action: "take", verdict: yes }],
};

describe("R12: view as", () => {
  it("tells each right of the person on the issue, with the rule that decided", async () => {
    const calls = await open(explanation);
    await askAbout(" dev-1 ");
    const fields = await screen.findByRole("table", { name: "Fields, for Ilona" });
    const [, read, write] = within(fields).getAllByRole("row")[1]?.children ?? [];
    expect(read?.textContent).toBe("DeveloperR5");
    expect(write?.textContent).toBe("None of the roles here reads this field.R10");
    expect(calls.at(-1)).toEqual(["ExplainAccess", { user: "1", issue: "71" }]);
  });

  it("R10: a key that the asker does not see answers as one that does not exist", async () => {
    const calls = await open(null);
    await askAbout("SALES-9");
    await waitFor(() => {
      expect(screen.queryByRole("alert")).not.toBeNull();
    });
    expect(calls.at(-1)).toEqual(["ExplainAccess", { user: "1", issue: "0" }]);
    expect(screen.getByLabelText<HTMLInputElement>("Key of the issue").value).toBe("SALES-9");
  });

  it("says plainly that somebody does not see it", async () => {
    await open({ ...explanation, hats: [], fields: [] });
    await askAbout("DEV-1");
    expect(await screen.findByText("For them this issue does not exist.")).not.toBeNull();
    expect(screen.queryByRole("table", { name: "Fields, for Ilona" })).toBeNull();
  });
});
