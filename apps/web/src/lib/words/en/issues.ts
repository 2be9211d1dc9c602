/** features/issues: keys begin with `issue.`, `comment.` or `history.`. */
export const issuesWords = {
  "issue.panel": "Issue {key}",
} as const;
