import { canRead, type FieldPolicies } from "../rights/field-policy.js";
import type { Hats } from "../rights/hats.js";

/** As the log keeps it: JSON. Instants are ISO 8601 in UTC, days and ids are texts, a set is a sorted list. */
export type ChangeValue = string | number | boolean | null | readonly string[];

/** I8: one changed field of a record. */
export interface FieldChange {
  readonly field: string;
  readonly before: ChangeValue;
  readonly after: ChangeValue;
}

/** What a record can hold before it becomes a `ChangeValue`; a list is a set. */
export type RecordValue = string | number | boolean | null | undefined | Date | readonly string[];

function asChangeValue(value: RecordValue): ChangeValue {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") return [...new Set(value)].toSorted();
  return value;
}

function isSame(one: ChangeValue, other: ChangeValue): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/**
 * I8: the fields whose values differ, in the order given.
 *
 * @param before null: the record is new, and what it starts with is the change; empty fields and sets are none
 */
export function changesBetween<Field extends string>(
  before: Readonly<Partial<Record<Field, RecordValue>>> | null,
  after: Readonly<Partial<Record<Field, RecordValue>>>,
  fields: readonly Field[],
): FieldChange[] {
  return fields.flatMap((field) => {
    const [old, now] = [asChangeValue(before?.[field]), asChangeValue(after[field])];
    const startsEmpty = before === null && Array.isArray(now) && now.length === 0;
    return startsEmpty || isSame(old, now) ? [] : [{ field, before: old, after: now }];
  });
}

/** R10, PER-05: changes are masked like their fields; a field without a policy is hidden. */
export function readableChanges(
  changes: readonly FieldChange[],
  hats: Hats,
  policies: FieldPolicies,
): FieldChange[] {
  return changes.filter(({ field }) => {
    const policy = Object.hasOwn(policies, field) ? policies[field] : undefined;
    return policy !== undefined && canRead(policy, hats);
  });
}
