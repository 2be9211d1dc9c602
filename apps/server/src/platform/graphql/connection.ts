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

/** Whether any node is asked for at all, or only a count. */
export function wantsNodes(connection: Selection): boolean {
  return selects(connection, "nodes") || selects(connection, "edges") || selects(connection, "pageInfo");
}

/**
 * @param nodes   one page, without the row that was read beyond it
 * @param cursors of each node, in the same order
 */
export function connectionOf(
  nodes: readonly object[],
  cursors: readonly string[],
  page: { readonly hasNext: boolean; readonly hasPrevious: boolean; readonly totalCount: number | null },
): Connection {
  return {
    nodes,
    edges: nodes.map((node, index) => ({ cursor: cursors[index] ?? "", node })),
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: page.totalCount,
  };
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
