import { skipToken, useQuery } from "@apollo/client/react";
import { useIdle } from "../../../lib/use-idle";
import { AWAITING_COUNT } from "./awaiting-count.graphql";

/** While the page is looked at, what waits is counted this often. */
const COUNT_EVERY_MS = 30_000;

/** L2: how much waits for the boss; null while it is not known, and for whoever closes nothing. */
export function useAwaitingCount(isBoss: boolean): number | null {
  const isIdle = useIdle();
  const options = {
    pollInterval: COUNT_EVERY_MS,
    skipPollAttempt: () => document.hidden,
    errorPolicy: "ignore",
  } as const;
  const { data } = useQuery(AWAITING_COUNT, isBoss && isIdle ? options : skipToken);
  return data?.awaitingClosure.totalCount ?? null;
}
