import { readBy, type FieldPolicies } from "./field-policy.js";

/** R8: all staff read the tree. Labels, like an issue's, are for who works with all issues of the unit. */
export const UNIT_FIELDS = {
  id: readBy("ANYONE"),
  key: readBy("ANYONE"),
  name: readBy("ANYONE"),
  kind: readBy("ANYONE"),
  parent: readBy("ANYONE"),
  children: readBy("ANYONE"),
  archived: readBy("ANYONE"),
  heads: readBy("ANYONE"),
  members: readBy("ANYONE"),
  statuses: readBy("ANYONE"),
  sprintLengthDays: readBy("ANYONE"),
  can: readBy("ANYONE"),
  labels: readBy(["MANAGER", "DEVELOPER", "ANALYST"], [], "labels"),
  handoffPolicy: readBy(["MANAGER", "DEVELOPER", "ANALYST"]),
  stepLimitDays: readBy(["MANAGER", "DEVELOPER", "ANALYST"]),
} as const satisfies FieldPolicies;

/** R8: names, pictures and whether they are active, for all staff; a mail address for its owner, admins and managers. */
export const USER_FIELDS = {
  id: readBy("ANYONE"),
  name: readBy("ANYONE"),
  active: readBy("ANYONE"),
  avatarUrl: readBy("ANYONE"),
  email: readBy(["SELF", "ADMIN", "MANAGER"]),
} as const satisfies FieldPolicies;
