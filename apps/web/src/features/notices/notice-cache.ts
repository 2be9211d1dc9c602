import type { ApolloCache } from "@apollo/client";
import type { InboxChangedSubscription, NoticesQuery } from "../../gql/graphql";
import { NOTICES, UNREAD_NOTICES } from "./notices.graphql";

/** What a list shows at first, and what each older page brings. */
export const PAGE = 30;

type Notice = NoticesQuery["notices"][number];

/** The count that the bell and the lists show: they read the same field. */
export function writeUnread(cache: ApolloCache, unread: number): void {
  cache.writeQuery({ query: UNREAD_NOTICES, data: { unreadNotices: unread } });
}

/** B4: on top of the list, where it has been loaded; each once, though a stream and an answer may both bring it. */
export function takeIn(
  cache: ApolloCache,
  { notice, unread }: InboxChangedSubscription["inboxChanged"],
): void {
  writeUnread(cache, unread);
  cache.updateQuery({ query: NOTICES, variables: { first: PAGE } }, (known) => {
    if (!known) return undefined;
    const rest = known.notices.filter(({ id }) => id !== notice.id);
    return { unreadNotices: unread, notices: [notice, ...rest] };
  });
}

/** Before the server answers: it is read, and the count is one less for each that was not. */
export function paintRead(cache: ApolloCache, notices: readonly Notice[], unread: number): void {
  const ids = notices.filter(({ read }) => !read).map(({ id }) => id);
  for (const id of ids) {
    cache.modify({ id: `Notice:${id}`, fields: { read: () => true } });
  }
  writeUnread(cache, Math.max(0, unread - ids.length));
}
