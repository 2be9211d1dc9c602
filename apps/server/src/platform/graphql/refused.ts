import type { Decision, MessageParams, Refusal } from "@stafeta/domain/shared/decision";
import type { ErrorCode } from "@stafeta/domain/shared/error-codes";
import type { MessageKey } from "@stafeta/domain/shared/message-keys";

/** What an error tells beside its code; see the conventions at the head of api.graphql. */
export interface ErrorDetails {
  readonly rule?: string;
  readonly field?: string;
  readonly message?: { readonly key: MessageKey; readonly params: MessageParams };
  readonly current?: unknown;
  readonly conflicts?: readonly unknown[];
  readonly needs?: readonly string[];
  readonly until?: string;
  /** Ids of the records that stood in the way of all, and why each. */
  readonly issues?: readonly string[];
  readonly refusals?: readonly unknown[];
}

/** The one error that the product answers with on purpose. Anything else that is thrown is a bug: INTERNAL. */
export class RefusedError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "RefusedError";
    this.code = code;
    this.details = details;
  }
}

export function refusedBy(refusal: Refusal, more: ErrorDetails = {}): RefusedError {
  return new RefusedError(refusal.code, refusal.message, {
    ...(refusal.rule === "" ? {} : { rule: refusal.rule }),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    message: { key: refusal.message, params: refusal.params },
    ...more,
  });
}

/** The value of an allowed decision. @throws RefusedError with the rule that refused */
export function enforce<T>(decision: Decision<T>): T {
  if (decision.allowed) return decision.value;
  throw refusedBy(decision);
}

/** Answers alike for what does not exist, cannot be seen, or is no id (R10). */
export function notFound(): RefusedError {
  return new RefusedError("NOT_FOUND", "Not found", { message: { key: "notFound", params: {} } });
}

export function unauthenticated(): RefusedError {
  return new RefusedError("UNAUTHENTICATED", "Sign in first", {
    message: { key: "unauthenticated", params: {} },
  });
}

export function badInputError(
  field: string,
  text: string,
  key: MessageKey,
  params: MessageParams = {},
): RefusedError {
  return new RefusedError("BAD_USER_INPUT", text, { field, message: { key, params } });
}
