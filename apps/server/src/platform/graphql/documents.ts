import { createHash } from "node:crypto";
import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { documentOverLimit } from "./limits/document-limits.js";
import { unclearSubscription } from "./limits/subscription-field.js";
import { textOverLimit } from "./limits/text-limits.js";

const MAX_KNOWN = 2_000;
/** Of texts, so that long ones do not fill the memory. */
const MAX_CHARACTERS = 4_000_000;

export type Prepared =
  | { readonly document: DocumentNode; readonly hash: string; readonly errors: null }
  | { readonly document: null; readonly errors: readonly GraphQLError[] };

function failed(code: string, error: GraphQLError): GraphQLError {
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(error.message, { nodes, source, positions, extensions: { code } });
}

/** Texts of requests, looked at once: limits before parsing, limits before validation, validation. */
export class Documents {
  private readonly schema: GraphQLSchema;
  private readonly measured = new LRUCache<string, { readonly refusal: GraphQLError | null }>({
    max: MAX_KNOWN,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });
  private readonly prepared = new LRUCache<string, Prepared>({
    max: MAX_KNOWN,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** LIMIT, mostly; null for what may go on to be parsed and validated, broken text included: its error is the parser's. */
  readonly refusalOf = (text: string): GraphQLError | null => {
    let known = this.measured.get(text);
    if (!known) {
      known = { refusal: this.measure(text) };
      this.measured.set(text, known);
    }
    return known.refusal;
  };

  /** Parsed and validated, for what does not come through Apollo; the hash is the one that Apollo gives it. */
  prepare(text: string): Prepared {
    let known = this.prepared.get(text);
    if (!known) {
      known = this.prepareNew(text);
      this.prepared.set(text, known);
    }
    return known;
  }

  private measure(text: string): GraphQLError | null {
    const over = textOverLimit(text);
    if (over) return over;
    try {
      const document = parse(text, { noLocation: true });
      return documentOverLimit(document) ?? unclearSubscription(document);
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }

  private prepareNew(text: string): Prepared {
    const over = this.refusalOf(text);
    if (over) return { document: null, errors: [over] };
    let document: DocumentNode;
    try {
      document = parse(text);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { document: null, errors: [failed("GRAPHQL_PARSE_FAILED", error)] };
    }
    const faults = validate(this.schema, document);
    if (faults.length > 0) {
      return { document: null, errors: faults.map((fault) => failed("GRAPHQL_VALIDATION_FAILED", fault)) };
    }
    return { document, hash: createHash("sha256").update(text).digest("hex"), errors: null };
  }
}
