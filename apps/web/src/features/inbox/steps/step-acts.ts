import type { ApolloClient } from "@apollo/client";
import type { HandedIssueFragment } from "../../../gql/graphql";
import { wordsOfRefusal, type Refused } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { showToast } from "../../../ui/toast-store";
import { noAnswer, OWN, sendHandoffAct, tellRefused } from "../../handoff/handoff-acts";
import { currentStep } from "../../handoff/handoff-model";
import { ACCEPT_HANDOFF, REFUSE_HANDOFF } from "../../handoff/handoff.graphql";
import { noteAnswered, noteUnanswered } from "./answered-steps";
import { lateWords } from "./late-words";
import type { InboxStep } from "./waiting-steps";

interface Answer {
  readonly client: ApolloClient;
  readonly step: InboxStep;
  readonly label: string;
  readonly send: (mutationKey: string) => Promise<HandedIssueFragment>;
  readonly doneWords: (issue: HandedIssueFragment) => string;
  readonly refusedWords: (reason: string) => string;
}

/** H2: the row goes at once; it comes back where the answer was refused, but not where another head was first. */
function answer({ client, step, label, send, doneWords, refusedWords }: Answer): Promise<void> {
  return sendHandoffAct({
    client,
    label,
    show: () => {
      noteAnswered(step.id);
    },
    send,
    onDone: (issue) => {
      const text = doneWords(issue);
      announce(text);
      showToast(text, { tone: "ok" });
    },
    onRefused: (refused: Refused) => {
      const late = lateWords(step, refused);
      if (late === null) noteUnanswered(step.id);
      tellRefused(late ?? refusedWords(wordsOfRefusal(refused)));
    },
  });
}

function acceptedWords(key: string, { unit, assignee, handoffs }: HandedIssueFragment): string {
  const waits = handoffs.at(-1);
  const next = waits?.state === "PENDING" ? currentStep(waits) : undefined;
  if (next) return t("inbox.toast.passedOn", { key, unit: next.unit.name });
  const name = assignee?.name ?? t("issue.assignee.nobody");
  return t("inbox.toast.held", { key, unit: unit.name, name });
}

/** H2, H4: takes the issue on. @param executor at the last step, who is to do it; null: the head holds it */
export function acceptStep(client: ApolloClient, step: InboxStep, executor: string | null): Promise<void> {
  const { key } = step.handoff.issue;
  return answer({
    client,
    step,
    label: t("inbox.save.accept", { key }),
    send: async (mutationKey) => {
      const variables = { step: step.id, assignee: executor, mutationKey };
      const { data } = await client.mutate({ mutation: ACCEPT_HANDOFF, variables, ...OWN });
      return data?.acceptHandoff.issue ?? noAnswer();
    },
    doneWords: (issue) => acceptedWords(key, issue),
    refusedWords: (reason) => t("inbox.toast.notAccepted", { key, reason }),
  });
}

/** H2: back to the holder, with a reason. @param onDone the reason has arrived, so that its draft can go */
export function refuseStep(
  client: ApolloClient,
  step: InboxStep,
  reason: string,
  onDone: () => void,
): Promise<void> {
  const { key } = step.handoff.issue;
  return answer({
    client,
    step,
    label: t("inbox.save.refuse", { key }),
    send: async (mutationKey) => {
      const variables = { step: step.id, reason, mutationKey };
      const { data } = await client.mutate({ mutation: REFUSE_HANDOFF, variables, ...OWN });
      const issue = data?.refuseHandoff.issue ?? noAnswer();
      onDone();
      return issue;
    },
    doneWords: () => t("inbox.toast.refused", { key }),
    refusedWords: (why) => t("inbox.toast.notRefused", { key, reason: why }),
  });
}
