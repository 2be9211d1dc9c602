import {
  HeaderMap,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContext,
  type GraphQLResponse,
} from "@apollo/server";
import {
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import { withInputsCoerced } from "./input-variables.js";
import { asksForSchema } from "./limits/introspection.js";

/** Documents whose compiled form is kept. Compiling takes 1 to 2 ms and memory, so the number is bounded. */
const MAX_COMPILED = 1_000;

/**
 * Values of the specified scalars and of enums leave as they are: the row builders make them from typed columns, and
 * the serializers allocate a path and a location for each leaf, a sixth of a board's CPU. That a field is of the type
 * that its schema says is what executor.db.test.ts compares with graphql-js.
 */
const OPTIONS = { disableLeafSerialization: true };

type Data = Record<string, unknown>;
type Run = CompiledQuery<Data, Data>["query"];

/** A query that is ready to run; an answer without `data` has run nothing. */
export interface Compiled {
  readonly query: Run;
}

/** Compiles a query at its second sight; what is seen once is left to graphql-js. Nothing in it depends on who asks. */
export class CompiledQueries {
  private readonly schema: GraphQLSchema;
  private readonly compiled = new LRUCache<string, { readonly query: Compiled | null }>({
    max: MAX_COMPILED,
  });
  private readonly seen = new LRUCache<string, true>({ max: MAX_COMPILED });

  /** @param schema an object of its own: the executors must not wrap each other's resolvers */
  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  find(hash: string, operationName: string | null, document: DocumentNode): Compiled | null {
    const key = `${hash}:${operationName ?? ""}`;
    const known = this.compiled.get(key);
    if (known) return known.query;
    if (!this.seen.has(key)) {
      this.seen.set(key, true);
      return null;
    }
    return this.compile(key, document, operationName);
  }

  /** For what will run again and again, as a subscription does: compiled at its first sight. */
  findAtOnce(hash: string, operationName: string | null, document: DocumentNode): Compiled | null {
    const key = `${hash}:${operationName ?? ""}`;
    const known = this.compiled.get(key);
    return known ? known.query : this.compile(key, document, operationName);
  }

  /** Null: graphql-jit cannot do this document, graphql-js will. */
  private compile(key: string, document: DocumentNode, operationName: string | null): Compiled | null {
    const { document: prepared, coerce } = withInputsCoerced(this.schema, document, operationName);
    const compiled = compileQuery(this.schema, prepared, operationName ?? undefined, OPTIONS);
    const run = isCompiledQuery(compiled) ? (compiled.query as Run) : null;
    const query: Run | null =
      run &&
      ((root, context, given) => {
        const { coerced, errors } = coerce(given ?? {});
        return coerced ? run(root, context, coerced) : { errors };
      });
    const found = query && { query };
    this.compiled.set(key, { query: found });
    return found;
  }
}

export function formattedErrors(
  result: ExecutionResult<Data>,
  format: (error: GraphQLFormattedError) => GraphQLFormattedError,
): GraphQLFormattedError[] {
  return (result.errors ?? []).map((error) => {
    // graphql-jit has an error class of its own, with the same fields.
    const { message, path, locations, extensions } = error as GraphQLFormattedError;
    return format({
      message,
      ...(locations && { locations }),
      ...(path && { path }),
      ...(extensions && { extensions }),
    });
  });
}

/**
 * Apollo sends what this answers as it is, so errors get their form here. A result without `data` (bad variables,
 * unknown operation) has run nothing: graphql-js says it in the usual words.
 */
export function compiledExecution<C extends BaseContext>(
  queries: CompiledQueries,
  format: (error: GraphQLFormattedError, context: C) => GraphQLFormattedError,
): ApolloServerPlugin<C> {
  const respond = async (request: GraphQLRequestContext<C>): Promise<GraphQLResponse | null> => {
    const { operation, document, queryHash, contextValue } = request;
    if (
      !document ||
      !queryHash ||
      operation?.operation !== OperationTypeNode.QUERY ||
      asksForSchema(document, operation)
    )
      return null;
    const compiled = queries.find(queryHash, request.operationName ?? null, document);
    if (!compiled) return null;
    const result = await compiled.query(undefined, contextValue, request.request.variables ?? {});
    if (result.data === undefined) return null;
    const errors = formattedErrors(result, (error) => format(error, contextValue));
    return {
      http: { headers: new HeaderMap(), status: 200 },
      body: { kind: "single", singleResult: { data: result.data, ...(errors.length > 0 && { errors }) } },
    };
  };
  return { requestDidStart: () => Promise.resolve({ responseForOperation: respond }) };
}
