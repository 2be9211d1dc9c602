import type { Eyes } from "./eyes.js";
import { HANDOFFS } from "./answer-handoff.js";
import { ISSUE } from "./answer-issue.js";
import { LOG } from "./answer-log.js";
import { ORGANISATION } from "./answer-organisation.js";
import { BOARD } from "./answer-board.js";
import { STATS } from "./stats.js";
import { ANY_TEXT, type Sel } from "./selection.js";

/** How a field of a type is read. */
export type ReadField = (eyes: Eyes, record: never, sel: Sel) => unknown;
export type TypeReader = Readonly<Record<string, ReadField>>;

// Made when it is first asked: the readers of a type and this file import each other.
let types: Readonly<Record<string, TypeReader>> | null = null;
const typeReader = (type: string) =>
  (types ??= { ...ORGANISATION, ...ISSUE, ...LOG, ...BOARD, ...HANDOFFS, ...STATS })[type];

/** What this person is to be answered about a record, field by field; what is hidden is noted in `eyes.hidden`. */
export function answer(eyes: Eyes, type: string, record: unknown, selection: readonly Sel[]): unknown {
  if (record === null || record === undefined) return null;
  const fields = typeReader(type);
  if (!fields) throw new Error(`the oracle knows no type ${type}`);
  const entries = flat(selection).map((sel) => {
    const read = fields[sel.field];
    if (!read) throw new Error(`the oracle knows no field ${type}.${sel.field}`);
    return [sel.as ?? sel.field, read(eyes, record as never, sel)] as const;
  });
  return Object.fromEntries(entries);
}

/** A fragment is what stands in it. */
function flat(selection: readonly Sel[]): Sel[] {
  return selection.flatMap((sel) => (sel.field.startsWith("...") ? flat(sel.of ?? []) : [sel]));
}

export function answers(
  eyes: Eyes,
  type: string,
  records: readonly unknown[],
  selection: readonly Sel[],
): unknown[] {
  return records.map((record) => answer(eyes, type, record, selection));
}

/** R11. */
export function hide(eyes: Eyes, coordinate: string): null {
  eyes.hidden.add(coordinate);
  return null;
}

/** One page of a list that is there as a whole. */
export function connection(
  eyes: Eyes,
  type: string,
  all: readonly unknown[],
  page: { readonly first?: number | undefined; readonly offset?: number },
  selection: readonly Sel[],
): unknown {
  const offset = page.offset ?? 0;
  const rows = all.slice(offset, offset + (page.first ?? 50));
  const entries = selection.map((sel) => {
    const of = sel.of ?? [];
    const name = sel.as ?? sel.field;
    if (sel.field === "totalCount") return [name, all.length];
    if (sel.field === "nodes") return [name, answers(eyes, type, rows, of)];
    if (sel.field === "edges") return [name, rows.map((row) => edge(eyes, type, row, of))];
    const info = {
      hasNextPage: offset + rows.length < all.length,
      hasPreviousPage: offset > 0,
      startCursor: rows.length === 0 ? null : ANY_TEXT,
      endCursor: rows.length === 0 ? null : ANY_TEXT,
    };
    return [name, Object.fromEntries(of.map(({ field }) => [field, info[field as keyof typeof info]]))];
  });
  return Object.fromEntries(entries);
}

function edge(eyes: Eyes, type: string, row: unknown, selection: readonly Sel[]): unknown {
  const entries = selection.map(({ field, of }) => [
    field,
    field === "cursor" ? ANY_TEXT : answer(eyes, type, row, of ?? []),
  ]);
  return Object.fromEntries(entries);
}
