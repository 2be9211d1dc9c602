import type { FieldChange } from "@stafeta/domain/events/changes";
import { valuesBefore } from "@stafeta/domain/events/values-before";
import {
  canEdit,
  datesInOrder,
  EDITABLE_FIELDS,
  labelsKnown,
  type EditableField,
} from "@stafeta/domain/issues/edit-issue";
import {
  fieldsOfEdit,
  mergeEdit,
  type EditableValues,
  type WantedEdit,
} from "@stafeta/domain/issues/merge-edit";
import { canHaveParent } from "@stafeta/domain/issues/parent";
import { isKnownRevision } from "@stafeta/domain/issues/revision";
import type { IssueId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../../access/change.js";
import type { Reader } from "../../../platform/db/database.js";
import { enforce, refusedBy } from "../../../platform/graphql/refused.js";
import { staleEdit } from "./conflict.js";
import { ancestorsOf, newestChanges } from "../issue-write.queries.js";
import { editableValues, requireSeen, type LockedIssue } from "../locked-issue.js";

/** One that names none asks for the right to edit all the same. */
function askedFields(wanted: WantedEdit): readonly EditableField[] {
  const fields = fieldsOfEdit(wanted);
  return fields.length === 0 ? EDITABLE_FIELDS : fields;
}

/** I5: what the issue changed since a revision of it, newest first. Each of its events has raised the revision by one. */
export async function changesSince(tx: Reader, issue: LockedIssue, revision: number): Promise<FieldChange[]> {
  const { id, revision: current } = issue.facts;
  if (revision >= current) return [];
  const events = (await newestChanges(tx, id, current - revision)) as FieldChange[][];
  return events.flatMap((changes) => changes.toReversed());
}

/** I1, TRE-01: asked while the change holds the one lock of all changes, so that no other can close the loop. */
async function checkParent(
  tx: Reader,
  issueId: IssueId,
  parentId: IssueId | null | undefined,
): Promise<void> {
  if (parentId != null) enforce(canHaveParent(issueId, parentId, await ancestorsOf(tx, parentId)));
}

function checkDates(current: EditableValues, values: Partial<EditableValues>): void {
  if (values.startDate === undefined && values.dueDate === undefined) return;
  const { startDate, dueDate } = { ...current, ...values };
  const refusal = datesInOrder(startDate, dueDate);
  if (refusal) throw refusedBy(refusal);
}

export interface PlannedEdit {
  readonly before: EditableValues;
  readonly after: Partial<EditableValues>;
}

/**
 * I5: what an edit comes to, merged with what others changed since.
 *
 * @param revision what the edit is based on; null: whatever there is now
 * @throws RefusedError NOT_FOUND for a parent that the viewer cannot see, FORBIDDEN (R5, R10), BAD_USER_INPUT with the
 *   field, CONFLICT with the present values and what conflicts
 */
export async function planEdit(
  tx: ViewerChange,
  issue: LockedIssue,
  wanted: WantedEdit,
  revision: number | null,
): Promise<PlannedEdit> {
  const { change, company } = tx;
  const { facts, hats } = issue;
  await requireSeen(tx, wanted.parent);
  enforce(canEdit(facts, hats, askedFields(wanted)));
  const unknown = labelsKnown(company, facts.unitId, wanted);
  if (unknown) throw refusedBy(unknown);
  const basedOn = revision ?? facts.revision;
  enforce(isKnownRevision(basedOn, facts.revision));
  const current = await editableValues(change, facts.id);
  const base = valuesBefore(current, await changesSince(change, issue, basedOn));
  const merged = mergeEdit({ base, current, wanted });
  if (merged.conflicts.length > 0) throw await staleEdit(tx, issue, current, merged.conflicts);
  await checkParent(change, facts.id, merged.values.parent);
  checkDates(current, merged.values);
  return { before: current, after: merged.values };
}
