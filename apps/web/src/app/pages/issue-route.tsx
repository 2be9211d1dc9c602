import { useParams } from "@tanstack/react-router";
import { IssuePage } from "../../features/issues/issue-page";
import { useTitle } from "../../lib/navigation";

export function IssueRoute() {
  const { issueKey } = useParams({ from: "/shell/issue/$issueKey" });
  useTitle(issueKey);
  return <IssuePage key={issueKey} issueKey={issueKey} />;
}
