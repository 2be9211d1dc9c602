import { useSearch } from "@tanstack/react-router";
import { InboxPage } from "../../features/inbox/inbox-page";
import { InboxTabs } from "../../features/inbox/inbox-tabs";
import { IssuePartsProvider } from "../../features/issues/issue-parts";
import { NoticesPage } from "../../features/notices/notices-page";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { ISSUE_PARTS } from "../issue-parts";

/** UX.md, section 2: what waits for the viewer, and beside it what they are told. */
export function InboxRoute() {
  const { at, tab } = useSearch({ from: "/shell/inbox" });
  useTitle(tab === "notices" ? t("notices.title") : t("inbox.title"));
  return (
    <IssuePartsProvider value={ISSUE_PARTS}>
      <InboxTabs>{tab === "notices" ? <NoticesPage /> : <InboxPage at={at} />}</InboxTabs>
    </IssuePartsProvider>
  );
}
