import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";

/** A root operation with one place that takes an id, a key or a text: everything else in it is as it may be. */
export interface Call {
  /** Such as `Mutation.createIssue(input.parent)`. */
  readonly coordinate: string;
  readonly kind: "query" | "mutation" | "subscription";
  /** Whether the place is for an id; else for a key or a text. */
  readonly takesId: boolean;
  readonly document: string;
  /** With this in that place. */
  variables(value: string): Record<string, unknown>;
}

/** What stands in the other places, by name; whatever is not named is an issue that the viewer may act on. */
export type Fillings = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 4;
/** Records that everybody reads, or secrets of the caller's own. */
const PLACES = new Set(["ID", "String"]);

/** A value that the type takes, with what is wanted at the end of the path. */
function valueOf(
  type: GraphQLInputType,
  name: string,
  fillings: Fillings,
  path: readonly string[],
  wanted: string,
): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOf(bare.ofType, name, fillings, path, wanted)];
  if (isInputObjectType(bare)) {
    const [first, ...rest] = path;
    const entries = Object.values(bare.getFields()).flatMap((field) => {
      if (field.name === first)
        return [[field.name, valueOf(field.type, field.name, fillings, rest, wanted)]];
      const isNeeded = isNonNullType(field.type) && field.defaultValue === undefined;
      return isNeeded ? [[field.name, valueOf(field.type, field.name, fillings, [], FILL)]] : [];
    });
    return Object.fromEntries(entries);
  }
  if (wanted !== FILL) return wanted;
  if (name in fillings) return fillings[name];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  const plain: Readonly<Record<string, unknown>> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    String: "something",
    Date: "2026-12-01",
    DateTime: "2026-12-01T00:00:00Z",
  };
  return plain[bare.name] ?? fillings["id"];
}
const FILL = "\0fill";

/** The type at the end of a path. */
function typeAt(type: GraphQLInputType, [first, ...rest]: readonly string[]): string {
  const named = getNamedType(type);
  if (first === undefined || !isInputObjectType(named)) return named.name;
  const field = named.getFields()[first];
  return field ? typeAt(field.type, rest) : named.name;
}

/** Every way from an argument to an id or a text below it. */
function pathsBelow(type: GraphQLInputType, depth: number): string[][] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return isLeafType(named) && PLACES.has(named.name) ? [[]] : [];
  if (depth === 0) return [];
  return Object.values(named.getFields()).flatMap((field: GraphQLInputField) =>
    // A filter in a filter asks the same again.
    getNamedType(field.type) === named
      ? []
      : pathsBelow(field.type, depth - 1).map((rest) => [field.name, ...rest]),
  );
}

/** What is read of the answer: values, and of what hangs below a little. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "";
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined))
      return [];
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return [field.name];
    return depth > 0 ? [`${field.name} ${selectionOf(field.type, depth - 1)}`] : [];
  });
  return `{ __typename ${fields.join(" ")} }`;
}

function callsOf(kind: Call["kind"], field: GraphQLField<unknown, unknown>, fillings: Fillings): Call[] {
  const root = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const isNeeded = (argument: GraphQLArgument) =>
    isNonNullType(argument.type) && argument.defaultValue === undefined;
  return field.args.flatMap((target) =>
    pathsBelow(target.type, MAX_DEPTH).map((path) => {
      const given = field.args.filter((argument) => argument === target || isNeeded(argument));
      const declared = given.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(", ");
      const passed = given.map(({ name }) => `${name}: $${name}`).join(", ");
      // A change answers with what it changed, which the next one changes again.
      const selection =
        kind === "mutation"
          ? selectionOf(field.type, -1).replace(/{.*}/, "{ __typename }")
          : selectionOf(field.type, 1);
      return {
        coordinate: `${root}.${field.name}(${[target.name, ...path].join(".")})`,
        kind,
        takesId: typeAt(target.type, path) === "ID",
        document: `${kind}(${declared}) { ${field.name}(${passed}) ${selection} }`,
        variables: (value: string) =>
          Object.fromEntries(
            given.map((argument) => [
              argument.name,
              argument === target
                ? valueOf(argument.type, argument.name, fillings, path, value)
                : valueOf(argument.type, argument.name, fillings, [], FILL),
            ]),
          ),
      };
    }),
  );
}

/** All root operations of a schema, each place of each: what is added to the schema is among them. */
export function callsByPlace(schema: GraphQLSchema, fillings: Fillings, except: ReadonlySet<string>): Call[] {
  const roots = [
    ["query", schema.getQueryType()],
    ["mutation", schema.getMutationType()],
    ["subscription", schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => !except.has(field.name))
      .flatMap((field) => callsOf(kind, field, fillings)),
  );
}
