import {
  createSourceEventStream,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  type FormattedExecutionResult,
} from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { RequestContext, type Access, type Request } from "./access/request-context.js";
import { SubscriptionContext, type LiveOperation } from "./access/subscription-context.js";
import type { Documents } from "./platform/graphql/documents.js";
import type { CostTable } from "./platform/graphql/limits/cost.js";
import { asksForSchema } from "./platform/graphql/limits/introspection.js";
import { introspectionRefused, operationOverLimit } from "./platform/graphql/limits/limits.plugin.js";
import { overLimit } from "./platform/graphql/limits/over-limit.js";
import { runOperation, type Executors, type Operation } from "./platform/graphql/live-document.js";
import { MAX_INPUT_DEPTH } from "./platform/http/graphql-http.js";
import { isDeeperThan } from "./platform/http/request-body.js";
import { OpenStream } from "./platform/live/open-stream.js";

export interface OperationParts {
  readonly access: Access;
  readonly executors: Executors;
  readonly documents: Documents;
  readonly costs: CostTable;
}

/** An operation of a socket that may run. */
export interface ReadyOperation {
  readonly operation: Operation;
  readonly context: RequestContext;
  /** Of a subscription. */
  readonly stream: OpenStream | null;
}

export type Prepared = ReadyOperation | readonly GraphQLError[];

function refused(code: string, message: string): readonly GraphQLError[] {
  return [new GraphQLError(message, { extensions: { code } })];
}

/** The same limits as over HTTP, before anything runs. */
function prepareOperation(
  parts: OperationParts,
  payload: SubscribePayload,
): Operation | readonly GraphQLError[] {
  const { documents, executors, costs } = parts;
  const { schema } = executors;
  const variables = payload.variables ?? {};
  if (isDeeperThan(variables, MAX_INPUT_DEPTH)) return [overLimit("request.tooDeep", MAX_INPUT_DEPTH)];
  const prepared = documents.prepare(payload.query);
  if (prepared.errors) return prepared.errors;
  const { document, hash } = prepared;
  const operationName = payload.operationName ?? null;
  const definition = getOperationAST(document, operationName);
  if (!definition)
    return refused("OPERATION_RESOLUTION_FAILURE", "Name one of the operations of the document");
  if (definition.operation === OperationTypeNode.MUTATION) {
    return refused("BAD_REQUEST", "Mutations go by POST; the WebSocket serves queries and subscriptions");
  }
  const over = operationOverLimit(schema, document, definition, variables, costs);
  if (over) return [over];
  const values = getVariableValues(schema, definition.variableDefinitions ?? [], variables, {
    maxErrors: 50,
  });
  if (values.errors) {
    return values.errors.map(({ message, nodes }) => {
      return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT" } });
    });
  }
  return { document, hash, operationName, definition, variables };
}

/** @param live what a subscription sends by */
export async function prepareForSocket(
  parts: OperationParts,
  from: Request,
  payload: SubscribePayload,
  live: (operation: Operation) => LiveOperation,
): Promise<Prepared> {
  const operation = prepareOperation(parts, payload);
  if (!("definition" in operation)) return operation;
  const { document, operationName, definition, variables } = operation;
  if (definition.operation === OperationTypeNode.QUERY) {
    return { operation, context: new RequestContext(parts.access, from), stream: null };
  }
  const context = new SubscriptionContext(parts.access, from, live(operation));
  const { schema } = parts.executors;
  const variableValues = { ...variables };
  const args = { schema, document, operationName, contextValue: context, variableValues };
  const opened = await createSourceEventStream(args);
  if (opened instanceof OpenStream) return { operation, context, stream: opened };
  return "errors" in opened ? (opened.errors ?? []) : refused("INTERNAL", "There is no such stream");
}

/** A query over a socket. */
export async function runQuery(
  executors: Executors,
  { operation, context }: ReadyOperation,
): Promise<FormattedExecutionResult> {
  if (asksForSchema(operation.document, operation.definition) && !(await context.isSignedIn())) {
    return { data: null, errors: [introspectionRefused().toJSON()] };
  }
  return runOperation(executors, operation, undefined, context, false);
}
