import { skipToken, useQuery } from "@apollo/client/react";
import { useIdle } from "../../lib/use-idle";
import { INBOX_COUNT } from "../handoff/handoff.graphql";

/** While the page is looked at, what waits is counted this often. */
export const COUNT_EVERY_MS = 30_000;

/** How much waits for the viewer; null while it is not known. Asked once the page has painted. */
export function useInboxCount(): number | null {
  const isIdle = useIdle();
  const { data } = useQuery(
    INBOX_COUNT,
    isIdle
      ? { pollInterval: COUNT_EVERY_MS, skipPollAttempt: () => document.hidden, errorPolicy: "ignore" }
      : skipToken,
  );
  return data?.handoffInbox.length ?? null;
}
