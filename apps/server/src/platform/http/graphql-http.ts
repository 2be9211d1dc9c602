import type { IncomingMessage, ServerResponse } from "node:http";
import { HeaderMap, type ApolloServer, type BaseContext } from "@apollo/server";

export const MAX_BODY_BYTES = 1_000_000;

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** An error of the request itself, in the form of the API's errors. */
export function answerError(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

/** `/graphql` over plain node http: express would cost 5 to 13 % of a small answer (STACK.md). */
export async function handleGraphql<C extends BaseContext>(
  apollo: ApolloServer<C>,
  request: IncomingMessage,
  response: ServerResponse,
  contextOf: () => Promise<C>,
): Promise<void> {
  let body: unknown;
  if (request.method === "POST") {
    const text = await readBody(request);
    if (text === null) {
      answerError(response, 413, "LIMIT", "The body is over 1 MB");
      return;
    }
    try {
      body = JSON.parse(text);
    } catch {
      answerError(response, 400, "BAD_REQUEST", "The body is no JSON");
      return;
    }
  }
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? "GET",
      headers: headersOf(request),
      search: new URL(request.url ?? "/", "http://localhost").search,
      body,
    },
    context: contextOf,
  });
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  if (result.body.kind === "complete") response.end(result.body.string);
  else {
    for await (const part of result.body.asyncIterator) response.write(part);
    response.end();
  }
}
