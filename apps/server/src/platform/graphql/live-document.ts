import {
  execute,
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { asksForSchema } from "./limits/introspection.js";
import { subscriptionField } from "./limits/subscription-field.js";
import { formattedErrors, type CompiledQueries } from "./executor.js";

export type Variables = Readonly<Record<string, unknown>>;
type Data = Record<string, unknown>;

/** What executing takes beside the document, the same for all of a server. */
export interface Executors {
  readonly schema: GraphQLSchema;
  readonly compiled: CompiledQueries;
  readonly format: (error: GraphQLFormattedError, requestId: string) => GraphQLFormattedError;
}

/** What the answer of one execution is read with. */
export interface AnswerContext {
  readonly requestId: string;
  /** R11: coordinates that were hidden in this answer. */
  redacted(): readonly string[];
}

/** A valid operation with its variables, ready to be executed again and again. */
export interface Operation {
  readonly document: DocumentNode;
  readonly hash: string;
  readonly operationName: string | null;
  readonly definition: OperationDefinitionNode;
  readonly variables: Variables;
}

/**
 * Executes by the compiled query where there is one, else by graphql-js, and gives the answer its last form.
 *
 * @param isLasting the operation runs again and again, so compiling it pays at once
 */
export async function runOperation(
  { schema, compiled, format }: Executors,
  operation: Operation,
  rootValue: unknown,
  context: AnswerContext,
  isLasting: boolean,
): Promise<{ data?: Data | null; errors?: GraphQLFormattedError[]; extensions?: Data }> {
  const { document, hash, operationName, definition, variables } = operation;
  const key = [hash, operationName, document] as const;
  const isOfSchema = asksForSchema(document, definition);
  const query = isOfSchema ? null : isLasting ? compiled.findAtOnce(...key) : compiled.find(...key);
  const result: ExecutionResult<Data> = query
    ? await query.query(rootValue, context, { ...variables })
    : await execute({
        schema,
        document,
        operationName,
        rootValue,
        contextValue: context,
        variableValues: variables,
      });
  const errors = formattedErrors(result, (error) => format(error, context.requestId));
  const redacted = context.redacted();
  return {
    ...(result.data !== undefined && { data: result.data }),
    ...(errors.length > 0 && { errors }),
    ...(redacted.length > 0 && { extensions: { redacted } }),
  };
}

function variablesIn(node: ASTNode, into: Set<string>): void {
  visit(node, {
    Variable: ({ name }) => {
      into.add(name.value);
    },
  });
}

/**
 * What two subscriptions share when one execution serves both: the text, the operation, and the variables that the answer
 * hangs on. Those of the root field's own arguments (which board, since when) only choose the events.
 */
export function sharingKey(operation: Operation): string {
  const { document, hash, operationName, variables } = operation;
  const used = new Set<string>();
  const root = subscriptionField(document, operation.definition);
  if (root?.selectionSet) variablesIn(root.selectionSet, used);
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) variablesIn(node, used);
  const values = [...used].sort().map((name) => [name, variables[name] ?? null]);
  return JSON.stringify([hash, operationName, values]);
}
