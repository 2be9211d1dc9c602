interface IssuePanelProps {
  issueKey: string;
  onClose: () => void;
}

export function IssuePanel({ issueKey }: IssuePanelProps) {
  return <p>{issueKey}</p>;
}
