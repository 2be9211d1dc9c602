import { skipToken, useQuery } from "@apollo/client/react";
import { useStore } from "../../lib/store";
import { useIdle } from "../../lib/use-idle";
import { INBOX_COUNT } from "../handoff/handoff.graphql";
import { waitingIdOf } from "./requests/waiting-id";
import { answeredSteps } from "./steps/answered-steps";

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
  const answered = useStore(answeredSteps);
  if (!data) return null;
  const steps = data.handoffInbox.filter(({ id }) => !answered.has(id));
  const requests = data.requestInbox.filter((request) => !answered.has(waitingIdOf(request)));
  return steps.length + requests.length;
}
