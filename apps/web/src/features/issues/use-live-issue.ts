import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { subscribeLive } from "../../lib/live";
import { ISSUE, ISSUE_CHANGED, ISSUE_FIELDS, ISSUE_HISTORY } from "./issue.graphql";

/** Several changes in one go are read once. */
const GATHER_MS = 120;

/**
 * Keeps an open issue as the server has it: others' changes come in without a reload. What is being typed is not touched
 * by it, since editors work on a draft of their own.
 */
export function useLiveIssue(id: string | undefined, key: string, lastEvent: string | undefined): void {
  const client = useApolloClient();
  const since = useRef(lastEvent);
  useEffect(() => {
    since.current = lastEvent ?? since.current;
  }, [lastEvent]);
  useEffect(() => {
    if (id === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = () => {
      timer = null;
      client.query({ query: ISSUE, variables: { key }, fetchPolicy: "network-only" }).catch(() => undefined);
      void client.refetchQueries({ include: [ISSUE_HISTORY] });
    };
    const readSoon = () => {
      timer ??= setTimeout(read, GATHER_MS);
    };
    const stop = subscribeLive(ISSUE_CHANGED, () => ({ id, since: since.current ?? null }), {
      next: ({ issueChanged: { event, issue } }) => {
        since.current = event.id;
        const from = { id: `Issue:${id}`, fragment: ISSUE_FIELDS, fragmentName: "IssueFields" };
        const known = client.cache.readFragment(from)?.revision ?? -1;
        // The own echo: the answer has told it already.
        if (!issue || issue.revision > known) readSoon();
      },
      refused: readSoon,
      ended: readSoon,
    });
    return () => {
      if (timer !== null) clearTimeout(timer);
      stop();
    };
  }, [client, id, key]);
}
