import type { EditableValues, FieldConflict } from "@stafeta/domain/issues/merge-edit";
import { EDITABLE_FIELDS } from "@stafeta/domain/issues/edit-issue";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { canRead } from "@stafeta/domain/rights/field-policy";
import { refuse } from "@stafeta/domain/shared/decision";
import type { StatusId, UserId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../../access/change.js";
import { refusedBy, type RefusedError } from "../../../platform/graphql/refused.js";
import { seenIssues } from "../issue-write.queries.js";
import type { LockedIssue } from "../locked-issue.js";

const CHANGED_SINCE = refuse("CONFLICT", "I5", "record.changedSince");

/**
 * I5: what was changed since, with both values and the present ones. R10: only what the viewer reads; the id of a parent that
 * they do not see is no value for them.
 */
export async function staleEdit(
  tx: ViewerChange,
  issue: LockedIssue,
  current: EditableValues,
  conflicts: readonly FieldConflict[],
): Promise<RefusedError> {
  const parents = [
    current.parent,
    ...conflicts.flatMap(({ field, base }) => (field === "parent" ? [base] : [])),
  ];
  const ids = parents.filter((id) => typeof id === "string");
  const seen = await seenIssues(tx.change, tx, ids);
  const shown = (field: string, value: unknown) =>
    field === "parent" && typeof value === "string" && !seen.has(value) ? null : value;
  const readable = EDITABLE_FIELDS.filter((field) => canRead(ISSUE_FIELDS[field], issue.hats));
  const values = readable.map((field) => [field, shown(field, current[field])] as const);
  return refusedBy(CHANGED_SINCE, {
    current: { revision: issue.facts.revision, ...Object.fromEntries(values) },
    conflicts: conflicts
      .filter(({ field }) => readable.includes(field))
      .map(({ field, base, yours, theirs }) => {
        return { field, base: shown(field, base), yours, theirs: shown(field, theirs) };
      }),
  });
}

/** I5: of a field that all who see an issue read. */
function staleValue(
  { facts }: LockedIssue,
  conflict: { field: string; base: unknown; yours: unknown; theirs: unknown },
): RefusedError {
  const current = { revision: facts.revision, [conflict.field]: conflict.theirs };
  return refusedBy(CHANGED_SINCE, { current, conflicts: [conflict] });
}

/** I5: somebody else has moved it since. */
export function staleMove(issue: LockedIssue, base: StatusId, yours: StatusId): RefusedError {
  return staleValue(issue, { field: "status", base, yours, theirs: issue.status.id });
}

/** I5: somebody else has given it to another person since. */
export function staleHolder(issue: LockedIssue, base: UserId | null, yours: UserId | null): RefusedError {
  return staleValue(issue, { field: "assignee", base, yours, theirs: issue.facts.assigneeId });
}
