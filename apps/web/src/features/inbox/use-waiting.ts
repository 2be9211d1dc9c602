import { useMemo } from "react";
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
  const { waiting } = steps;
  const all = useMemo(() => waiting && inTurn([waiting]), [waiting]);
  return { all, error: steps.error, retry: steps.retry };
}
