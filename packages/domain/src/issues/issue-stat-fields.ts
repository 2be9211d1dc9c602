import { readBy, type FieldPolicies } from "../rights/field-policy.js";
import { ISSUE_FIELDS } from "./issue-fields.js";

/** R10: what issues are grouped by and what is summed over them is read by whoever reads the field itself. */
export const ISSUE_STAT_FIELDS = {
  unit: ISSUE_FIELDS.unit,
  status: ISSUE_FIELDS.status,
  category: ISSUE_FIELDS.status,
  assignee: ISSUE_FIELDS.assignee,
  author: ISSUE_FIELDS.author,
  type: ISSUE_FIELDS.type,
  priority: ISSUE_FIELDS.priority,
  label: ISSUE_FIELDS.labels,
  period: ISSUE_FIELDS.createdAt,
  count: readBy("ANYONE"),
  estimateSum: ISSUE_FIELDS.estimate,
  valueSum: ISSUE_FIELDS.value,
  ageDaysAvg: ISSUE_FIELDS.createdAt,
  cycleDaysAvg: ISSUE_FIELDS.status,
} as const satisfies FieldPolicies;
