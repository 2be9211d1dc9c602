import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { MESSAGE_PARAMS, type MessageKey as DomainKey } from "@stafeta/domain/shared/message-keys";
import type { ParamValue } from "./words/message-params";
import { words, type MessageKey } from "./words/words";

type Params = Readonly<Record<string, string | number>>;

/** One difference of a stale edit (I5): what it was based on, what was typed, what stands there now. */
export interface FieldConflict {
  readonly field: string;
  readonly base: unknown;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/** Of an act on many at once: which stood in the way, and why (L2: all or nothing). */
export interface OneRefused {
  readonly id: string;
  readonly refused: Refused;
}

/** A refusal or failure as screens need it; what the server did not say is absent. */
export interface Refused {
  /** A code of the API, or OFFLINE where no answer came. */
  readonly code: string;
  readonly rule?: string;
  readonly field?: string;
  readonly message?: { readonly key: string; readonly params: Params };
  readonly current?: unknown;
  readonly conflicts?: readonly FieldConflict[];
  readonly needs?: readonly string[];
  readonly refusals?: readonly OneRefused[];
  readonly requestId?: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function messageOf(value: unknown): Refused["message"] {
  if (!isRecord(value)) return undefined;
  const key = textOf(value["key"]);
  if (key === undefined) return undefined;
  const given = isRecord(value["params"]) ? Object.entries(value["params"]) : [];
  const params = given.filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return { key, params: Object.fromEntries(params) };
}

function conflictsOf(value: unknown): readonly FieldConflict[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(isRecord).map((item) => ({
    field: textOf(item["field"]) ?? "",
    base: item["base"],
    yours: item["yours"],
    theirs: item["theirs"],
  }));
}

function refusalsOf(value: unknown): readonly OneRefused[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(isRecord).flatMap((one) => {
    const id = textOf(one["id"]);
    return id === undefined ? [] : [{ id, refused: refusedFrom(one) }];
  });
}

/** From the `extensions` of one GraphQL error. */
export function refusedFrom(extensions: unknown): Refused {
  if (!isRecord(extensions)) return { code: "INTERNAL" };
  const rule = textOf(extensions["rule"]);
  const field = textOf(extensions["field"]);
  const message = messageOf(extensions["message"]);
  const conflicts = conflictsOf(extensions["conflicts"]);
  const needs: unknown = extensions["needs"];
  const refusals = refusalsOf(extensions["refusals"]);
  const requestId = textOf(extensions["requestId"]);
  return {
    code: textOf(extensions["code"]) ?? "INTERNAL",
    ...(rule !== undefined && { rule }),
    ...(field !== undefined && { field }),
    ...(message && { message }),
    ...("current" in extensions && { current: extensions["current"] }),
    ...(conflicts && { conflicts }),
    ...(Array.isArray(needs) && { needs: needs.filter((need) => typeof need === "string") }),
    ...(refusals && { refusals }),
    ...(requestId !== undefined && { requestId }),
  };
}

/** A refusal answered with an HTTP status of its own (4xx) has its errors in the body. */
function refusedFromBody(body: string): Refused | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const errors: unknown = isRecord(parsed) ? parsed["errors"] : undefined;
    const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
    return isRecord(first) ? refusedFrom(first["extensions"]) : null;
  } catch {
    return null;
  }
}

/** A proxy speaks for a server that it cannot reach, such as one that restarts: no answer came. */
function isGateway(status: number): boolean {
  return status >= 502 && status <= 504;
}

/** Reads whatever an Apollo call or a live stream threw. */
export function readRefusal(error: unknown): Refused {
  if (CombinedGraphQLErrors.is(error)) return refusedFrom(error.errors[0]?.extensions);
  if (ServerError.is(error)) {
    return refusedFromBody(error.bodyText) ?? { code: isGateway(error.statusCode) ? "OFFLINE" : "INTERNAL" };
  }
  if (Array.isArray(error) && isRecord(error[0])) return refusedFrom(error[0]["extensions"]);
  return { code: "OFFLINE" };
}

/** No answer came, so that nothing is known of the fate of the call; it may be sent again (`clientMutationId`). */
export function isOffline(error: unknown): boolean {
  return readRefusal(error).code === "OFFLINE";
}

const BY_CODE: Readonly<Record<string, MessageKey>> = {
  UNAUTHENTICATED: "refused.unauthenticated",
  NOT_FOUND: "refused.notFound",
  LAW: "refused.code.LAW",
  FORBIDDEN: "refused.code.FORBIDDEN",
  BAD_USER_INPUT: "refused.code.BAD_USER_INPUT",
  CONFLICT: "refused.code.CONFLICT",
  LIMIT: "refused.code.LIMIT",
  RATE_LIMITED: "refused.code.RATE_LIMITED",
  OFFLINE: "refused.code.OFFLINE",
};

function isDomainKey(key: string): key is DomainKey {
  return Object.hasOwn(MESSAGE_PARAMS, key);
}

/** Instants travel as text; a message shows them in the reader's own time. */
function withInstants(params: Params): Record<string, ParamValue> {
  const { until, ...rest } = params;
  const instant = until === undefined ? null : new Date(until);
  return instant && !Number.isNaN(instant.getTime()) ? { ...rest, until: instant } : { ...rest };
}

/**
 * R12: the reason in words. A key of a newer server, or one that came without a parameter that its message needs, reads
 * as its code does.
 */
export function wordsOfRefusal({ code, message }: Refused): string {
  if (message && isDomainKey(message.key)) {
    const params = withInstants(message.params);
    if (MESSAGE_PARAMS[message.key].every((name) => name in params))
      return words(`refused.${message.key}`, params);
  }
  return words(BY_CODE[code] ?? "refused.internal");
}

/** Words of a message key of the domain (R12), for decisions that were made here, before any request. */
export function wordsOf(key: string, params: Params = {}): string {
  return wordsOfRefusal({ code: "FORBIDDEN", message: { key, params } });
}

export function wordsOfError(error: unknown): string {
  return wordsOfRefusal(readRefusal(error));
}
