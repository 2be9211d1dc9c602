import { useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback } from "react";
import type { NoticesQuery } from "../../gql/graphql";
import { PAGE, paintRead, writeUnread } from "./notice-cache";
import { MARK_ALL_NOTICES_READ, MARK_NOTICES_READ, NOTICES } from "./notices.graphql";

export type Notice = NoticesQuery["notices"][number];

/** The viewer's notices, newest first, with the older ones page by page. */
export function useNotices() {
  const { data, previousData, error, refetch, fetchMore } = useQuery(NOTICES, {
    variables: { first: PAGE },
    fetchPolicy: "cache-and-network",
  });
  const known = data ?? previousData;
  const all = known?.notices ?? null;
  const last = all?.at(-1);
  const older = useCallback(async () => {
    if (!last) return;
    await fetchMore({
      variables: { first: PAGE, after: last.id },
      updateQuery: (before, { fetchMoreResult: more }) => ({
        ...before,
        notices: [
          ...before.notices,
          ...more.notices.filter(({ id }) => before.notices.every((one) => one.id !== id)),
        ],
      }),
    });
  }, [fetchMore, last]);
  return {
    all,
    unread: known?.unreadNotices ?? 0,
    error,
    retry: () => void refetch().catch(() => undefined),
    /** Null: a page that is not full is the last one. */
    older: all && all.length > 0 && all.length % PAGE === 0 ? older : null,
  };
}

/** Read marks paint at once; what the server then says is the count. A refusal loads the list anew: something went out of sight. */
export function useMarkRead(unread: number) {
  const client = useApolloClient();
  const settle = useCallback(
    async (answer: Promise<number | undefined>) => {
      try {
        const left = await answer;
        if (left !== undefined) writeUnread(client.cache, left);
      } catch {
        await client.refetchQueries({ include: [NOTICES] });
      }
    },
    [client],
  );
  const one = useCallback(
    (notice: Notice) => {
      if (notice.read) return;
      paintRead(client.cache, [notice], unread);
      const variables = { ids: [notice.id] };
      const sent = client.mutate({ mutation: MARK_NOTICES_READ, variables, context: { ownSave: true } });
      void settle(sent.then(({ data }) => data?.markNoticesRead));
    },
    [client, settle, unread],
  );
  const every = useCallback(
    (all: readonly Notice[]) => {
      const [newest] = all;
      if (!newest) return;
      paintRead(client.cache, all, unread);
      writeUnread(client.cache, 0);
      const variables = { upTo: newest.id };
      const sent = client.mutate({ mutation: MARK_ALL_NOTICES_READ, variables, context: { ownSave: true } });
      void settle(sent.then(({ data }) => data?.markAllNoticesRead));
    },
    [client, settle, unread],
  );
  return { one, every };
}
