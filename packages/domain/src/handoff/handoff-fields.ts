import { ISSUE_FIELDS } from "../issues/issue-fields.js";
import { readBy, type FieldPolicies } from "../rights/field-policy.js";

/** H5, R10: the trail is there for all who see the issue; what is said in it, for who reads its conditions. */
export const HANDOFF_FIELDS = {
  id: readBy("ANYONE"),
  issue: readBy("ANYONE"),
  from: readBy("ANYONE"),
  to: readBy("ANYONE"),
  state: readBy("ANYONE"),
  startedBy: readBy("ANYONE"),
  startedAt: readBy("ANYONE"),
  endedAt: readBy("ANYONE"),
  withSubIssues: readBy("ANYONE"),
  comment: ISSUE_FIELDS.handoffWords,
  steps: readBy("ANYONE"),
  canWithdraw: readBy("ANYONE"),
} as const satisfies FieldPolicies;

export const HANDOFF_STEP_FIELDS = {
  id: readBy("ANYONE"),
  handoff: readBy("ANYONE"),
  current: readBy("ANYONE"),
  unit: readBy("ANYONE"),
  state: readBy("ANYONE"),
  actedBy: readBy("ANYONE"),
  actedAt: readBy("ANYONE"),
  reason: ISSUE_FIELDS.handoffWords,
  comment: ISSUE_FIELDS.handoffWords,
  waitedMinutes: readBy("ANYONE"),
  canAct: readBy("ANYONE"),
} as const satisfies FieldPolicies;
