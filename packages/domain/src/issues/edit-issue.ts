import type { Company } from "../org/company.js";
import { canWrite } from "../rights/field-policy.js";
import { hasHat, type Hats } from "../rights/hats.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import { allow, badInput, refuse, type Decision, type Refusal } from "../shared/decision.js";
import type { LabelId, UnitId } from "../shared/ids.js";
import { frozenRefusal, type IssueFacts } from "./issue-facts.js";
import { ISSUE_FIELDS, type IssueField } from "./issue-fields.js";

/** The fields that an edit can write, by their names in the schema. */
export const EDITABLE_FIELDS = [
  "title",
  "description",
  "type",
  "priority",
  "parent",
  "labels",
  "estimate",
  "value",
  "startDate",
  "dueDate",
] as const satisfies readonly IssueField[];
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** R10: which of them these hats may write. */
export function writableFields(hats: Hats): EditableField[] {
  return EDITABLE_FIELDS.filter((field) => canWrite(ISSUE_FIELDS[field], hats));
}

/** R10, R5: a DEVELOPER edits no conditions, not even of what they wrote. Names the first field that is not theirs. */
export function canEdit(facts: IssueFacts, hats: Hats, fields: readonly EditableField[]): Decision {
  for (const field of fields) {
    if (canWrite(ISSUE_FIELDS[field], hats)) continue;
    const rule = hasHat(hats, "DEVELOPER") ? "R5" : "R10";
    return { ...refuse("FORBIDDEN", rule, "issue.fieldNotWritable", { field }), field };
  }
  return frozenRefusal(facts) ?? allow();
}

/** R10: the place in the order is written by MANAGER and DEVELOPER; it is no condition, and a closed card has one too. */
export function canRank(facts: IssueFacts, hats: Hats): Decision {
  if (!canWrite(ISSUE_FIELDS.rank, hats)) return refuse("FORBIDDEN", "R10", "issue.rankNotWritable");
  return facts.archived ? refuse("CONFLICT", "L5", "issue.archived") : allow();
}

/** Null when the days can stand together. */
export function datesInOrder(startDate: CalendarDate | null, dueDate: CalendarDate | null): Refusal | null {
  const isReversed = startDate !== null && dueDate !== null && startDate > dueDate;
  return isReversed ? badInput("startDate", "date.startAfterDue") : null;
}

/** Null when every label is one of the unit's own, and none is both added and removed. */
export function labelsKnown(
  company: Company,
  unitId: UnitId,
  wanted: {
    readonly labels?: readonly LabelId[];
    readonly addLabels?: readonly LabelId[];
    readonly removeLabels?: readonly LabelId[];
  },
): Refusal | null {
  const known = new Set((company.labelsOfUnit.get(unitId) ?? []).map((label) => label.id));
  const added = wanted.addLabels ?? [];
  if (wanted.labels?.some((labelId) => !known.has(labelId))) return badInput("labels", "issue.unknownLabel");
  if (added.some((labelId) => !known.has(labelId))) return badInput("addLabels", "issue.unknownLabel");
  const isTorn = wanted.removeLabels?.some((labelId) => added.includes(labelId)) === true;
  return isTorn ? badInput("removeLabels", "issue.labelAddedAndRemoved") : null;
}
