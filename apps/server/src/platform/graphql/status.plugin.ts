import type { ApolloServerPlugin, BaseContext } from "@apollo/server";

/** The request was well formed, and its document or its variables are at fault. */
const OF_THE_DOCUMENT = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
]);

/**
 * GraphQL over HTTP, `application/json`: 200 for every answer to a well-formed request, since a client of that media type
 * cannot tell a proxy's 400 from the server's. Apollo would answer 400, as is right for `application/graphql-response+json`.
 */
export function jsonStatus<C extends BaseContext>(): ApolloServerPlugin<C> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response }) => {
          const { body, http } = response;
          const accept = request.http?.headers.get("accept") ?? "";
          const isJson = !accept.includes("application/graphql-response+json");
          if (isJson && http.status === 400 && body.kind === "single") {
            const codes = (body.singleResult.errors ?? []).map((error) => String(error.extensions?.["code"]));
            if (codes.every((code) => OF_THE_DOCUMENT.has(code))) http.status = 200;
          }
          return Promise.resolve();
        },
      }),
  };
}
