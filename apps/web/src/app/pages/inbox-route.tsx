import { useSearch } from "@tanstack/react-router";
import { InboxPage } from "../../features/inbox/inbox-page";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";

export function InboxRoute() {
  const { at } = useSearch({ from: "/shell/inbox" });
  useTitle(t("inbox.title"));
  return <InboxPage at={at} />;
}
