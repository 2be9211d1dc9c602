import type { GraphQLField, GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from "graphql";

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

function rootFields(
  types: readonly (GraphQLObjectType | null | undefined)[],
): GraphQLField<unknown, unknown>[] {
  return types.flatMap((type) => (type ? Object.values(type.getFields()) : []));
}

/**
 * Puts the check, and the one place where errors get their form, around every root operation. Of a subscription it is
 * asked when the stream is opened; for each event rights are asked anew by whoever serves it.
 *
 * @param onError turns whatever was thrown into what is answered
 */
export function guardRootOperations<Context>(
  schema: GraphQLSchema,
  check: KnockCheck<Context>,
  onError: (error: unknown, context: Context) => Error,
): void {
  const guard = (name: string, inner: Resolver | undefined): Resolver => {
    const who = declared.get(name);
    if (!who || !inner) throw new Error(`${name}: who may knock is not declared`);
    return async (source: unknown, args: Record<string, unknown>, context: unknown, info) => {
      try {
        await check(context as Context, who);
        return await inner(source, args, context, info);
      } catch (error) {
        throw onError(error, context as Context);
      }
    };
  };
  for (const field of rootFields([schema.getQueryType(), schema.getMutationType()])) {
    field.resolve = guard(field.name, field.resolve);
  }
  for (const field of rootFields([schema.getSubscriptionType()])) {
    field.subscribe = guard(field.name, field.subscribe);
  }
}
