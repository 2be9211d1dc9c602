import { grantedByName, readBy } from "../rights/field-policy.js";

const CONDITIONS = ["MANAGER", "DEVELOPER", "ANALYST", "HOLDER", "AUTHOR", "STEP_HEAD"] as const;
const EFFORT = ["MANAGER", "DEVELOPER", "ANALYST", "HOLDER", "STEP_HEAD"] as const;
const FIGURES = ["MANAGER", "DEVELOPER", "ANALYST", "HOLDER"] as const;

/**
 * The field policy of Issue (section 2, R10): one row a field, in the order of the domain document's table. A custom role
 * grants them by these names (R9).
 */
export const ISSUE_FIELDS = grantedByName({
  id: readBy("ANYONE"),
  key: readBy("ANYONE"),
  title: readBy("ANYONE", ["MANAGER"]),
  // Written by the workflow (I3), not by an edit.
  status: readBy("ANYONE"),
  // Changed by a completed hand-off alone (L3).
  unit: readBy("ANYONE"),
  // Or by taking (R5).
  assignee: readBy("ANYONE", ["MANAGER"]),
  author: readBy("ANYONE"),
  dueDate: readBy("ANYONE", ["MANAGER"]),
  createdAt: readBy("ANYONE"),
  updatedAt: readBy("ANYONE"),
  closedAt: readBy("ANYONE"),
  revision: readBy("ANYONE"),
  lastEvent: readBy("ANYONE"),
  can: readBy("ANYONE"),
  resolution: readBy("ANYONE"),
  inTransit: readBy("ANYONE"),
  // The trail of hand-offs (H5).
  handoffs: readBy("ANYONE"),
  archived: readBy("ANYONE"),
  description: readBy(CONDITIONS, ["MANAGER"]),
  type: readBy(CONDITIONS, ["MANAGER"]),
  priority: readBy(CONDITIONS, ["MANAGER"]),
  labels: readBy(CONDITIONS, ["MANAGER"]),
  startDate: readBy(CONDITIONS, ["MANAGER"]),
  parent: readBy(CONDITIONS, ["MANAGER"]),
  subIssues: readBy(CONDITIONS),
  subIssueCount: readBy(CONDITIONS),
  progress: readBy(CONDITIONS),
  relations: readBy(CONDITIONS, ["MANAGER"]),
  blocked: readBy(CONDITIONS),
  // Not a field of the schema: why it was returned, reopened or cancelled, as its event tells.
  reason: readBy(CONDITIONS),
  comments: readBy(CONDITIONS),
  commentCount: readBy(CONDITIONS),
  estimate: readBy(EFFORT, ["MANAGER"]),
  value: readBy(EFFORT, ["MANAGER"]),
  totalEstimate: readBy(FIGURES),
  rank: readBy(FIGURES, ["MANAGER", "DEVELOPER"]),
  // Not fields of the schema: what is said in hand-offs (reasons and comments), and what their events tell.
  handoffWords: readBy(CONDITIONS),
  handoffTo: readBy("ANYONE"),
  handoffStep: readBy("ANYONE"),
  handoffReminder: readBy("ANYONE"),
  // What is asked of its heads (H6): each request is there for its asker and for them.
  requests: readBy("ANYONE"),
  // Not fields of the schema: what events of requests tell.
  request: readBy("ANYONE"),
  requestedBy: readBy("ANYONE"),
  // Not a field of the schema: which comments of an issue are internal ones that the viewer may read.
  internalComments: readBy(["MANAGER", "ANALYST"], ["MANAGER"]),
});
export type IssueField = keyof typeof ISSUE_FIELDS;
