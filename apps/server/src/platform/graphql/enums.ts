import { registerEnumType } from "type-graphql";

/** A GraphQL enum from the array that the domain keeps; its values are their own names. */
export function graphqlEnum<T extends string>(name: string, values: readonly T[]): Record<T, T> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(members, { name });
  return members;
}
