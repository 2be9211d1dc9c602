import type { IncomingMessage, ServerResponse } from "node:http";
import { HeaderMap, type ApolloServer, type BaseContext } from "@apollo/server";
import type { GraphQLError } from "graphql";
import { overLimit } from "../graphql/limits/over-limit.js";
import { acceptsJson, answerError, answerErrors } from "./answer.js";
import type { OwnOrigins } from "./own-origins.js";
import { answerTooLarge, isDeeperThan, isJsonType, parseJson, readBody } from "./request-body.js";

export interface GraphqlDoor<C extends BaseContext> {
  readonly apollo: ApolloServer<C>;
  readonly origins: OwnOrigins;
  /** What is too large to be parsed or validated; null where the text may be read. */
  readonly refusalOf: (text: string) => GraphQLError | null;
  readonly contextOf: (request: IncomingMessage) => C;
}

/** Values within values in `variables`. */
export const MAX_INPUT_DEPTH = 64;

const METHODS = "GET, POST, OPTIONS";
const PREFLIGHT = {
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "content-type, authorization, apollo-require-preflight",
  "access-control-max-age": "600",
};

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

/** What the request says of itself, before its body is looked at; false where it is answered. */
function isAdmitted<C extends BaseContext>(
  { origins }: GraphqlDoor<C>,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("vary", "origin");
  if (!origins.isOwn(request)) {
    answerError(request, response, 403, "FORBIDDEN", "This origin is not one of the server's own");
    return false;
  }
  const cross = origins.crossOrigin(request);
  if (cross !== null) {
    response.setHeader("access-control-allow-origin", cross);
    response.setHeader("access-control-allow-credentials", "true");
  }
  if (request.method === "OPTIONS") {
    response.writeHead(204, { allow: METHODS, ...(cross !== null && PREFLIGHT) });
    response.end();
    return false;
  }
  if (request.method !== "GET" && request.method !== "POST") {
    response.setHeader("allow", METHODS);
    answerError(request, response, 405, "BAD_REQUEST", "Use GET or POST");
    return false;
  }
  if (acceptsJson(request)) return true;
  answerError(request, response, 406, "BAD_REQUEST", "The answer is application/json");
  return false;
}

/** The body of a POST; null where the answer is given already. */
async function bodyOf(request: IncomingMessage, response: ServerResponse): Promise<object | null> {
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (!isJsonType(request.headers["content-type"]) || encoding !== "identity") {
    answerError(request, response, 415, "BAD_REQUEST", "The body is to be application/json in UTF-8");
    return null;
  }
  const bytes = await readBody(request);
  if (bytes === null) {
    answerTooLarge(request, response);
    return null;
  }
  let body: unknown;
  try {
    body = parseJson(bytes);
  } catch {
    answerError(request, response, 400, "BAD_REQUEST", "The body is no JSON");
    return null;
  }
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  const message = Array.isArray(body) ? "Batches are not served" : "The body is no JSON object";
  answerError(request, response, 400, "BAD_REQUEST", message);
  return null;
}

function queryIn(body: object | undefined, search: string): string {
  const query = body && "query" in body ? body.query : new URLSearchParams(search).get("query");
  return typeof query === "string" ? query : "";
}

async function send(response: ServerResponse, result: HttpResult): Promise<void> {
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  // Bytes: of a text node would count them first, and encode it piece by piece as it is written.
  if (result.body.kind === "complete") response.end(Buffer.from(result.body.string));
  else {
    for await (const part of result.body.asyncIterator) response.write(part);
    response.end();
  }
}

type HttpResult = Awaited<ReturnType<ApolloServer["executeHTTPGraphQLRequest"]>>;

/** `/graphql` over plain node http: express would cost 5 to 13 % of a small answer (STACK.md). */
export async function handleGraphql<C extends BaseContext>(
  door: GraphqlDoor<C>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isAdmitted(door, request, response)) return;
  const body = request.method === "POST" ? await bodyOf(request, response) : undefined;
  if (body === null) return;
  const search = /\?.*$/.exec(request.url ?? "")?.[0] ?? "";
  const isTooDeep = isDeeperThan(body, MAX_INPUT_DEPTH);
  const over = isTooDeep
    ? overLimit("request.tooDeep", MAX_INPUT_DEPTH)
    : door.refusalOf(queryIn(body, search));
  if (over) {
    answerErrors(request, response, 400, [over.toJSON()]);
    return;
  }
  const result = await door.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? "", headers: headersOf(request), search, body },
    context: () => Promise.resolve(door.contextOf(request)),
  });
  await send(response, result);
}
