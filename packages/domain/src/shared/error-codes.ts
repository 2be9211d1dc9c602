/** The codes of the API's errors (`extensions.code`), in no order; see `REFUSAL_ORDER` for which is asked first. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "NOT_FOUND",
  "LAW",
  "FORBIDDEN",
  "BAD_USER_INPUT",
  "CONFLICT",
  "LIMIT",
  "RATE_LIMITED",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a rule can answer with; the rest of the codes belong to the edges. */
export type RefusalCode = "NOT_FOUND" | "LAW" | "FORBIDDEN" | "BAD_USER_INPUT" | "CONFLICT" | "LIMIT";

/** The order in which a use-case asks: what cannot be seen must answer before anything that would tell of it. */
export const REFUSAL_ORDER: readonly RefusalCode[] = ["NOT_FOUND", "LAW", "FORBIDDEN", "CONFLICT"];
