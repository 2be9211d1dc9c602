import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { GraphQLFormattedError } from "graphql";

/** GraphQL over HTTP: its own media type only for who asks for it by name. */
function jsonType(request: IncomingMessage): string {
  const wantsGraphql = request.headers.accept?.includes("application/graphql-response+json") ?? false;
  return `application/${wantsGraphql ? "graphql-response+" : ""}json; charset=utf-8`;
}

const ACCEPTED = new Set(["application/json", "application/graphql-response+json", "application/*", "*/*"]);

/** Whether any form of the answer would do; asked first, so that nothing runs whose answer cannot be sent. */
export function acceptsJson(request: IncomingMessage): boolean {
  const { accept } = request.headers;
  if (accept === undefined || accept.trim() === "") return true;
  return accept.split(",").some((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    return ACCEPTED.has(type) && !parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter));
  });
}

/** The text of an answer that holds nothing but errors, and the headers that go with it. */
export function errorsAnswer(
  request: IncomingMessage,
  errors: readonly GraphQLFormattedError[],
): { readonly text: string; readonly headers: OutgoingHttpHeaders } {
  const text = JSON.stringify({ errors });
  const headers = {
    "content-type": jsonType(request),
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  };
  return { text, headers };
}

/** Errors of the request itself, in the form of the API's errors; nothing of it ran. */
export function answerErrors(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  errors: readonly GraphQLFormattedError[],
): void {
  const { text, headers } = errorsAnswer(request, errors);
  response.writeHead(status, headers);
  response.end(text);
}

export function answerError(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): void {
  answerErrors(request, response, status, [{ message, extensions: { code } }]);
}
