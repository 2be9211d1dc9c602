import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

function fragmentNamed(document: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return document.definitions.find(
    (node): node is FragmentDefinitionNode =>
      node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
  );
}

function asks(set: SelectionSetNode, document: DocumentNode, visited: Set<string>): boolean {
  return set.selections.some((node) => {
    if (node.kind === Kind.FIELD) return node.name.value === "__schema" || node.name.value === "__type";
    if (node.kind === Kind.INLINE_FRAGMENT) return asks(node.selectionSet, document, visited);
    const name = node.name.value;
    if (visited.has(name)) return false;
    visited.add(name);
    const fragment = fragmentNamed(document, name);
    return fragment !== undefined && asks(fragment.selectionSet, document, visited);
  });
}

const known = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether an operation asks for the schema itself, directly or in a fragment. */
export function asksForSchema(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  let answer = known.get(operation);
  if (answer === undefined) {
    answer = asks(operation.selectionSet, document, new Set());
    known.set(operation, answer);
  }
  return answer;
}
