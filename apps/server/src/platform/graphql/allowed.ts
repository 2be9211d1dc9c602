import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from "graphql";

/** Who may knock at a root operation. What a record allows is asked of a rule by the use-case. */
export type Knocker = "ANYONE" | "STAFF" | "ADMIN" | "BOSS" | "ADMIN_OR_BOSS";

const declared = new Map<string, Knocker>();

/** Stands above every root operation; one without it stops the start. */
export function Allowed(who: Knocker): MethodDecorator {
  return (_, method) => {
    declared.set(String(method), who);
  };
}

export function whoMayKnock(operation: string): Knocker | undefined {
  return declared.get(operation);
}

export type KnockCheck<Context> = (context: Context, who: Knocker) => Promise<void>;

type Resolver = GraphQLFieldResolver<unknown, unknown, Record<string, unknown>>;

function rootTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type ?? []);
}

/**
 * Puts the check, and the one place where errors get their form, around every query and mutation.
 *
 * @param onError turns whatever was thrown into what is answered
 */
export function guardRootOperations<Context>(
  schema: GraphQLSchema,
  check: KnockCheck<Context>,
  onError: (error: unknown, context: Context) => Error,
): void {
  for (const type of rootTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const who = declared.get(field.name);
      const inner: Resolver | undefined = field.resolve ?? undefined;
      if (!who || !inner) throw new Error(`${type.name}.${field.name}: who may knock is not declared`);
      field.resolve = async (source: unknown, args: Record<string, unknown>, context: unknown, info) => {
        try {
          await check(context as Context, who);
          return await (inner(source, args, context, info) as Promise<unknown>);
        } catch (error) {
          throw onError(error, context as Context);
        }
      };
    }
  }
}
