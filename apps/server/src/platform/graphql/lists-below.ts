import type { GraphQLObjectType } from "graphql";
import type { Row } from "../db/database.js";
import type { Sql } from "../db/sql.js";
import {
  connectionOf,
  decodeIdCursor,
  encodeCursor,
  nodeSelection,
  pageSize,
  wantsNodes,
  type Connection,
} from "./connection.js";
import type { FieldSource, Lookup } from "./record-plan.js";
import { argumentsOf, mergeSelections, selects, type FieldUse, type Selection } from "./selection.js";

/** One page below each of several parents. The statement selects the stamp, `columns` as a whole, then the parent's id. */
export interface BelowPage {
  readonly sql: Sql;
  readonly columns: string;
  readonly parents: readonly string[];
  /** The id after which the page begins. */
  readonly after: string | null;
  /** One more than the page holds, which tells whether another follows. */
  readonly limit: number;
}

export interface RowsPlan {
  readonly sql: Sql;
  readonly columns: string;
  readonly width: number;
  build(rows: readonly Row[]): Promise<object[]>;
}

/** A list of records below a record, in the order of their ids, with `first` and `after`. */
export interface ListBelow<C> {
  /** Names the list in its cursors. */
  readonly order: string;
  readonly plan: (reading: C, selection: Selection) => RowsPlan;
  readonly page: (reading: C, page: BelowPage) => Promise<Row[]>;
  /** Rows of (stamp, parent's id, count). */
  readonly count: (reading: C, parents: readonly string[]) => Promise<Row[]>;
}

/** Where the same list is asked for with other arguments under another alias, each has its own page. */
export type ListsByArguments = Readonly<Record<string, Connection | undefined>>;

export function argumentsKey(args: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([args["first"] ?? null, args["after"] ?? null]);
}

/** The field's resolver: the page that was fetched for these arguments. Null where the field is hidden. */
export function pickPage(
  lists: ListsByArguments | null,
  args: Readonly<Record<string, unknown>>,
): Connection | null {
  return lists?.[argumentsKey(args)] ?? null;
}

interface Page {
  readonly rows: Row[];
  readonly built: object[];
}

async function onePage<C>(
  list: ListBelow<C>,
  reading: C,
  selection: Selection,
  args: Readonly<Record<string, unknown>>,
  parents: readonly string[],
): Promise<(parent: string) => Connection> {
  const first = pageSize(args["first"]);
  const after = typeof args["after"] === "string" ? decodeIdCursor(list.order, args["after"]) : null;
  const pages = new Map<string, Page>();
  if (wantsNodes(selection)) {
    const plan = list.plan(reading, nodeSelection(selection));
    const { sql, columns, width } = plan;
    const page = { sql, columns, parents, after, limit: first + 1 };
    const rows = await list.page(reading, page);
    const kept = keepFirst(rows, first, 1 + width, pages);
    const built = await plan.build(kept);
    kept.forEach((row, index) => pages.get(row[1 + width] as string)?.built.push(built[index] ?? {}));
  }
  const counted = selects(selection, "totalCount") ? await list.count(reading, parents) : [];
  const counts = new Map(counted.map((row) => [row[1] as string, row[2] as number]));
  return (parent) => {
    const { rows, built } = pages.get(parent) ?? { rows: [], built: [] };
    const cursorAt = (index: number) => encodeCursor(list.order, [rows[index]?.[1] as string]);
    const totalCount = counts.get(parent) ?? 0;
    return connectionOf(built, cursorAt, {
      hasNext: rows.length > first,
      hasPrevious: after !== null,
      totalCount,
    });
  };
}

/** Sorts rows to their parents; what was read beyond a page is not built. */
function keepFirst(rows: readonly Row[], first: number, parentAt: number, pages: Map<string, Page>): Row[] {
  return rows.filter((row) => {
    const parent = row[parentAt] as string;
    let page = pages.get(parent);
    if (!page) pages.set(parent, (page = { rows: [], built: [] }));
    page.rows.push(row);
    return page.rows.length <= first;
  });
}

export interface AskedPage {
  readonly args: Readonly<Record<string, unknown>>;
  readonly selection: Selection;
}

/** Uses whose arguments come to the same values are one page. */
export function pagesByArguments(
  owner: GraphQLObjectType,
  uses: readonly FieldUse[],
  variables: Readonly<Record<string, unknown>>,
): Map<string, AskedPage> {
  const asked = new Map<string, AskedPage>();
  for (const use of uses) {
    const args = argumentsOf(use, owner, variables);
    const key = argumentsKey(args);
    const known = asked.get(key);
    const selection = known ? mergeSelections(known.selection, use.selection) : use.selection;
    asked.set(key, { args, selection });
  }
  return asked;
}

/** Makes the source of such a field: one statement for each set of arguments, whatever the number of parents. */
export function listsBelow<C extends { readonly variables: Readonly<Record<string, unknown>> }>(
  owner: GraphQLObjectType,
  list: ListBelow<C>,
): FieldSource<C> {
  const load = async (reading: C, uses: readonly FieldUse[], rows: readonly Row[]): Promise<Lookup> => {
    const parents = rows.map((row) => row[1] as string);
    const asked = pagesByArguments(owner, uses, reading.variables);
    const pages = await Promise.all(
      [...asked].map(async ([key, { args, selection }]) => {
        return { key, of: await onePage(list, reading, selection, args, parents) };
      }),
    );
    return (row) => Object.fromEntries(pages.map(({ key, of }) => [key, of(row[1] as string)]));
  };
  return { value: "n(r)", load, isPersonal: true };
}
