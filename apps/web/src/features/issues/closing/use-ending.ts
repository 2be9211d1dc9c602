import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { newClientMutationId } from "../../../lib/client-id";
import { wordsOfError } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { showToast } from "../../../ui/toast-store";
import { useAllUnits } from "../../org/units";
import { useIssue } from "../issue-context";
import type { Issue } from "../issue-model";
import {
  ARCHIVE_ISSUE,
  CANCEL_ISSUE,
  CLOSE_ISSUE,
  MERGE_ISSUES,
  REOPEN_ISSUE,
  RETURN_ISSUE,
} from "./closing.graphql";

/** An ending that is said with a reason. */
export type ReasonedEnding = "return" | "reopen" | "cancel";

/** What else on the page tells of it: the history, and what waits for the boss. */
const TOLD_BY: ReadonlySet<string | undefined> = new Set([
  "IssueHistory",
  "AwaitingCount",
  "AwaitingClosure",
]);

export function retell(client: ApolloClient): void {
  void client.refetchQueries({
    include: "active",
    onQueryUpdated: (query) => TOLD_BY.has(query.queryName),
  });
}

const BY_REASON = { return: RETURN_ISSUE, reopen: REOPEN_ISSUE, cancel: CANCEL_ISSUE } as const;

/** Acts on the issue of the page; each throws what the server refuses. */
export function useEndings() {
  const client = useApolloClient();
  const { issue } = useIssue();
  const { id } = issue;
  return {
    say: async (ending: ReasonedEnding, reason: string, mutationKey: string) => {
      await client.mutate({ mutation: BY_REASON[ending], variables: { id, reason, mutationKey } });
      retell(client);
    },
    merge: async (into: string, mutationKey: string) => {
      await client.mutate({ mutation: MERGE_ISSUES, variables: { from: id, into, mutationKey } });
      retell(client);
    },
    archive: async (mutationKey: string) => {
      await client.mutate({ mutation: ARCHIVE_ISSUE, variables: { id, mutationKey } });
      retell(client);
    },
  };
}

function asClosed(issue: Issue, statuses: readonly Issue["status"][]): Issue {
  const status = statuses.find(({ category }) => category === "CLOSED") ?? issue.status;
  return { ...issue, status };
}

/** L2: at once, without a form; what was refused is taken back with its reason. */
export function useCloseNow(): () => Promise<void> {
  const client = useApolloClient();
  const { issue } = useIssue();
  const statuses = useAllUnits().find(({ id }) => id === issue.unit.id)?.statuses ?? [];
  return async () => {
    try {
      await client.mutate({
        mutation: CLOSE_ISSUE,
        variables: { id: issue.id, mutationKey: newClientMutationId() },
        optimisticResponse: { closeIssues: [asClosed(issue, statuses)] },
      });
      showToast(t("ending.done.close", { key: issue.key }), { tone: "ok" });
      retell(client);
    } catch (error) {
      const text = t("issue.status.refused", { key: issue.key, reason: wordsOfError(error) });
      announce(text, "assertive");
      showToast(text, { tone: "bad" });
    }
  };
}
