import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import type { HandoffInboxQuery } from "../../../gql/graphql";
import { useStore } from "../../../lib/store";
import { t } from "../../../lib/words/words";
import { HANDOFF_INBOX } from "../../handoff/handoff.graphql";
import type { Waiting } from "../waiting";
import { answeredSteps } from "./answered-steps";
import { StepPane } from "./step-pane";

export type InboxStep = HandoffInboxQuery["handoffInbox"][number];

/** While the inbox is open, what other heads do meanwhile is looked for this often. */
const LOOK_EVERY_MS = 10_000;
const MINUTE_MS = 60_000;

/** Since when it is the step's turn. @param now when the answer was read */
function turnAt({ waitedMinutes, handoff }: InboxStep, now: number): string {
  return waitedMinutes === null ? handoff.startedAt : new Date(now - waitedMinutes * MINUTE_MS).toISOString();
}

function waitingFrom(step: InboxStep, now: number): Waiting {
  const { id, handoff } = step;
  const { from, to, issue } = handoff;
  return {
    id: `h${id}`,
    since: turnAt(step, now),
    issue,
    icon: "handoff",
    text: t("handoff.row", { from: from.name, to: to.name }),
    pane: () => <StepPane key={id} step={step} />,
  };
}

/** H5: steps of hand-offs whose turn it is where the viewer is a head. */
export function useWaitingSteps() {
  const { data, previousData, error, refetch } = useQuery(HANDOFF_INBOX, {
    fetchPolicy: "cache-and-network",
    pollInterval: LOOK_EVERY_MS,
    skipPollAttempt: () => document.hidden,
  });
  const steps = (data ?? previousData)?.handoffInbox;
  const answered = useStore(answeredSteps);
  const waiting = useMemo(() => {
    const now = new Date().getTime();
    return steps?.filter(({ id }) => !answered.has(id)).map((step) => waitingFrom(step, now)) ?? null;
  }, [steps, answered]);
  const retry = () => {
    refetch().catch(() => undefined);
  };
  return { waiting, error, retry };
}
