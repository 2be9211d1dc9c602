import { useQuery } from "@apollo/client/react";
import type { ViewerQuery } from "../../gql/graphql";
import { apollo } from "../../lib/apollo";
import { VIEWER } from "./viewer.graphql";

export type Viewer = NonNullable<ViewerQuery["me"]>;

/** Who is signed in, or null. The page's own question: an answer of nobody is no ended session. */
export async function loadViewer(fresh = false): Promise<Viewer | null> {
  const { data } = await apollo().query({
    query: VIEWER,
    context: { anonymous: true },
    fetchPolicy: fresh ? "network-only" : "cache-first",
  });
  return data?.me ?? null;
}

/** Inside the shell there always is one: its route asks before it shows anything. */
export function useViewer(): Viewer {
  const { data } = useQuery(VIEWER, { context: { anonymous: true } });
  if (!data?.me) throw new Error("No viewer: this belongs inside the shell");
  return data.me;
}
