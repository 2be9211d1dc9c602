import { IssuePanel } from "../features/issues/issue-panel";
import { IssuePartsProvider } from "../features/issues/issue-parts";
import { ISSUE_PARTS } from "./issue-parts";

export function PanelWithParts(props: { issueKey: string; onClose: () => void }) {
  return (
    <IssuePartsProvider value={ISSUE_PARTS}>
      <IssuePanel {...props} />
    </IssuePartsProvider>
  );
}
