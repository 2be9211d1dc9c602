import { useMemo } from "react";
import { useWaitingRequests } from "./requests/waiting-requests";
import { useWaitingSteps } from "./steps/waiting-steps";
import { inTurn, type Waiting } from "./waiting";

export interface WaitingList {
  /** Null while nothing is known yet. */
  readonly all: readonly Waiting[] | null;
  readonly error: Error | undefined;
  readonly retry: () => void;
}

/** Everything that waits for the viewer, of all kinds: each is a hook of its own, with a line here. */
export function useWaiting(): WaitingList {
  const steps = useWaitingSteps();
  const requests = useWaitingRequests();
  const kinds = [steps, requests];
  const [ofSteps, ofRequests] = [steps.waiting, requests.waiting];
  const all = useMemo(
    () => (ofSteps && ofRequests ? inTurn([ofSteps, ofRequests]) : null),
    [ofSteps, ofRequests],
  );
  const retry = () => {
    for (const kind of kinds) kind.retry();
  };
  return { all, error: steps.error ?? requests.error, retry };
}
