import {
  HeaderMap,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
} from "@apollo/server";
import {
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { costOf, MAX_COST, type CostTable } from "./cost.js";
import { asksForSchema } from "./introspection.js";
import { overLimit } from "./over-limit.js";

/** A valid operation whose answer could be too large, with these variables; null where it may run. */
export function operationOverLimit(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  table: CostTable,
): GraphQLError | null {
  const cost = costOf(schema, document, operation, variables, table);
  return cost > MAX_COST ? overLimit("request.tooCostly", MAX_COST) : null;
}

/** Introspection is for the signed in only (CONTRACT.md, "Endpoints"). */
export function introspectionRefused(): GraphQLError {
  return new GraphQLError("Sign in to ask for the schema", {
    extensions: { code: "UNAUTHENTICATED", message: { key: "unauthenticated", params: {} } },
  });
}

/** In Apollo's way: refused as a whole, with the status of a bad request. */
function badRequest(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
}

interface Knowing extends BaseContext {
  isSignedIn(): Promise<boolean>;
}

function refusedAnswer(error: GraphQLError): GraphQLResponse {
  const singleResult = { data: null, errors: [error.toJSON()] };
  return { http: { headers: new HeaderMap(), status: 200 }, body: { kind: "single", singleResult } };
}

/** Whatever executes an operation afterwards, these are asked first. */
export function operationLimits<C extends Knowing>(table: CostTable): ApolloServerPlugin<C> {
  const didResolveOperation = (request: GraphQLRequestContextDidResolveOperation<C>): Promise<void> => {
    const { schema, document, operation } = request;
    if (!operation) return Promise.resolve();
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      const extensions = { code: "BAD_REQUEST" };
      throw badRequest(new GraphQLError("Subscriptions are served by the WebSocket", { extensions }));
    }
    const variables = request.request.variables ?? {};
    const over = operationOverLimit(schema, document, operation, variables, table);
    if (over) throw badRequest(over);
    return Promise.resolve();
  };
  const responseForOperation = async ({
    document,
    operation,
    contextValue,
  }: GraphQLRequestContextResponseForOperation<C>): Promise<GraphQLResponse | null> => {
    if (!asksForSchema(document, operation) || (await contextValue.isSignedIn())) return null;
    return refusedAnswer(introspectionRefused());
  };
  return { requestDidStart: () => Promise.resolve({ didResolveOperation, responseForOperation }) };
}
