import type { ApolloClient } from "@apollo/client";
import { ISSUE } from "./issue.graphql";
import type { Issue } from "./issue-model";

/**
 * What the panel shows first, before anybody asks for it. A failure is no matter: the panel asks again.
 *
 * @param revision of the issue as it is known: an older copy in the cache is read anew
 */
export async function prefetchIssue(
  client: ApolloClient,
  key: string,
  revision: number,
): Promise<Issue | null> {
  const question = { query: ISSUE, variables: { key } };
  const known = client.readQuery(question)?.issue;
  if (known && known.revision >= revision) return known;
  try {
    const { data } = await client.query({ ...question, fetchPolicy: "network-only" });
    return data?.issue ?? null;
  } catch {
    return null;
  }
}
