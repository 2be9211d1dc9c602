import { expect, test } from "vitest";
import { HANDOFF_FIELDS, HANDOFF_STEP_FIELDS } from "./handoff/handoff-fields.js";
import { COMMENT_FIELDS } from "./issues/comment-fields.js";
import { ISSUE_FIELDS } from "./issues/issue-fields.js";
import { REQUEST_FIELDS } from "./requests/request-fields.js";
import { UNIT_FIELDS, USER_FIELDS } from "./rights/org-fields.js";
import type { FieldPolicies } from "./rights/field-policy.js";
import { ACTION_NAMES, ACTIONS } from "./rights/actions.js";
import { HAT_BITS, HATS, hatNames, hatsFrom, hasHat } from "./rights/hats.js";

function lines(policies: FieldPolicies): string[] {
  return Object.entries(policies).map(([field, { read, write }]) => {
    const readers = read === "ANYONE" ? "all who see it" : hatNames(read).join(" ");
    const writers = hatNames(write).join(" ");
    return `${field}: ${readers}${writers === "" ? "" : ` | writes: ${writers}`}`;
  });
}

test("R10: who reads and who writes each field: a review of rights is a review of this table", () => {
  expect({
    Issue: lines(ISSUE_FIELDS),
    Comment: lines(COMMENT_FIELDS),
    Handoff: lines(HANDOFF_FIELDS),
    HandoffStep: lines(HANDOFF_STEP_FIELDS),
    IssueRequest: lines(REQUEST_FIELDS),
    Unit: lines(UNIT_FIELDS),
    User: lines(USER_FIELDS),
  }).toMatchSnapshot();
});

test("R10: who may do what: hats × action", () => {
  const rows = ACTION_NAMES.map((action) => {
    const { hats, rule, isGrantable } = ACTIONS[action];
    return `${action}: ${hatNames(hats).join(" ")} (${rule})${isGrantable ? "" : " | no custom role"}`;
  });
  expect(rows).toMatchSnapshot();
});

test("R10: every hat has a bit of its own, and sums of them can be taken apart", () => {
  expect(HATS.reduce((sum, hat) => sum + HAT_BITS[hat], 0)).toBe(hatsFrom(HATS));
  for (const hat of HATS) expect(HATS.filter((other) => hasHat(HAT_BITS[hat], other))).toEqual([hat]);
});
