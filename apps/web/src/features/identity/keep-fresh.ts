import { useEffect } from "react";
import { apollo } from "../../lib/apollo";
import { awaitSignIn } from "../../lib/session";
import { VIEWER } from "./viewer.graphql";

/** Somebody who comes back to the page after this long may have been given or have lost rights. */
export const STALE_AFTER_MS = 60_000;

/**
 * R2: asks anew who the viewer is and what they are where. A session that has ended asks for a sign-in; the answer
 * "nobody" never reaches the cache, or the page would fall with all that is typed in it.
 */
export async function refreshViewer(): Promise<void> {
  const { data } = await apollo().query({
    query: VIEWER,
    context: { anonymous: true },
    fetchPolicy: "no-cache",
  });
  if (data?.me) apollo().writeQuery({ query: VIEWER, data });
  else if (await awaitSignIn()) await refreshViewer();
}

/** Calls `refresh` when the page is looked at again after a while. */
export function useFreshWhenSeen(refresh: () => Promise<unknown>): void {
  useEffect(() => {
    let freshAt = Date.now();
    const onVisible = () => {
      if (document.visibilityState !== "visible" || Date.now() - freshAt < STALE_AFTER_MS) return;
      freshAt = Date.now();
      // Without a line the next look asks again; the banner says the rest.
      refresh().catch(() => undefined);
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [refresh]);
}
