import {
  Kind,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { overLimit } from "./over-limit.js";

export const MAX_DEPTH = 20;
export const MAX_ALIASES = 100;
export const MAX_DIRECTIVES = 50;
/** Fields and fragments, spread out: validation compares each with each that has the same name. */
export const MAX_SELECTIONS = 1_000;

/** What a selection comes to once its fragments are spread out. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly selections: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, selections: 0 };

/**
 * Sizes of fragments, each walked once however often it is spread: a document of doubling fragments is measured as fast
 * as any. A fragment within itself counts as nothing there; validation refuses it.
 */
class Measure {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Size>();

  constructor(document: DocumentNode) {
    const named = document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    );
    this.fragments = new Map(named);
  }

  of(set: SelectionSetNode | undefined): Size {
    let { depth, aliases, selections } = NOTHING;
    for (const node of set?.selections ?? []) {
      const size = this.ofNode(node);
      depth = Math.max(depth, size.depth);
      aliases += size.aliases;
      selections += size.selections;
    }
    return { depth, aliases, selections };
  }

  private ofNode(node: SelectionNode): Size {
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(node.name.value);
    const { depth, aliases, selections } = this.of(node.selectionSet);
    if (node.kind === Kind.INLINE_FRAGMENT) return { depth, aliases, selections: selections + 1 };
    return {
      depth: depth + 1,
      aliases: aliases + (node.alias ? 1 : 0),
      selections: selections + 1,
    };
  }

  private ofFragment(name: string): Size {
    const known = this.known.get(name);
    if (known) return known;
    this.known.set(name, NOTHING);
    const { depth, aliases, selections } = this.of(this.fragments.get(name)?.selectionSet);
    const size = { depth, aliases, selections: selections + 1 };
    this.known.set(name, size);
    return size;
  }
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

/** Of a definition or a selection and all within it, those of its variables included. */
function directivesOf(node: DefinitionNode | SelectionNode): number {
  let count = 0;
  visit(node, {
    Directive: () => {
      count++;
    },
  });
  return count;
}

/** What a parsed document has too much of, before it is even validated; null where it is within bounds. */
export function documentOverLimit(document: DocumentNode): GraphQLError | null {
  const measure = new Measure(document);
  const sizes = document.definitions.map((node) => {
    const size = measure.of("selectionSet" in node ? node.selectionSet : undefined);
    // What a fragment holds runs where it is spread.
    return { ...size, aliases: node.kind === Kind.OPERATION_DEFINITION ? size.aliases : 0 };
  });
  const depth = Math.max(0, ...sizes.map((size) => size.depth));
  if (depth > MAX_DEPTH) return overLimit("request.tooDeep", MAX_DEPTH);
  if (sumOf(sizes, (size) => size.aliases) > MAX_ALIASES)
    return overLimit("request.tooManyAliases", MAX_ALIASES);
  if (sumOf(document.definitions, directivesOf) > MAX_DIRECTIVES) {
    return overLimit("request.tooManyDirectives", MAX_DIRECTIVES);
  }
  if (sumOf(sizes, (size) => size.selections) > MAX_SELECTIONS) {
    return overLimit("request.tooLong", MAX_SELECTIONS);
  }
  return null;
}
