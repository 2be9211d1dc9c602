import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";

/** Records that hang on an issue: each way to one is a door, behind which the same rights must hold (R10). */
export const RECORDS = [
  "Issue",
  "Comment",
  "Event",
  "Handoff",
  "HandoffStep",
  "Relation",
  "IssueRequest",
] as const;

/** A list with its pages is no record: what it holds is looked for behind it. */
function isFrame(type: GraphQLObjectType): boolean {
  return /(Connection|Edge)$/.test(type.name);
}

/** What a field leads to: its own type, or what a page of a list holds. */
function recordBehind(type: GraphQLObjectType): string {
  if (!isFrame(type)) return type.name;
  const node = type.getFields()["nodes"] ?? type.getFields()["node"];
  return node ? getNamedType(node.type).name : type.name;
}

/** Every way of a schema to a record, as `Type.field`: what is added to the schema is among them. */
export function edgesTo(schema: GraphQLSchema, record: string): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__") && !isFrame(type),
  );
  return types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      return isObjectType(named) && recordBehind(named) === record ? [`${type.name}.${field.name}`] : [];
    }),
  );
}

/** A selection of all fields of a type, each as far as it takes to know whether it is hidden. */
export function allFieldsOf(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no type of records`);
  return Object.values(type.getFields())
    .map((field) => `${field.name}${isObjectType(getNamedType(field.type)) ? " { __typename }" : ""}`)
    .join(" ");
}
