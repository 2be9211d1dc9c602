import type { ApolloClient } from "@apollo/client";
import type { AskedIssueFragment } from "../../gql/graphql";
import { newClientMutationId } from "../../lib/client-id";
import { readRefusal, wordsOfRefusal, type Refused } from "../../lib/refusals";
import { openSave } from "../../lib/saves";
import { t } from "../../lib/words/words";
import { announce } from "../../ui/announcer";
import { showToast, type ToastAction } from "../../ui/toast-store";
import { noAnswer, OWN, tellRefused } from "../handoff/handoff-acts";
import { expectedRequest, showAsked, showState, writeAsked } from "./request-cache";
import { ACCEPT_REQUEST, REFUSE_REQUEST, REQUEST_ACT, WITHDRAW_REQUEST } from "./request.graphql";
import type { Request, Wish } from "./wish";

export interface IssueRef {
  readonly id: string;
  readonly key: string;
}

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
}

interface Answer extends Request {
  readonly issue: AskedIssueFragment;
}

interface Sending {
  readonly client: ApolloClient;
  /** For the list behind "1 failed: show". */
  readonly label: string;
  /** Shows the result before the answer, under the key. */
  readonly show: (key: string) => void;
  readonly send: (key: string) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onRefused: (refused: Refused) => void;
}

/** A rule says the same again; a lost answer or a fault of the server may have passed. */
function canRepeat({ code }: Refused): boolean {
  return code === "OFFLINE" || code === "INTERNAL" || code === "RATE_LIMITED";
}

/** Paints first, then asks; what got no answer can be sent again under the same key, and what was refused is taken back. */
async function sendRequest({ client, label, show, send, onDone, onRefused }: Sending): Promise<void> {
  const key = newClientMutationId();
  const ticket = openSave(label);
  const attempt = async (): Promise<void> => {
    ticket.saving();
    show(key);
    try {
      const answer = await send(key);
      writeAsked(client.cache, key, answer.issue);
      ticket.done();
      onDone(answer);
    } catch (error) {
      client.cache.removeOptimistic(key);
      const refused = readRefusal(error);
      if (canRepeat(refused)) ticket.failed(wordsOfRefusal(refused), () => void attempt());
      else ticket.done();
      onRefused(refused);
    }
  };
  await attempt();
}

function tell(text: string, action?: ToastAction): void {
  announce(text);
  showToast(text, action ? { action } : { tone: "ok" });
}

/** H6: asks the heads, in one click; the toast takes it back. @param me left out: nothing is shown before the answer */
export function askHead(
  client: ApolloClient,
  issue: IssueRef,
  wish: Wish,
  { me, comment = "" }: { readonly me?: Me; readonly comment?: string } = {},
): Promise<void> {
  const said = comment.trim() === "" ? null : comment.trim();
  return sendRequest({
    client,
    label: t("request.save.ask", { key: issue.key }),
    show: (key) => {
      if (!me) return;
      const now = new Date().toISOString();
      showAsked(client.cache, key, issue.id, expectedRequest(key, wish, { me, comment: said, now }));
    },
    send: async (mutationKey) => {
      const variables = { issue: issue.id, act: wish.act, comment: said, mutationKey };
      const { data } = await client.mutate({ mutation: REQUEST_ACT, variables, ...OWN });
      return data?.requestAct ?? noAnswer();
    },
    onDone: (answer) => {
      const run = () => void withdrawRequest(client, issue, answer);
      tell(t("request.toast.asked", { key: issue.key }), { label: t("request.withdraw"), run });
    },
    onRefused: (refused) => {
      tellRefused(t("request.toast.notAsked", { key: issue.key, reason: wordsOfRefusal(refused) }));
    },
  });
}

export function withdrawRequest(client: ApolloClient, issue: IssueRef, request: Request): Promise<void> {
  return sendRequest({
    client,
    label: t("request.save.withdraw", { key: issue.key }),
    show: (key) => {
      showState(client.cache, key, request, "WITHDRAWN");
    },
    send: async (mutationKey) => {
      const variables = { request: request.id, mutationKey };
      const { data } = await client.mutate({ mutation: WITHDRAW_REQUEST, variables, ...OWN });
      return data?.withdrawRequest ?? noAnswer();
    },
    onDone: () => {
      tell(t("request.toast.withdrawn", { key: issue.key }));
    },
    onRefused: (refused) => {
      tellRefused(t("request.toast.notWithdrawn", { key: issue.key, reason: wordsOfRefusal(refused) }));
    },
  });
}

/** What whoever decides does about it beside: the inbox takes the row away at once. */
export interface Deciding {
  readonly onSent?: () => void;
  readonly onDone?: () => void;
  readonly onRefused?: (refused: Refused) => void;
}

/** H6: does what is asked, in the viewer's name. */
export function acceptRequest(
  client: ApolloClient,
  issue: IssueRef,
  request: Request,
  { onSent, onDone, onRefused }: Deciding = {},
): Promise<void> {
  return sendRequest({
    client,
    label: t("request.save.accept", { key: issue.key }),
    show: (key) => {
      onSent?.();
      showState(client.cache, key, request, "ACCEPTED");
    },
    send: async (mutationKey) => {
      const variables = { request: request.id, mutationKey };
      const { data } = await client.mutate({ mutation: ACCEPT_REQUEST, variables, ...OWN });
      return data?.acceptRequest ?? noAnswer();
    },
    onDone: () => {
      onDone?.();
      tell(t("request.toast.accepted", { key: issue.key, name: request.askedBy.name }));
    },
    onRefused: (refused) => {
      onRefused?.(refused);
      tellRefused(t("request.toast.notAccepted", { key: issue.key, reason: wordsOfRefusal(refused) }));
    },
  });
}

/** H6: says no, and why. */
export function refuseRequest(
  client: ApolloClient,
  issue: IssueRef,
  request: Request,
  reason: string,
  { onSent, onDone, onRefused }: Deciding = {},
): Promise<void> {
  return sendRequest({
    client,
    label: t("request.save.refuse", { key: issue.key }),
    show: (key) => {
      onSent?.();
      showState(client.cache, key, request, "REFUSED");
    },
    send: async (mutationKey) => {
      const variables = { request: request.id, reason, mutationKey };
      const { data } = await client.mutate({ mutation: REFUSE_REQUEST, variables, ...OWN });
      return data?.refuseRequest ?? noAnswer();
    },
    onDone: () => {
      onDone?.();
      tell(t("request.toast.refused", { key: issue.key, name: request.askedBy.name }));
    },
    onRefused: (refused) => {
      onRefused?.(refused);
      tellRefused(t("request.toast.notRefused", { key: issue.key, reason: wordsOfRefusal(refused) }));
    },
  });
}
