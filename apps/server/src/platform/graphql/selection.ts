import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  print,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** One use of a field: the same name may be asked for under several aliases with other arguments. */
export interface FieldUse {
  readonly name: string;
  readonly node: FieldNode;
  /** For each node that asks for it: itself and the fragments around it that carry `@skip` or `@include`. */
  readonly conditions: readonly (readonly SelectionNode[])[];
  /** Empty for a leaf. */
  readonly selection: Selection;
}

interface Asked {
  readonly node: FieldNode;
  readonly conditions: readonly SelectionNode[];
}

/**
 * What a document asks for below one field: fragments inlined, aliases and repeated nodes merged, `@skip` and
 * `@include` taken as asked for, so that one selection serves every request of the document (PERFORMANCE.md).
 */
export interface Selection {
  readonly uses: ReadonlyMap<string, readonly FieldUse[]>;
}

const EMPTY: Selection = { uses: new Map() };

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

function collect(
  set: SelectionSetNode,
  fragments: Fragments,
  around: readonly SelectionNode[],
  into: Asked[],
): void {
  for (const node of set.selections) {
    const conditions = node.directives?.length ? [...around, node] : around;
    if (node.kind === Kind.FIELD) into.push({ node, conditions });
    else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, fragments, conditions, into);
    else {
      const fragment = fragments[node.name.value];
      if (fragment) collect(fragment.selectionSet, fragments, conditions, into);
    }
  }
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Nodes of one field with the same arguments are one use: their selections are merged. */
function usesOf(asked: readonly Asked[], fragments: Fragments): FieldUse[] {
  const groups = group(asked, ({ node }) => (node.arguments ?? []).map(print).sort().join());
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { node } = first;
    const conditions = same.map((one) => one.conditions);
    return [
      {
        name: node.name.value,
        node,
        conditions,
        selection: selectionOf(
          same.map((one) => one.node),
          fragments,
        ),
      },
    ];
  });
}

function selectionOf(nodes: readonly FieldNode[], fragments: Fragments): Selection {
  const children: Asked[] = [];
  for (const node of nodes) if (node.selectionSet) collect(node.selectionSet, fragments, [], children);
  if (children.length === 0) return EMPTY;
  const byName = group(children, ({ node }) => node.name.value);
  return { uses: new Map([...byName].map(([name, named]) => [name, usesOf(named, fragments)])) };
}

const known = new WeakMap<FieldNode, Selection>();

/** The selection below the field that is being resolved; made once a document. */
export function selectionOfInfo(info: GraphQLResolveInfo): Selection {
  const [first] = info.fieldNodes;
  if (!first) return EMPTY;
  let selection = known.get(first);
  if (!selection) {
    selection = selectionOf(info.fieldNodes, info.fragments);
    known.set(first, selection);
  }
  return selection;
}

export function selects(selection: Selection, name: string): boolean {
  return selection.uses.has(name);
}

/** Everything that is asked for below a field without arguments, whatever its aliases. */
export function below(selection: Selection, name: string): Selection {
  const uses = selection.uses.get(name);
  if (!uses || uses.length === 0) return EMPTY;
  const [only] = uses;
  if (only && uses.length === 1) return only.selection;
  return mergeUses(uses);
}

function mergeUses(uses: readonly FieldUse[]): Selection {
  return uses.map((use) => use.selection).reduce(mergeSelections, EMPTY);
}

const merged = new WeakMap<Selection, WeakMap<Selection, Selection>>();

/** Both together; made once, so that what is cached by selection stays found. */
export function mergeSelections(one: Selection, other: Selection): Selection {
  if (one.uses.size === 0) return other;
  if (other.uses.size === 0 || one === other) return one;
  let known = merged.get(one);
  if (!known) merged.set(one, (known = new WeakMap<Selection, Selection>()));
  let both = known.get(other);
  if (!both) {
    const uses = new Map<string, readonly FieldUse[]>(one.uses);
    for (const [name, more] of other.uses) uses.set(name, [...(uses.get(name) ?? []), ...more]);
    known.set(other, (both = { uses }));
  }
  return both;
}

/** The values that a use's arguments have in this request. */
export function argumentsOf(
  use: FieldUse,
  type: GraphQLObjectType,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const field: GraphQLField<unknown, unknown> | undefined = type.getFields()[use.name];
  if (!field) throw new Error(`${type.name} has no field ${use.name}`);
  return getArgumentValues(field, use.node, { ...variables });
}

function isOff(node: SelectionNode, variables: Record<string, unknown>): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.["if"] === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] === false;
}

/** Whether `@skip` or `@include` leaves a use out of this request. */
export function isLeftOut(use: FieldUse, variables: Readonly<Record<string, unknown>>): boolean {
  return use.conditions.every((nodes) => nodes.some((node) => isOff(node, { ...variables })));
}
