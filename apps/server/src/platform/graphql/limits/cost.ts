import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { DEFAULT_FIRST, MAX_FIRST } from "../connection.js";

/** How dear things are. One record that is read from the database costs 1. */
export interface CostTable {
  /** By type, where it is not 1: what is held in memory costs less. */
  readonly weights: Readonly<Record<string, number>>;
  /** How long a list without `first` is expected to be, by schema coordinate. */
  readonly lengths: Readonly<Record<string, number>>;
}

/** Enough for 500 rows with all that hangs on them, and for a board of ten columns of 500 cards. */
export const MAX_COST = 20_000;
/** A list at the root is a statement of its own, which may look at far more rows than it answers with. */
const ROOT_LIST_COST = 150;
/** A list below a record is read together with those of all others. */
const LIST_COST = 5;
const DEFAULT_LENGTH = 10;
/** The whole schema answers with some thousand objects, a type with some dozen. */
const SCHEMA_COSTS: Readonly<Record<string, number>> = { __schema: 3_000, __type: 100 };

type Variables = Readonly<Record<string, unknown>>;
type Cost = (variables: Variables) => number;
type Size = (variables: Variables) => number;

const one: Size = () => 1;
const free: Cost = () => 0;

function bounded(first: unknown): number {
  const isNumber = typeof first === "number" && first >= 1;
  // Null is the same as left out; what is no page size at all is refused by the list itself.
  return isNumber ? Math.min(first, MAX_FIRST) : DEFAULT_FIRST;
}

/** The page that a field asks for, which a variable may hold; null where the field has no `first`. */
function pageOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  defaults: ReadonlyMap<string, number>,
): Size | null {
  const argument = field.args.find(({ name }) => name === "first");
  if (!argument) return null;
  const given = node.arguments?.find(({ name }) => name.value === "first")?.value;
  if (given?.kind === Kind.INT) {
    const size = bounded(Number(given.value));
    return () => size;
  }
  if (given?.kind === Kind.VARIABLE) {
    const name = given.name.value;
    return (variables) => bounded(variables[name] === undefined ? defaults.get(name) : variables[name]);
  }
  return () => bounded(argument.defaultValue);
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

/** What an operation may answer with, estimated from its document alone; the variables say how long its pages are. */
class Estimate {
  private readonly table: CostTable;
  private readonly root: GraphQLObjectType;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly defaults: ReadonlyMap<string, number>;

  constructor(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    root: GraphQLObjectType,
    table: CostTable,
  ) {
    this.table = table;
    this.root = root;
    const named = document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    );
    this.fragments = new Map(named);
    const numbers = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
    );
    this.defaults = new Map(numbers);
  }

  /** @param page of the connection that this selection is of */
  of(set: SelectionSetNode, type: GraphQLObjectType, page: Size | null): Cost {
    const costs = set.selections.map((node): Cost => {
      if (node.kind === Kind.FIELD) return this.ofField(node, type, page);
      if (node.kind === Kind.INLINE_FRAGMENT) return this.of(node.selectionSet, type, page);
      const fragment = this.fragments.get(node.name.value);
      return fragment ? this.of(fragment.selectionSet, type, page) : free;
    });
    return (variables) => costs.reduce((sum, cost) => sum + cost(variables), 0);
  }

  private ofField(node: FieldNode, owner: GraphQLObjectType, page: Size | null): Cost {
    const ofSchema = SCHEMA_COSTS[node.name.value];
    if (ofSchema !== undefined) return () => ofSchema;
    const field = owner.getFields()[node.name.value];
    const type = field ? getNamedType(field.type) : undefined;
    if (!field || !isObjectType(type) || !node.selectionSet) return free;
    const own = pageOf(field, node, this.defaults);
    const isFrame = own !== null && !isList(field.type);
    const below = this.of(node.selectionSet, type, isFrame ? own : null);
    const size = this.sizeOf(field, owner, isFrame ? null : (own ?? page));
    const weight = this.table.weights[type.name] ?? 1;
    const start = own === null ? 0 : owner === this.root ? ROOT_LIST_COST : LIST_COST;
    return (variables) => start + size(variables) * (weight + below(variables));
  }

  private sizeOf(field: GraphQLField<unknown, unknown>, owner: GraphQLObjectType, page: Size | null): Size {
    if (!isList(field.type)) return one;
    if (page) return page;
    const length = this.table.lengths[`${owner.name}.${field.name}`] ?? DEFAULT_LENGTH;
    return () => length;
  }
}

const known = new WeakMap<OperationDefinitionNode, Cost>();

/**
 * The cost of a valid operation with these variables, before it runs. `@skip` and `@include` are taken as asked for.
 * Worked out once a document; after that it is a few multiplications.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  table: CostTable,
): number {
  let cost = known.get(operation);
  if (!cost) {
    const root = schema.getRootType(operation.operation);
    cost = root
      ? new Estimate(document, operation, root, table).of(operation.selectionSet, root, null)
      : free;
    known.set(operation, cost);
  }
  return cost(variables);
}
