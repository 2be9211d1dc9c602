import { useSearch } from "@tanstack/react-router";
import { InboxPage } from "../../features/inbox/inbox-page";
import { IssuePartsProvider } from "../../features/issues/issue-parts";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { ISSUE_PARTS } from "../issue-parts";

export function InboxRoute() {
  const { at } = useSearch({ from: "/shell/inbox" });
  useTitle(t("inbox.title"));
  return (
    <IssuePartsProvider value={ISSUE_PARTS}>
      <InboxPage at={at} />
    </IssuePartsProvider>
  );
}
