import { ISSUE_FIELDS } from "../issues/issue-fields.js";
import { readBy, type FieldPolicies } from "../rights/field-policy.js";

/** Which requests of an issue exist for whoever neither asked nor decided: those of its heads (R3). No role can be given it. */
export const REQUEST_SIGHT = readBy(["MANAGER"]);

/**
 * H6, R10: whoever sees a request reads what was asked as far as they read the fields (`changes` is masked like them), and what
 * was said as in a hand-off.
 */
export const REQUEST_FIELDS = {
  id: readBy("ANYONE"),
  issue: readBy("ANYONE"),
  kind: readBy("ANYONE"),
  changes: readBy("ANYONE"),
  status: readBy("ANYONE"),
  assignee: readBy("ANYONE"),
  toUnit: readBy("ANYONE"),
  withSubIssues: readBy("ANYONE"),
  askedBy: readBy("ANYONE"),
  askedAt: readBy("ANYONE"),
  waitedMinutes: readBy("ANYONE"),
  comment: ISSUE_FIELDS.handoffWords,
  state: readBy("ANYONE"),
  decidedBy: readBy("ANYONE"),
  decidedAt: readBy("ANYONE"),
  reason: ISSUE_FIELDS.handoffWords,
  canDecide: readBy("ANYONE"),
  canWithdraw: readBy("ANYONE"),
} as const satisfies FieldPolicies;
