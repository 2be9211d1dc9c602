import {
  execute,
  GraphQLError,
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { asksForSchema } from "./limits/introspection.js";
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

interface Root {
  readonly field: FieldNode;
  readonly isConditional: boolean;
}

function rootIn(set: SelectionSetNode, document: DocumentNode, visited: ReadonlySet<string>): Root | null {
  const [node] = set.selections;
  if (!node) return null;
  const isConditional = (node.directives ?? []).length > 0;
  if (node.kind === Kind.FIELD) return { field: node, isConditional };
  const name = node.kind === Kind.FRAGMENT_SPREAD ? node.name.value : "";
  if (visited.has(name)) return null;
  const below =
    node.kind === Kind.INLINE_FRAGMENT
      ? node.selectionSet
      : document.definitions.flatMap((each) =>
          each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name ? [each.selectionSet] : [],
        )[0];
  const root = below ? rootIn(below, document, new Set([...visited, name])) : null;
  return root && { field: root.field, isConditional: root.isConditional || isConditional };
}

/** The one field of a subscription that says what it follows. @throws GraphQLError when a directive could leave it out */
export function subscriptionField(document: DocumentNode, definition: OperationDefinitionNode): FieldNode {
  const root = rootIn(definition.selectionSet, document, new Set());
  if (root && !root.isConditional) return root.field;
  throw new GraphQLError("A subscription names its one field without @skip or @include", {
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });
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
export function sharingKey(operation: Operation, root: FieldNode): string {
  const { document, hash, operationName, variables } = operation;
  const used = new Set<string>();
  if (root.selectionSet) variablesIn(root.selectionSet, used);
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) variablesIn(node, used);
  const values = [...used].sort().map((name) => [name, variables[name] ?? null]);
  return JSON.stringify([hash, operationName, values]);
}
