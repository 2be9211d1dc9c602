import { useIssueParam } from "../../../lib/navigation";
import { IssueView } from "../../issues/issue-view";
import { StepAnswer } from "./step-answer";
import type { InboxStep } from "./waiting-steps";

/** One step in full: the answers, and below them the issue as it is, with its trail. */
export function StepPane({ step }: { step: InboxStep }) {
  const { open } = useIssueParam();
  return (
    <>
      <StepAnswer step={step} />
      <IssueView issueKey={step.handoff.issue.key} openIssue={open} />
    </>
  );
}
