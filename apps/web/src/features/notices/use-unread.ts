import { skipToken, useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback, useEffect } from "react";
import { onLineChange } from "../../lib/connection";
import { subscribeLive } from "../../lib/live";
import { useIdle } from "../../lib/use-idle";
import { t } from "../../lib/words/words";
import { announce } from "../../ui/announcer";
import { useFreshWhenSeen } from "../identity/keep-fresh";
import { takeIn } from "./notice-cache";
import { noticeSentence } from "./notice-words";
import { INBOX_CHANGED, NOTICES, UNREAD_NOTICES } from "./notices.graphql";

/**
 * How many notices are unread, as it changes; null while it is not known. Asked once the page has painted, and again when
 * the line comes back or the page is looked at after a while: what came meanwhile, or was read elsewhere, counts too.
 */
export function useUnread(): number | null {
  const isIdle = useIdle();
  const client = useApolloClient();
  const { data } = useQuery(UNREAD_NOTICES, isIdle ? { errorPolicy: "ignore" } : skipToken);
  const refresh = useCallback(() => client.refetchQueries({ include: [UNREAD_NOTICES, NOTICES] }), [client]);
  useFreshWhenSeen(refresh);
  useEffect(() => {
    if (!isIdle) return undefined;
    const again = () => {
      Promise.resolve(refresh()).catch(() => undefined);
    };
    const leaveLine = onLineChange((isOnline) => {
      if (isOnline) again();
    });
    const stop = subscribeLive(INBOX_CHANGED, () => ({}), {
      next: ({ inboxChanged }) => {
        takeIn(client.cache, inboxChanged);
        announce(t("notices.new", { text: noticeSentence(inboxChanged.notice) }));
      },
      refused: again,
      ended: again,
    });
    return () => {
      leaveLine();
      stop();
    };
  }, [client, isIdle, refresh]);
  return data?.unreadNotices ?? null;
}
