import { readBy, type FieldPolicies } from "../rights/field-policy.js";

/** Whether a comment exists for a viewer is decided as a whole (`canReadComment`); who sees it reads all of it. */
export const COMMENT_FIELDS = {
  id: readBy("ANYONE"),
  issue: readBy("ANYONE"),
  author: readBy("ANYONE"),
  body: readBy("ANYONE"),
  internal: readBy("ANYONE"),
  createdAt: readBy("ANYONE"),
  editedAt: readBy("ANYONE"),
} as const satisfies FieldPolicies;
