import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { RefusedError } from "./refused.js";

/** What is logged of a bug, and which request it was. */
export interface ErrorPlace {
  readonly log: Logger;
  readonly requestId: string;
}

/** The one error function: refusals keep their code and details, anything else is a bug and shown as its request's id. */
export function answeredError(error: unknown, { log, requestId }: ErrorPlace): GraphQLError {
  if (error instanceof RefusedError) {
    return new GraphQLError(error.message, { extensions: { code: error.code, ...error.details } });
  }
  if (error instanceof GraphQLError && typeof error.extensions["code"] === "string") return error;
  log.error({ err: error, requestId }, "a request failed by a bug");
  return new GraphQLError("Something went wrong on our side", {
    extensions: { code: "INTERNAL", requestId, message: { key: "internal", params: {} } },
  });
}

/** Codes that GraphQL's own machinery gives and clients know; anything else without a code is a bug. */
const PUBLIC_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "UNAUTHENTICATED",
  "NOT_FOUND",
  "LAW",
  "FORBIDDEN",
  "CONFLICT",
  "LIMIT",
  "RATE_LIMITED",
  "INTERNAL",
]);

/** Last look before an error leaves: no stack, no message of a library's or the database's. */
export function publicError(formatted: GraphQLFormattedError, place: ErrorPlace): GraphQLFormattedError {
  const code = formatted.extensions?.["code"];
  if (typeof code === "string" && PUBLIC_CODES.has(code)) {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions };
  }
  const { log, requestId } = place;
  log.error(
    { message: formatted.message, path: formatted.path, requestId },
    "an answer held an error by a bug",
  );
  const extensions = { code: "INTERNAL", requestId, message: { key: "internal", params: {} } };
  return { ...formatted, message: "Something went wrong on our side", extensions };
}
