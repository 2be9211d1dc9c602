export function IssuePage({ issueKey }: { issueKey: string }) {
  return <p>{issueKey}</p>;
}
