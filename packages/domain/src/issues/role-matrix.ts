import type { BuiltInRole, CustomRole, Reach, Role } from "../org/company.js";
import { ACTION_NAMES, ACTIONS, GRANTABLE_ACTIONS, may, type Action } from "../rights/actions.js";
import { canRead, canWrite } from "../rights/field-policy.js";
import { hatOfRole } from "../rights/hats.js";
import { allow, badInput, refuse, type Decision, type Refusal } from "../shared/decision.js";
import { EDITABLE_FIELDS } from "./edit-issue.js";
import { ISSUE_FIELDS, type IssueField } from "./issue-fields.js";

const FIELD_NAMES = Object.keys(ISSUE_FIELDS) as IssueField[];

/** R9: the fields whose reading a matrix can allow; the rest is read by all who see the issue. */
export const GRANTABLE_READS: readonly IssueField[] = FIELD_NAMES.filter(
  (field) => ISSUE_FIELDS[field].read !== "ANYONE",
);

/** R9: the fields whose writing a matrix can allow: those that an edit writes, and the place in the order. */
export const GRANTABLE_WRITES: readonly IssueField[] = [...EDITABLE_FIELDS, "rank"];

/** What a role opens: its matrix and what it reaches. */
export type Matrix = Pick<CustomRole, "reach" | "read" | "write" | "actions">;

/** R3, R5 to R7: how far the built-in roles reach. */
const REACH_OF: Readonly<Record<BuiltInRole, Reach>> = {
  MANAGER: "TREE",
  DEVELOPER: "UNIT",
  REPORTER: "ASSIGNED",
  ANALYST: "TREE",
};

/** The matrix of a built-in role, as the tables of the rules have it; a REPORTER reads what a HOLDER does (R6). */
function builtInMatrix(base: BuiltInRole): Matrix {
  const hat = hatOfRole(base);
  return {
    reach: REACH_OF[base],
    read: GRANTABLE_READS.filter((field) => canRead(ISSUE_FIELDS[field], hat)),
    write: GRANTABLE_WRITES.filter((field) => canWrite(ISSUE_FIELDS[field], hat)),
    actions: ACTION_NAMES.filter((action) => may(action, hat)),
  };
}

export function matrixOf(role: Role): Matrix {
  return role.custom ?? builtInMatrix(role.base);
}

/** R9: what a copy starts with: all of it but what only the built-in MANAGER may (laws, and the tree of units). */
export function matrixOfCopy(role: Role): Matrix {
  const { reach, read, write, actions } = matrixOf(role);
  return {
    reach,
    read,
    write,
    actions: actions.filter((name) => GRANTABLE_ACTIONS.includes(name as Action)),
  };
}

/** Section 3: fields that no edit writes, and the law that says so. */
const LAW_OF_FIELD: Readonly<Partial<Record<string, string>>> = {
  status: "L2",
  closedAt: "L2",
  unit: "L3",
  assignee: "L3",
  resolution: "L5",
  archived: "L5",
};

function law(rule: string, field: string): Refusal {
  return { ...refuse("LAW", rule, "role.lawStands"), field };
}

/** R9: no matrix can break a law. */
function lawBroken({ write, actions }: Matrix): Refusal | null {
  for (const field of write) {
    const rule = LAW_OF_FIELD[field];
    if (rule !== undefined) return law(rule, "writeFields");
  }
  for (const action of ACTION_NAMES) {
    const { rule, isGrantable } = ACTIONS[action];
    if (!isGrantable && rule.startsWith("L") && actions.includes(action)) return law(rule, "actions");
  }
  return null;
}

function unknownIn(names: readonly string[], known: readonly string[], field: string): Refusal | null {
  return names.every((name) => known.includes(name)) ? null : badInput(field, "value.notOffered");
}

/** Who changes a field sees what they change; who writes among the unit's own reads what is written there. */
function blindRefusal({ reach, read, write, actions }: Matrix): Refusal | null {
  const hidden: readonly string[] = GRANTABLE_READS;
  if (write.some((field) => hidden.includes(field) && !read.includes(field))) {
    return badInput("writeFields", "role.writeNeedsRead");
  }
  // The answer to a comment is the comment.
  if (actions.includes("comment") && !read.includes("comments")) {
    return badInput("actions", "role.commentNeedsRead");
  }
  const readsInternal = read.includes("internalComments");
  if (actions.includes("commentInternally") && !readsInternal)
    return badInput("actions", "role.internalNeedsRead");
  // Internal comments are read by a hat in the unit they were written in, whoever holds the issue.
  return readsInternal && reach === "ASSIGNED" ? badInput("reach", "role.internalNeedsUnit") : null;
}

function inOrder(names: readonly string[], known: readonly string[]): string[] {
  return known.filter((name) => names.includes(name));
}

/** R9: a matrix as an admin wishes it: each name once, in the order of the tables. LAW before what is merely unknown. */
export function cleanMatrix(wish: Matrix): Decision<Matrix> {
  const refusal =
    lawBroken(wish) ??
    unknownIn(wish.read, GRANTABLE_READS, "readFields") ??
    unknownIn(wish.write, GRANTABLE_WRITES, "writeFields") ??
    unknownIn(wish.actions, GRANTABLE_ACTIONS, "actions") ??
    blindRefusal(wish);
  if (refusal) return refusal;
  return allow({
    reach: wish.reach,
    read: inOrder(wish.read, GRANTABLE_READS),
    write: inOrder(wish.write, GRANTABLE_WRITES),
    actions: inOrder(wish.actions, GRANTABLE_ACTIONS),
  });
}
