import type { Operation } from "./operation.js";
import { CLOSING_WRITES } from "./writes-closing.js";
import { HANDOFF_WRITES } from "./writes-handoff.js";
import { ISSUE_WRITES } from "./writes-issues.js";
import { MEMBER_WRITES } from "./writes-members.js";
import { ORG_WRITES } from "./writes-org.js";
import { RELATION_WRITES } from "./writes-relations.js";
import { ROLE_WRITES } from "./writes-roles.js";

/** Each with its weight and name. */
export const WRITES: readonly (readonly [number, string, Operation])[] = [
  ...ISSUE_WRITES,
  ...HANDOFF_WRITES,
  ...CLOSING_WRITES,
  ...RELATION_WRITES,
  ...MEMBER_WRITES,
  ...ORG_WRITES,
  ...ROLE_WRITES,
];
