import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { parseCalendarDate } from "@stafeta/domain/shared/calendar-date";
import { isId } from "@stafeta/domain/shared/ids";
import type { ReadScope } from "../../../access/read-scope.js";
import type { Sql } from "../../../platform/db/sql.js";
import {
  decodeCursor,
  encodeCursor,
  unknownCursor,
  type CursorValue,
} from "../../../platform/graphql/connection.js";
import { badInputError } from "../../../platform/graphql/refused.js";
import { refuseUnreadable } from "./issue-filter.sql.js";
import type { IssueFilter, IssueOrder, IssueSort } from "./issue-filter.types.js";
import { readsField } from "../issue-sight.sql.js";
import { relevance, searchWords } from "./issue-text.sql.js";

/** One key of an order. Its values travel in cursors as text. */
interface SortKey {
  readonly expression: string;
  readonly cast: string;
  readonly isNullable: boolean;
  readonly isDescending: boolean;
  /** Whether a text can be a value of it: a cursor comes back from a client. */
  readonly isValue: (text: string) => boolean;
}

type Kind = Pick<SortKey, "cast" | "isValue">;

const TIME = /^ ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/;
const INSTANTS: Kind = {
  cast: "timestamptz",
  isValue: (text) => parseCalendarDate(text.slice(0, 10)) !== null && TIME.test(text.slice(10)),
};
const DAYS: Kind = { cast: "date", isValue: (text) => parseCalendarDate(text) !== null };
const DECIMALS: Kind = { cast: "numeric", isValue: (text) => /^\d{1,20}(\.\d{1,20})?$/.test(text) };
const WHOLE: Kind = { cast: "int", isValue: (text) => /^\d{1,9}$/.test(text) };
const TEXTS: Kind = { cast: "text", isValue: () => true };
const IDS: Kind = { cast: "bigint", isValue: isId };

interface Ordering {
  readonly scope: ReadScope;
  readonly sql: Sql;
  readonly alias: string;
  /** What was searched for, for the order by relevance. */
  readonly text: string | null;
}

interface Source {
  readonly kind: Kind;
  readonly isNullable: boolean;
  readonly expression: (ordering: Ordering) => string;
}

function open(name: string, kind: Kind, isNullable = false): Source {
  return { kind, isNullable, expression: ({ alias }) => `${alias}.${name}` };
}

/** R10: refused where no issue of the viewer's could show it; empty where an issue hides it. */
function guarded(name: string, kind: Kind, field: keyof typeof ISSUE_FIELDS): Source {
  const expression = ({ scope, sql, alias }: Ordering) => {
    const policy = ISSUE_FIELDS[field];
    refuseUnreadable(scope, policy, field);
    const reads = readsField(scope, sql, alias, policy);
    return reads === "true" ? `${alias}.${name}` : `case when ${reads} then ${alias}.${name} end`;
  };
  return { kind, isNullable: true, expression };
}

const byRelevance: Source = {
  kind: WHOLE,
  isNullable: false,
  expression: ({ scope, sql, alias, text }) => {
    if (text === null || searchWords(text).length === 0) {
      const message = "To sort by relevance, give a text to search for";
      throw badInputError("orderBy", message, "filter.relevanceNeedsText");
    }
    return relevance(scope, sql, alias, text);
  },
};

/** Ranks and key prefixes compare by code units, whatever the database's language. */
const SOURCES: Readonly<Record<IssueSort, readonly Source[]>> = {
  RANK: [guarded("rank", { ...TEXTS, cast: `text collate "C"` }, "rank")],
  CREATED_AT: [open("created_at", INSTANTS)],
  UPDATED_AT: [open("updated_at", INSTANTS)],
  DUE_DATE: [open("due_date", DAYS, true)],
  PRIORITY: [guarded("priority", WHOLE, "priority")],
  ESTIMATE: [guarded("estimate", DECIMALS, "estimate")],
  VALUE: [guarded("value", DECIMALS, "value")],
  KEY: [open(`key_prefix collate "C"`, { ...TEXTS, cast: `text collate "C"` }), open("key_number", WHOLE)],
  RELEVANCE: [byRelevance],
};

const DEFAULT_ORDER: readonly IssueOrder[] = [{ by: "CREATED_AT", direction: "DESC" }];

/** A total order of issues, as SQL: the wished keys, empty values last in both directions, then the id. */
export class IssueOrdering {
  private readonly sql: Sql;
  private readonly name: string;
  private readonly keys: readonly SortKey[];

