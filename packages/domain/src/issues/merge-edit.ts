import type { CalendarDate } from "../shared/calendar-date.js";
import type { IssueId, LabelId } from "../shared/ids.js";
import { EDITABLE_FIELDS, type EditableField } from "./edit-issue.js";
import type { IssueType, Priority } from "./issue-kinds.js";

/** The values of what an edit can write. */
export interface EditableValues {
  readonly title: string;
  readonly description: string | null;
  readonly type: IssueType;
  readonly priority: Priority;
  readonly parent: IssueId | null;
  /** A set: neither order nor doubles count. */
  readonly labels: readonly LabelId[];
  readonly estimate: number | null;
  readonly value: number | null;
  readonly startDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
}

/** Only what is present is to change. Added and removed labels merge with what others did; a whole set can conflict. */
export type WantedEdit = Partial<EditableValues> & {
  readonly addLabels?: readonly LabelId[];
  readonly removeLabels?: readonly LabelId[];
};

/** Which fields an edit speaks of; an edit can name none. */
export function fieldsOfEdit(wanted: WantedEdit): EditableField[] {
  const { labels, addLabels, removeLabels } = wanted;
  const speaksOfLabels = [labels, addLabels, removeLabels].some((ids) => ids !== undefined);
  return EDITABLE_FIELDS.filter((field) =>
    field === "labels" ? speaksOfLabels : wanted[field] !== undefined,
  );
}

type EditableValue = EditableValues[EditableField];

export interface FieldConflict {
  readonly field: EditableField;
  readonly base: EditableValue;
  readonly yours: EditableValue;
  readonly theirs: EditableValue;
}

export interface MergedEdit {
  /** What is to be written: present fields whose value is another than the current one. */
  readonly values: Partial<EditableValues>;
  /** Not empty: nothing may be written. */
  readonly conflicts: readonly FieldConflict[];
}

function asSet(values: readonly LabelId[]): LabelId[] {
  return [...new Set(values)].toSorted();
}

function isSame(one: EditableValue, other: EditableValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  const [ones, others] = [asSet(one), asSet(other)];
  return ones.length === others.length && ones.every((labelId, index) => labelId === others[index]);
}

/** The labels that the edit ends with, or undefined when it does not touch them. */
function wantedLabels(current: EditableValues, wanted: WantedEdit): LabelId[] | undefined {
  if (!wanted.labels && !wanted.addLabels && !wanted.removeLabels) return undefined;
  const removed = new Set(wanted.removeLabels ?? []);
  const all = [...(wanted.labels ?? current.labels), ...(wanted.addLabels ?? [])];
  return asSet(all.filter((labelId) => !removed.has(labelId)));
}

/**
 * I5: edits of different fields merge; a field that was changed since to another value conflicts, with all three values.
 *
 * @param edit.base    the values at the revision that the edit is based on
 * @param edit.current the values now, as locked by the caller
 */
export function mergeEdit(edit: {
  readonly base: EditableValues;
  readonly current: EditableValues;
  readonly wanted: WantedEdit;
}): MergedEdit {
  const { base, current, wanted } = edit;
  const labels = wantedLabels(current, wanted);
  const final: Partial<EditableValues> = labels ? { ...wanted, labels } : wanted;
  const values: Partial<Record<EditableField, EditableValue>> = {};
  const conflicts: FieldConflict[] = [];
  for (const field of EDITABLE_FIELDS) {
    const yours = final[field];
    if (yours === undefined || isSame(yours, current[field])) continue;
    const mergesAlways = field === "labels" && wanted.labels === undefined;
    const changedSince = !isSame(base[field], current[field]);
    if (!changedSince || mergesAlways) values[field] = yours;
    else conflicts.push({ field, base: base[field], yours, theirs: current[field] });
  }
  // Each value was read from the field of the same name.
  return { values: values as Partial<EditableValues>, conflicts };
}
