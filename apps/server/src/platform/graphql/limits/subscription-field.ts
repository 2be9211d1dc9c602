import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

interface Root {
  readonly field: FieldNode;
  readonly isConditional: boolean;
}

function fragmentSet(document: DocumentNode, name: string): SelectionSetNode | undefined {
  const sets = document.definitions.flatMap((node) =>
    node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name ? [node.selectionSet] : [],
  );
  return sets[0];
}

/** The first field, with whether a directive on the way to it could leave it out. */
function rootIn(set: SelectionSetNode, document: DocumentNode, visited: ReadonlySet<string>): Root | null {
  const [node] = set.selections;
  if (!node) return null;
  const isConditional = (node.directives ?? []).length > 0;
  if (node.kind === Kind.FIELD) return { field: node, isConditional };
  const name = node.kind === Kind.FRAGMENT_SPREAD ? node.name.value : "";
  if (visited.has(name)) return null;
  const below = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragmentSet(document, name);
  const root = below ? rootIn(below, document, new Set([...visited, name])) : null;
  return root && { field: root.field, isConditional: root.isConditional || isConditional };
}

/** The one field of a subscription, which says what it follows; null where a directive could leave it out. */
export function subscriptionField(
  document: DocumentNode,
  definition: OperationDefinitionNode,
): FieldNode | null {
  const root = rootIn(definition.selectionSet, document, new Set());
  return root && !root.isConditional ? root.field : null;
}

/** Asked before validation, which fails as a whole on a directive there whose variable it cannot know. */
export function unclearSubscription(document: DocumentNode): GraphQLError | null {
  const isUnclear = document.definitions.some(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION &&
      node.operation === OperationTypeNode.SUBSCRIPTION &&
      subscriptionField(document, node) === null,
  );
  if (!isUnclear) return null;
  const extensions = { code: "GRAPHQL_VALIDATION_FAILED" };
  return new GraphQLError("A subscription has one field, without @skip or @include", { extensions });
}
