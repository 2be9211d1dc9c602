import { useParams } from "@tanstack/react-router";
import { IssuePage } from "../../features/issues/issue-page";
import { IssuePartsProvider } from "../../features/issues/issue-parts";
import { useTitle } from "../../lib/navigation";
import { ISSUE_PARTS } from "../issue-parts";

export function IssueRoute() {
  const { issueKey } = useParams({ from: "/shell/issue/$issueKey" });
  useTitle(issueKey);
  return (
    <IssuePartsProvider value={ISSUE_PARTS}>
      <IssuePage key={issueKey} issueKey={issueKey} />
    </IssuePartsProvider>
  );
}
