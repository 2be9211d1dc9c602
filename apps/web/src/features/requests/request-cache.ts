import type { ApolloCache, Reference } from "@apollo/client";
import type { AskedIssueFragment } from "../../gql/graphql";
import type { Me } from "./request-acts";
import { ASKED_ISSUE, REQUEST_FIELDS } from "./request.graphql";
import type { Request, Wish } from "./wish";

/** As the server would send it, so that it lands on the record of that kind. */
function typed<T extends object>(__typename: string, record: T): T {
  return { __typename, ...record };
}

/** How a request will look, until the server has said it. */
export function expectedRequest(
  id: string,
  { shown }: Wish,
  { me, comment, now }: { readonly me: Me; readonly comment: string | null; readonly now: string },
): Request {
  const { kind, changes, status, assignee, toUnit } = shown;
  return typed<Request>("IssueRequest", {
    id: `new-${id}`,
    kind,
    state: "PENDING",
    changes: changes.map((change) => typed("Change", change)),
    status: status ? typed("Status", status) : null,
    assignee: assignee ? typed("User", assignee) : null,
    toUnit: toUnit ? typed("Unit", toUnit) : null,
    askedBy: typed("User", me),
    askedAt: now,
    comment,
    decidedBy: null,
    decidedAt: null,
    reason: null,
    canDecide: false,
    canWithdraw: false,
  });
}

/** Shows a request before it is answered, where its issue is open. */
export function showAsked(cache: ApolloCache, key: string, issueId: string, request: Request): void {
  cache.batch({
    optimistic: key,
    update: (inside) => {
      const shown = inside.writeFragment({
        fragment: REQUEST_FIELDS,
        fragmentName: "RequestFields",
        data: request,
      });
      inside.modify({
        id: inside.identify({ __typename: "Issue", id: issueId }) ?? issueId,
        fields: { requests: (now: readonly Reference[]) => (shown ? [shown, ...now] : now) },
      });
    },
  });
}

/** Shows a request as ended before it is answered. */
export function showState(cache: ApolloCache, key: string, request: Request, state: Request["state"]): void {
  cache.batch({
    optimistic: key,
    update: (inside) => {
      inside.modify({
        id: inside.identify({ __typename: "IssueRequest", id: request.id }) ?? request.id,
        fields: { state: () => state, canDecide: () => false, canWithdraw: () => false },
      });
    },
  });
}

/** What the server says, in the place of what was shown under the key. */
export function writeAsked(cache: ApolloCache, key: string, issue: AskedIssueFragment): void {
  cache.batch({
    removeOptimistic: key,
    update: (inside) => {
      inside.writeFragment({ fragment: ASKED_ISSUE, fragmentName: "AskedIssue", data: issue });
    },
  });
}
