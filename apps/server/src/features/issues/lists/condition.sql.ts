/**
 * Conditions as SQL texts. One that is unknown (null) counts as not met, so what a filter negates is exactly what it does
 * not match: rows with empty values are among them (FIL-03).
 */
export type Condition = string;

export const ALWAYS: Condition = "true";
export const NEVER: Condition = "false";

/** Without any: met. Nothing but constants is left out, so that no value is bound in vain. */
export function allOf(conditions: readonly Condition[]): Condition {
  const asked = conditions.filter((condition) => condition !== ALWAYS);
  return asked.length === 0 ? ALWAYS : `(${asked.join(" and ")})`;
}

/** Without any: not met. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const asked = conditions.filter((condition) => condition !== NEVER);
  return asked.length === 0 ? NEVER : `(${asked.join(" or ")})`;
}

export function notMet(condition: Condition): Condition {
  if (condition === ALWAYS) return NEVER;
  return condition === NEVER ? ALWAYS : `(${condition} is not true)`;
}
