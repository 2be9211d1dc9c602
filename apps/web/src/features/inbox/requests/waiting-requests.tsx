import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import type { RequestInboxQuery } from "../../../gql/graphql";
import { useStore } from "../../../lib/store";
import { t } from "../../../lib/words/words";
import { useUnits, type UnitNode } from "../../org/units";
import { namesFor } from "../../requests/request-names";
import { wishWords } from "../../requests/request-words";
import { REQUEST_INBOX } from "../../requests/request.graphql";
import { answeredSteps } from "../steps/answered-steps";
import type { Waiting } from "../waiting";
import { RequestPane } from "./request-pane";
import { waitingIdOf } from "./waiting-id";

export type InboxRequest = RequestInboxQuery["requestInbox"][number];

/** While the inbox is open, what other heads do meanwhile is looked for this often. */
const LOOK_EVERY_MS = 10_000;

function waitingFrom(request: InboxRequest, units: readonly UnitNode[]): Waiting {
  const { askedAt, askedBy, issue } = request;
  const [wish = ""] = wishWords(request, namesFor(units, issue.unit.labels ?? []));
  const id = waitingIdOf(request);
  return {
    id,
    since: askedAt,
    issue,
    icon: "request",
    text: t("request.inbox.row", { name: askedBy.name, wish }),
    pane: () => <RequestPane key={id} request={request} />,
  };
}

/** H6: what was asked of the viewer as a head. */
export function useWaitingRequests() {
  const { data, previousData, error, refetch } = useQuery(REQUEST_INBOX, {
    fetchPolicy: "cache-and-network",
    pollInterval: LOOK_EVERY_MS,
    skipPollAttempt: () => document.hidden,
  });
  const requests = (data ?? previousData)?.requestInbox;
  const units = useUnits();
  const answered = useStore(answeredSteps);
  const waiting = useMemo(
    () =>
      requests
        ?.filter((request) => !answered.has(waitingIdOf(request)))
        .map((request) => waitingFrom(request, units)) ?? null,
    [requests, units, answered],
  );
  const retry = () => {
    refetch().catch(() => undefined);
  };
  return { waiting, error, retry };
}
