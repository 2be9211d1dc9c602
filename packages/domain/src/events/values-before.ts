import type { FieldChange } from "./changes.js";

/**
 * I5, I8: what a record held before some of its changes, from what it holds now.
 *
 * @param newestFirst the changes since then; fields that `now` does not have are passed over
 */
export function valuesBefore<T extends object>(now: T, newestFirst: Iterable<FieldChange>): T {
  const values = new Map<string, unknown>(Object.entries(now));
  for (const { field, before } of newestFirst) if (values.has(field)) values.set(field, before);
  // The log keeps a field's values in the form that the record has them in: JSON.
  return Object.fromEntries(values) as T;
}
