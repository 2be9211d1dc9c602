import type { ApolloClient } from "@apollo/client";
import { ISSUE } from "./issue.graphql";

/** What the panel shows first, before anybody asks for it. A failure is no matter: the panel asks again. */
export function prefetchIssue(client: ApolloClient, key: string): void {
  client.query({ query: ISSUE, variables: { key } }).catch(() => undefined);
}
