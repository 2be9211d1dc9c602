import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { render, screen, waitFor } from "@testing-library/react";
import { expect, vi } from "vitest";
import { answerLink, createCache } from "../../../lib/apollo";
import * as live from "../../../lib/live";
import { VIEWER } from "../../identity/viewer.graphql";
import { UNITS } from "../../org/units.graphql";
import { IssueView } from "../issue-view";
import { issueAnswer } from "./issue-fixture";

type Answer = (variables: Record<string, unknown>) => object;

export const anna = { __typename: "User" as const, id: "u1", name: "Anna Kovács", avatarUrl: null };
const statuses = [
  { __typename: "Status", id: "s1", name: "To do", category: "TODO", position: 1 },
  { __typename: "Status", id: "s2", name: "Closed", category: "CLOSED", position: 2 },
];
const unit = {
  __typename: "Unit",
  id: "3",
  key: "DEV",
  name: "Development",
  statuses,
  labels: [],
  members: [],
  heads: [],
  can: { __typename: "UnitCan", createIssue: true, manage: true },
};
const noEvents = {
  __typename: "EventConnection",
  totalCount: 0,
  pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  nodes: [],
};

function signIn(client: ApolloClient): void {
  const me = {
    __typename: "Me" as const,
    isAdmin: false,
    isBoss: false,
    locale: "en",
    timeZone: "UTC",
    memberships: [],
  };
  const user = { ...anna, email: "anna@demo.test", active: true };
  client.cache.writeQuery({ query: VIEWER, data: { me: { ...me, user } } });
  client.cache.writeQuery({ query: UNITS, data: { units: [] } });
}

/** Shows the issue as the viewer Anna; answers are by operation, the issue's own as given. */
export async function showIssue(answers: Record<string, Answer>): Promise<ApolloClient> {
  const defaults: Record<string, Answer> = {
    Issue: () => ({ data: { issue: issueAnswer() } }),
    IssueUnit: () => ({ data: { unit } }),
    IssueHistory: () => ({ data: { events: noEvents } }),
  };
  const server = new ApolloLink((operation) => {
    const name = operation.operationName ?? "";
    const answer = answers[name] ?? defaults[name];
    return new Observable((observer) => {
      try {
        if (!answer) throw new TypeError(`no answer for ${name}`);
        observer.next(answer(operation.variables) as ApolloLink.Result);
        observer.complete();
      } catch (error) {
        observer.error(error);
      }
    });
  });
  const client = new ApolloClient({ cache: createCache(), link: ApolloLink.from([answerLink, server]) });
  signIn(client);
  vi.mocked(live.subscribeLive).mockReturnValue(() => undefined);
  render(
    <ApolloProvider client={client}>
      <IssueView issueKey="DEV-1" openIssue={() => undefined} />
    </ApolloProvider>,
  );
  await waitFor(() => {
    expect(screen.queryByRole("article") ?? screen.queryByRole("alert")).not.toBeNull();
  });
  return client;
}
