/** features/issues: keys begin with `issue.`, `comment.` or `history.`. */
export const issuesWords = {
  "issue.panel": "Issue {key}",

  "issue.type.TASK": "Task",
  "issue.type.BUG": "Bug",
  "issue.type.STORY": "Story",
  "issue.type.CLAIM": "Claim",
  "issue.type.REQUEST": "Request",
  "issue.priority.URGENT": "Urgent",
  "issue.priority.HIGH": "High",
  "issue.priority.NORMAL": "Normal",
  "issue.priority.LOW": "Low",
  "issue.resolution.DONE": "Done",
  "issue.resolution.CANCELLED": "Cancelled",
  "issue.resolution.DUPLICATE": "Duplicate",
} as const;
