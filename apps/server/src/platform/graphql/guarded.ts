import { isNonNullType, isObjectType, type GraphQLSchema } from "graphql";
import type { FieldPolicies, FieldPolicy } from "@stafeta/domain/rights/field-policy";

const guards = new Map<string, FieldPolicy>();

/**
 * Stands above a field that can be hidden, and names the row of the policy that decides (R10).
 *
 * @param type the schema's type, where the field stands in a resolver and not in the type's own class
 */
export function Guarded(policy: FieldPolicy, type?: string): PropertyDecorator {
  return (target, property) => {
    guards.set(`${type ?? target.constructor.name}.${String(property)}`, policy);
  };
}

/** The policy that stands above a field, by schema coordinate. */
export function guardOf(coordinate: string): FieldPolicy | undefined {
  return guards.get(coordinate);
}

/**
 * R10, at the start: every field of the schema is covered by a policy, or belongs to a type that holds no record.
 *
 * @param policies by type
 * @param open     types whose fields need no policy of their own: pages, boards and other frames around records
 * @returns what is wrong, a line each; the server does not start unless it is empty
 */
export function uncoveredFields(
  schema: GraphQLSchema,
  policies: Readonly<Record<string, FieldPolicies>>,
  open: ReadonlySet<string>,
): string[] {
  const faults: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__") || open.has(type.name)) continue;
    const table = policies[type.name];
    if (!table) {
      faults.push(`${type.name}: no policy covers this type`);
      continue;
    }
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const policy = table[field.name];
      const guard = guards.get(coordinate);
      if (!policy) faults.push(`${coordinate}: no row in its policy table`);
      else if (policy.read === "ANYONE") continue;
      else if (guard !== policy)
        faults.push(`${coordinate}: can be hidden, but its guard is missing or another`);
      else if (isNonNullType(field.type)) faults.push(`${coordinate}: can be hidden, so it must be nullable`);
    }
  }
  return faults;
}
