/** What stands against an act, and the rule that says so where one is at stake. */
export interface Reason {
  readonly code: "NOT_FOUND" | "LAW" | "FORBIDDEN" | "CONFLICT" | "BAD_USER_INPUT";
  readonly rule?: string;
}

export const NOT_FOUND: Reason = { code: "NOT_FOUND" };
export const BAD: Reason = { code: "BAD_USER_INPUT" };
export const LAW = (rule: string): Reason => ({ code: "LAW", rule });
export const FORBIDDEN = (rule?: string): Reason => ({
  code: "FORBIDDEN",
  ...(rule !== undefined && { rule }),
});
export const CONFLICT = (rule?: string): Reason => ({
  code: "CONFLICT",
  ...(rule !== undefined && { rule }),
});
