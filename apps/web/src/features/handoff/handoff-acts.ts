import type { ApolloClient } from "@apollo/client";
import type { HandedIssueFragment } from "../../gql/graphql";
import { newClientMutationId } from "../../lib/client-id";
import { readRefusal, wordsOfRefusal, type Refused } from "../../lib/refusals";
import { openSave } from "../../lib/saves";
import { t } from "../../lib/words/words";
import { announce } from "../../ui/announcer";
import { showToast } from "../../ui/toast-store";
import { dropShown, showEnd, showTransit, writeHanded } from "./handoff-cache";
import { expectedHandoff, type Handoff, type StartedHandoff } from "./handoff-model";
import { START_HANDOFF, WITHDRAW_HANDOFF } from "./handoff.graphql";

/** These acts report to the save indicator themselves, and write their answers together with taking down what was shown. */
export const OWN = { fetchPolicy: "no-cache", context: { ownSave: true } } as const;

interface Sending {
  readonly client: ApolloClient;
  /** For the list behind "1 failed: show". */
  readonly label: string;
  /** Shows the result before the answer, under the key. */
  readonly show: (key: string) => void;
  readonly send: (key: string) => Promise<HandedIssueFragment>;
  readonly onDone: (issue: HandedIssueFragment) => void;
  readonly onRefused: (refused: Refused) => void;
}

/** A rule says the same again; a lost answer or a fault of the server may have passed. */
function canRepeat({ code }: Refused): boolean {
  return code === "OFFLINE" || code === "INTERNAL" || code === "RATE_LIMITED";
}

/**
 * Paints first, then asks. What got no answer stays in the header's list, with a way to send the same again under the same
 * key; what was refused is taken back, with the reason.
 */
export async function sendHandoffAct(sending: Sending): Promise<void> {
  const { client, label, show, send, onDone, onRefused } = sending;
  const key = newClientMutationId();
  const ticket = openSave(label);
  const attempt = async (): Promise<void> => {
    ticket.saving();
    show(key);
    try {
      const issue = await send(key);
      writeHanded(client.cache, key, issue);
      ticket.done();
      onDone(issue);
    } catch (error) {
      dropShown(client.cache, key);
      const refused = readRefusal(error);
      if (canRepeat(refused)) ticket.failed(wordsOfRefusal(refused), () => void attempt());
      else ticket.done();
      onRefused(refused);
    }
  };
  await attempt();
}

export function tellRefused(text: string): void {
  announce(text, "assertive");
  showToast(text, { tone: "bad" });
}

interface Me {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
}

/** H1: begins a hand-off; the toast takes it back while it is pending (H2). */
export function startHandoff(client: ApolloClient, started: StartedHandoff, me: Me): Promise<void> {
  const { issue, to, comment, withSubIssues } = started;
  const expected = expectedHandoff(started, me, new Date().toISOString());
  return sendHandoffAct({
    client,
    label: t("handoff.save.start", { key: issue.key, unit: to.name }),
    show: (key) => {
      showTransit(client.cache, key, issue.id, expected);
    },
    send: async (mutationKey) => {
      const said = comment === "" ? null : comment;
      const variables = { issue: issue.id, toUnit: to.id, comment: said, withSubIssues, mutationKey };
      const { data } = await client.mutate({ mutation: START_HANDOFF, variables, ...OWN });
      return data?.startHandoff.issue ?? noAnswer();
    },
    onDone: (now) => {
      tellStarted(client, now, to.name);
    },
    onRefused: (refused) => {
      tellRefused(t("handoff.toast.notStarted", { key: issue.key, reason: wordsOfRefusal(refused) }));
    },
  });
}

function tellStarted(client: ApolloClient, issue: HandedIssueFragment, unit: string): void {
  const { key } = issue;
  const handoff = issue.handoffs.at(-1);
  if (!handoff || handoff.state !== "PENDING") {
    const text = t("handoff.toast.arrived", { key, unit });
    announce(text);
    showToast(text, { tone: "ok" });
    return;
  }
  const text = t("handoff.toast.started", { key, unit });
  announce(text);
  const run = () => void withdrawHandoff(client, { id: issue.id, key }, handoff);
  showToast(text, handoff.canWithdraw ? { action: { label: t("handoff.withdraw"), run } } : {});
}

/** H2: takes a pending hand-off back. */
export function withdrawHandoff(
  client: ApolloClient,
  issue: { readonly id: string; readonly key: string },
  handoff: Handoff,
): Promise<void> {
  return sendHandoffAct({
    client,
    label: t("handoff.save.withdraw", { key: issue.key }),
    show: (key) => {
      showEnd(client.cache, key, issue.id, { ...handoff, state: "WITHDRAWN" });
    },
    send: async (mutationKey) => {
      const variables = { handoff: handoff.id, mutationKey };
      const { data } = await client.mutate({ mutation: WITHDRAW_HANDOFF, variables, ...OWN });
      return data?.withdrawHandoff.issue ?? noAnswer();
    },
    onDone: () => {
      const text = t("handoff.toast.withdrawn", { key: issue.key });
      announce(text);
      showToast(text);
    },
    onRefused: (refused) => {
      tellRefused(t("handoff.toast.notWithdrawn", { key: issue.key, reason: wordsOfRefusal(refused) }));
    },
  });
}

export function noAnswer(): never {
  throw new Error("An answer without data and without an error");
}
