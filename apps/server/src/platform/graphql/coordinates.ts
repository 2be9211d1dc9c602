import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from "graphql";

/** Every field that a valid document asks for, by schema coordinate ("Issue.title"), wherever it stands. */
export function coordinatesOf(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const owner = typeInfo.getParentType();
        if (owner) found.add(`${owner.name}.${node.name.value}`);
      },
    }),
  );
  return found;
}
