import {
  getNamedType,
  getOperationAST,
  getVariableValues,
  isInputObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";

type Variables = Readonly<Record<string, unknown>>;

/** The variables of a request, or what is wrong with them. */
export type Coercion =
  | { readonly coerced: Record<string, unknown>; readonly errors?: never }
  | { readonly coerced?: never; readonly errors: readonly GraphQLError[] };

export interface PreparedDocument {
  readonly document: DocumentNode;
  readonly coerce: (variables: Variables) => Coercion;
}

/** A type of the schema that lets every value through as it is. */
const ANY_VALUE = "JSON";

function isInputVariable(schema: GraphQLSchema, definition: VariableDefinitionNode): boolean {
  const type = typeFromAST(schema, definition.type as never);
  return isInputObjectType(getNamedType(type));
}

function asAnyValue(definition: VariableDefinitionNode): VariableDefinitionNode {
  const { kind, variable, loc } = definition;
  const type = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: ANY_VALUE } } as const;
  return { kind, variable, type, ...(loc && { loc }) };
}

/**
 * Takes the parsing of input objects out of a document's compiled form: graphql-jit writes out the type of a variable to
 * its last field, so one that contains itself, as a filter does, is written until the stack is full, for seconds and with
 * hundreds of megabytes, and then is not compiled after all. graphql-js reads such a variable in microseconds.
 */
export function withInputsCoerced(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): PreparedDocument {
  const operation = getOperationAST(document, operationName);
  const inputs = (operation?.variableDefinitions ?? []).filter((each) => isInputVariable(schema, each));
  if (!operation || inputs.length === 0)
    return { document, coerce: (variables) => ({ coerced: { ...variables } }) };
  const prepared: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: (operation.variableDefinitions ?? []).map((each) =>
      inputs.includes(each) ? asAnyValue(each) : each,
    ),
  };
  const definitions = document.definitions.map((each) => (each === operation ? prepared : each));
  const coerce = (variables: Variables): Coercion => {
    const result = getVariableValues(schema, inputs, { ...variables });
    return result.errors ? { errors: result.errors } : { coerced: { ...variables, ...result.coerced } };
  };
  return { document: { ...document, definitions }, coerce };
}