  /** @throws RefusedError FORBIDDEN (R10), or BAD_USER_INPUT for relevance without a text */
  constructor(
    scope: ReadScope,
    sql: Sql,
    alias: string,
    wish: { readonly orderBy: readonly IssueOrder[] | null | undefined; readonly filter: IssueFilter | null },
  ) {
    this.sql = sql;
    const asked = wish.orderBy == null || wish.orderBy.length === 0 ? DEFAULT_ORDER : wish.orderBy;
    // A key that comes again decides nothing.
    const orders = asked.filter(({ by }, index) => asked.findIndex((order) => order.by === by) === index);
    const ordering = { scope, sql, alias, text: wish.filter?.text ?? null };
    const keys = orders.flatMap(({ by, direction }) =>
      SOURCES[by].map(({ kind, isNullable, expression }) => {
        return { ...kind, isNullable, isDescending: direction === "DESC", expression: expression(ordering) };
      }),
    );
    const isDescending = keys.at(-1)?.isDescending ?? true;
    this.keys = [...keys, { ...IDS, isNullable: false, isDescending, expression: `${alias}.id` }];
    this.name = `issues:${orders.map(({ by, direction }) => `${by} ${direction ?? "ASC"}`).join()}`;
  }

  /** What the statement selects after its own columns, for the cursors. */
  get columns(): string {
    return this.keys.map(({ expression }) => `(${expression})::text`).join(", ");
  }

  get orderBy(): string {
    return this.orderOf(({ expression }) => expression);
  }

  /** The same of rows that were gathered first, by `gathered`, and are read under an alias. */
  gatheredAs(alias: string): { readonly columns: string; readonly orderBy: string } {
    return {
      columns: this.keys.map((_, index) => `${alias}.k${String(index)}::text`).join(", "),
      orderBy: this.orderOf((_, index) => `${alias}.k${String(index)}`),
    };
  }

  /** The keys by themselves, to gather rows with. */
  get gathered(): string {
    return this.keys.map(({ expression }, index) => `${expression} as k${String(index)}`).join(", ");
  }

  private orderOf(nameOf: (key: SortKey, index: number) => string): string {
    const parts = this.keys.map((key, index) => {
      return `${nameOf(key, index)}${key.isDescending ? " desc" : ""}${key.isNullable ? " nulls last" : ""}`;
    });
    return parts.join(", ");
  }

  /** @param row with the values of `columns` from `at` on */
  cursorOf(row: readonly unknown[], at: number): string {
    return encodeCursor(this.name, row.slice(at, at + this.keys.length) as CursorValue[]);
  }

  /** The condition on rows behind the cursor's. @throws RefusedError BAD_USER_INPUT for one of another order */
  after(cursor: string): string {
    const values = decodeCursor(this.name, cursor, this.keys.length);
    const places = this.keys.map((key, index) => this.place(key, values[index] ?? null));
    return this.isPlain ? this.afterAsRow(places) : afterByKeys(places);
  }

  /** Without empty values and in one direction, rows compare as wholes, and an index can be used. */
  private get isPlain(): boolean {
    const [first] = this.keys;
    return this.keys.every((key) => !key.isNullable && key.isDescending === first?.isDescending);
  }

  private afterAsRow(places: readonly Place[]): string {
    const ours = this.keys.map(({ expression }) => expression);
    const theirs = places.map(({ value }) => value);
    return `(${ours.join(", ")}) ${this.keys[0]?.isDescending === true ? "<" : ">"} (${theirs.join(", ")})`;
  }

  private place(key: SortKey, value: CursorValue): Place {
    if (value === null && key.isNullable) return { key, value: null };
    if (typeof value !== "string" || !key.isValue(value)) throw unknownCursor();
    return { key, value: `${this.sql.param(value)}::${key.cast}` };
  }
}

/** Where a cursor stands in one key. */
interface Place {
  readonly key: SortKey;
  /** Null: among the empty ones, which come last. */
  readonly value: string | null;
}

function isBehind({ key, value }: Place): string | null {
  if (value === null) return null;
  const isPast = `${key.expression} ${key.isDescending ? "<" : ">"} ${value}`;
  return key.isNullable ? `(${isPast} or (${key.expression}) is null)` : isPast;
}

function isLevel({ key, value }: Place): string {
  return value === null ? `(${key.expression}) is null` : `${key.expression} = ${value}`;
}

/** Behind in the first key, or level in it and behind in the next. */
function afterByKeys(places: readonly Place[]): string {
  const ways = places.flatMap((place, index) => {
    const behind = isBehind(place);
    return behind === null ? [] : [[...places.slice(0, index).map(isLevel), behind].join(" and ")];
  });
  return `(${ways.map((way) => `(${way})`).join(" or ")})`;
}
