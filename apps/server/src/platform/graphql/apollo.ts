import { ApolloServer, type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import { compiledExecution, type CompiledQueries } from "./executor.js";
import type { CostTable } from "./limits/cost.js";
import { operationLimits } from "./limits/limits.plugin.js";
import { jsonStatus } from "./status.plugin.js";

/** What the shared machinery asks of a request's context. */
export interface GraphqlContext extends BaseContext {
  readonly requestId: string;
  isSignedIn(): Promise<boolean>;
  /** R11: coordinates that were hidden in this answer. */
  redacted(): readonly string[];
  /** Of an answer over HTTP; a socket has none. */
  readonly responseHeaders: Headers;
}

/** R11: `extensions.redacted`, each coordinate once. */
function redactedExtension<C extends GraphqlContext>(): ApolloServerPlugin<C> {
  const willSendResponse = ({
    response,
    contextValue,
  }: Parameters<NonNullable<WillSend<C>>>[0]): Promise<void> => {
    const redacted = contextValue.redacted();
    if (redacted.length > 0 && response.body.kind === "single") {
      const { singleResult } = response.body;
      singleResult.extensions = { ...singleResult.extensions, redacted };
    }
    return Promise.resolve();
  };
  return { requestDidStart: () => Promise.resolve({ willSendResponse }) };
}

/** The session's cookie, where an operation began or ended one. */
function answerHeaders<C extends GraphqlContext>(): ApolloServerPlugin<C> {
  const willSendResponse = ({
    response,
    contextValue,
  }: Parameters<NonNullable<WillSend<C>>>[0]): Promise<void> => {
    for (const [name, value] of contextValue.responseHeaders) response.http.headers.set(name, value);
    return Promise.resolve();
  };
  return { requestDidStart: () => Promise.resolve({ willSendResponse }) };
}

type Listener<C extends BaseContext> = Exclude<
  Awaited<ReturnType<NonNullable<ApolloServerPlugin<C>["requestDidStart"]>>>,
  void
>;
type WillSend<C extends BaseContext> = Listener<C>["willSendResponse"];

export interface ApolloParts<C extends GraphqlContext> {
  readonly schema: GraphQLSchema;
  /** Over another object of the same schema: the executors must not wrap each other's resolvers. */
  readonly compiled: CompiledQueries;
  readonly costs: CostTable;
  readonly format: (error: GraphQLFormattedError, requestId: string) => GraphQLFormattedError;
  readonly plugins?: readonly ApolloServerPlugin<C>[];
}

/** Apollo parses, validates, limits and calls the hooks; compiled queries execute, graphql-js does the rest. */
export function makeApollo<C extends GraphqlContext>(parts: ApolloParts<C>): ApolloServer<C> {
  return new ApolloServer<C>({
    schema: parts.schema,
    introspection: true,
    // Every text is measured as it comes; a hash in its place would only be another way in.
    persistedQueries: false,
    // Who may not ask for the schema is not to guess it from "Did you mean".
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Bugs got their request's id where they were caught; this is the last look.
    formatError: (error) => parts.format(error, ""),
    plugins: [
      // Its default form wraps every field of the schema in a resolver (PERFORMANCE.md, "Traps").
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationLimits<C>(parts.costs),
      compiledExecution<C>(parts.compiled, (error, context) => parts.format(error, context.requestId)),
      redactedExtension<C>(),
      answerHeaders<C>(),
      jsonStatus<C>(),
      ...(parts.plugins ?? []),
    ],
  });
}
