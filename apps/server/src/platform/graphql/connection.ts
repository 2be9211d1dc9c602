import { isId } from "@stafeta/domain/shared/ids";
import { badInputError, type RefusedError } from "./refused.js";
import { below, mergeSelections, selects, type Selection } from "./selection.js";

/** One page of a list, as the schema's connections have it. */
export interface Connection {
  readonly nodes: readonly object[];
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number | null;
}

export const DEFAULT_FIRST = 50;
export const MAX_FIRST = 500;

/** What a page asks for. @throws RefusedError BAD_USER_INPUT when `first` is below 1 or above 500 */
export function pageSize(first: unknown): number {
  if (first === undefined || first === null) return DEFAULT_FIRST;
  if (typeof first !== "number" || first < 1 || first > MAX_FIRST) {
    throw badInputError("first", `first is 1 to ${String(MAX_FIRST)}`, "page.badFirst", { max: MAX_FIRST });
  }
  return first;
}

/** What is asked of the nodes of a connection, by `nodes` and by `edges`. */
export function nodeSelection(connection: Selection): Selection {
  return mergeSelections(below(connection, "nodes"), below(below(connection, "edges"), "node"));
}

/** Whether a node's place in the list is asked for. */
export function wantsCursors(connection: Selection): boolean {
  return selects(connection, "edges") || selects(connection, "pageInfo");
}

/** Whether any node is asked for at all, or only a count. */
export function wantsNodes(connection: Selection): boolean {
  return selects(connection, "nodes") || wantsCursors(connection);
}

interface PageFacts {
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly totalCount: number | null;
}

/** Cursors are made when they are read: most answers hold none, and hundreds would cost more than their rows. */
class Page implements Connection {
  readonly nodes: readonly object[];
  readonly totalCount: number | null;
  private readonly cursorAt: (index: number) => string;
  private readonly facts: PageFacts;
  private made: Connection["edges"] | null = null;

  constructor(nodes: readonly object[], cursorAt: (index: number) => string, facts: PageFacts) {
    this.nodes = nodes;
    this.totalCount = facts.totalCount;
    this.cursorAt = cursorAt;
    this.facts = facts;
  }

  /** Read more than once by a compiled query. */
  get edges(): Connection["edges"] {
    this.made ??= this.nodes.map((node, index) => ({ cursor: this.cursorAt(index), node }));
    return this.made;
  }

  get pageInfo(): Connection["pageInfo"] {
    const { length } = this.nodes;
    return {
      hasNextPage: this.facts.hasNext,
      hasPreviousPage: this.facts.hasPrevious,
      startCursor: length === 0 ? null : this.cursorAt(0),
      endCursor: length === 0 ? null : this.cursorAt(length - 1),
    };
  }
}

/**
 * @param nodes    one page, without the row that was read beyond it
 * @param cursorAt of the node at this place
 */
export function connectionOf(
  nodes: readonly object[],
  cursorAt: (index: number) => string,
  facts: PageFacts,
): Connection {
  return new Page(nodes, cursorAt, facts);
}

export type CursorValue = string | number | boolean | null;

/** The place of a row in its order; opaque to clients. `order` tells whether it belongs to the list it is used on. */
export function encodeCursor(order: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([order, ...values])).toString("base64url");
}

export function unknownCursor(): RefusedError {
  return badInputError("after", "This cursor is not of this list", "page.badCursor");
}

/** @throws RefusedError BAD_USER_INPUT for what is no cursor, or one of another list */
export function decodeCursor(order: string, cursor: string, count: number): CursorValue[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw unknownCursor();
  }
  if (!Array.isArray(parsed) || parsed.length !== count + 1 || parsed[0] !== order) throw unknownCursor();
  const values = parsed.slice(1) as unknown[];
  if (!values.every((value) => value === null || ["string", "number", "boolean"].includes(typeof value)))
    throw unknownCursor();
  if (values.some((value) => typeof value === "string" && value.includes("\0"))) throw unknownCursor();
  return values as CursorValue[];
}

/** The cursor of a list in the order of its ids. @throws RefusedError BAD_USER_INPUT as above, or when it holds no id */
export function decodeIdCursor(order: string, cursor: string): string {
  const [id] = decodeCursor(order, cursor, 1);
  if (typeof id !== "string" || !isId(id)) throw unknownCursor();
  return id;
}
