import type { RefusalCode } from "./error-codes.js";
import type { MessageKey } from "./message-keys.js";

export type MessageParams = Readonly<Record<string, string | number>>;

/** Why not: the rule that decided, and the key of a message with its parameters (R12). */
export interface Refusal {
  readonly allowed: false;
  readonly code: RefusalCode;
  /** A number of the domain document, such as "L2". */
  readonly rule: string;
  /** A key of the message catalogues, such as "issue.onlyBossCloses". */
  readonly message: MessageKey;
  readonly params: MessageParams;
  /** The input field at stake, where there is one. */
  readonly field?: string;
}

export interface Allowed<T> {
  readonly allowed: true;
  readonly value: T;
}

/** R12: allowed with what follows from it, or refused with the rule that refused. */
export type Decision<T = undefined> = Allowed<T> | Refusal;

const ALLOWED: Allowed<undefined> = { allowed: true, value: undefined };

export function allow(): Allowed<undefined>;
export function allow<T>(value: T): Allowed<T>;
export function allow<T>(value?: T): Allowed<T | undefined> {
  return value === undefined ? ALLOWED : { allowed: true, value };
}

export function refuse(
  code: RefusalCode,
  rule: string,
  message: MessageKey,
  params: MessageParams = {},
): Refusal {
  return { allowed: false, code, rule, message, params };
}

/** R10: what cannot be seen answers as what does not exist, so it names no rule and no reason. */
export function notFound(): Refusal {
  return refuse("NOT_FOUND", "", "notFound");
}

/** BAD_USER_INPUT on one input field. */
export function badInput(field: string, message: MessageKey, params: MessageParams = {}): Refusal {
  return { allowed: false, code: "BAD_USER_INPUT", rule: "", message, params, field };
}
