import { useIssueParam } from "../../../lib/navigation";
import { IssueView } from "../../issues/issue-view";
import type { InboxStep } from "./waiting-steps";

/** One step in full: the issue as it is, and above it the answers. */
export function StepPane({ step }: { step: InboxStep }) {
  const { open } = useIssueParam();
  return <IssueView issueKey={step.handoff.issue.key} openIssue={open} />;
}
