import type { ApolloCache, Reference } from "@apollo/client";
import type { HandedIssueFragment } from "../../gql/graphql";
import { HANDED_ISSUE, HANDOFF_FIELDS } from "./handoff.graphql";
import type { Handoff } from "./handoff-model";

/** H3: what is frozen while an issue is in transit. */
function frozen(can: object): object {
  return { ...can, edit: [], moveTo: [], assign: false, take: false, handOff: false };
}

function issueIn(cache: ApolloCache, id: string): string {
  return cache.identify({ __typename: "Issue", id }) ?? id;
}

/** Shows a hand-off before it is answered. It goes away again with `writeHanded` or `dropShown` under the same key. */
export function showTransit(cache: ApolloCache, key: string, issueId: string, handoff: Handoff): void {
  cache.batch({
    optimistic: key,
    update: (inside) => {
      const shown = inside.writeFragment({
        fragment: HANDOFF_FIELDS,
        fragmentName: "HandoffFields",
        data: handoff,
      });
      inside.modify({
        id: issueIn(inside, issueId),
        fields: {
          inTransit: () => handoff.state === "PENDING",
          handoffs: (now: readonly Reference[]) => (shown ? [...now, shown] : now),
          can: frozen,
        },
      });
    },
  });
}

/** Shows a hand-off as ended before it is answered. */
export function showEnd(cache: ApolloCache, key: string, issueId: string, handoff: Handoff): void {
  cache.batch({
    optimistic: key,
    update: (inside) => {
      inside.modify({ id: issueIn(inside, issueId), fields: { inTransit: () => false } });
      inside.modify({
        id: inside.identify(handoff) ?? handoff.id,
        fields: { state: () => handoff.state, canWithdraw: () => false },
      });
    },
  });
}

/** What the server says, in the place of what was shown under the key. */
export function writeHanded(cache: ApolloCache, key: string, issue: HandedIssueFragment): void {
  cache.batch({
    removeOptimistic: key,
    update: (inside) => {
      inside.writeFragment({ fragment: HANDED_ISSUE, fragmentName: "HandedIssue", data: issue });
    },
  });
}

export function dropShown(cache: ApolloCache, key: string): void {
  cache.removeOptimistic(key);
}
