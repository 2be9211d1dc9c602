import { GraphQLError } from "graphql";
import type { MessageKey } from "@stafeta/domain/shared/message-keys";

const TEXTS = {
  "request.tooDeep": (max: number) => `The request is nested more than ${String(max)} levels deep`,
  "request.tooManyAliases": (max: number) => `The request has more than ${String(max)} aliases`,
  "request.tooManyDirectives": (max: number) => `The request has more than ${String(max)} directives`,
  "request.tooLong": (max: number) => `The request is over ${String(max)} words or fields long`,
  "request.tooCostly": (max: number) => `The request could answer with more than ${String(max)} records`,
  "request.tooManyOperations": (max: number) => `More than ${String(max)} operations run on this socket`,
} as const satisfies Partial<Record<MessageKey, (max: number) => string>>;
export type OverLimitKey = keyof typeof TEXTS;

/** LIMIT: refused before anything of it ran. */
export function overLimit(key: OverLimitKey, max: number): GraphQLError {
  return new GraphQLError(TEXTS[key](max), {
    extensions: { code: "LIMIT", message: { key, params: { max } } },
  });
}
