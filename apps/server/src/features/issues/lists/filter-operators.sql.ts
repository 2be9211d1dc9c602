import { isId } from "@stafeta/domain/shared/ids";
import { cleanText } from "@stafeta/domain/shared/text";
import type { Sql } from "../../../platform/db/sql.js";
import { enforce } from "../../../platform/graphql/refused.js";
import { ALWAYS, NEVER, notMet, type Condition } from "./condition.sql.js";
import type {
  DateFilter,
  DateTimeFilter,
  IDFilter,
  NumberFilter,
  StringFilter,
} from "./issue-filter.types.js";

/** What a filter's operators are asked of. */
export interface Operand {
  readonly column: string;
  /**
   * The condition on a value that is there for the viewer: where it is hidden, or points to what they do not see, it counts
   * as empty (R10), so that no operator tells it from an empty one.
   */
  readonly known: (condition: Condition) => Condition;
}

/** Whether a filter asks anything: null is the same as left out. */
export function asksAnything(filter: object | null | undefined): filter is object {
  return filter != null && Object.values(filter).some((value) => value != null);
}

interface Emptiness {
  readonly isNull?: boolean | null;
}

function emptiness(filter: Emptiness, isThere: () => Condition): Condition[] {
  return ask(filter.isNull, (isNull) => (isNull ? notMet(isThere()) : isThere()));
}

function ask<T>(value: T | null | undefined, condition: (value: T) => Condition): Condition[] {
  return value == null ? [] : [condition(value)];
}

/** An id that is none matches nothing, and is no fault. */
export function idConditions(sql: Sql, { column, known }: Operand, filter: IDFilter): Condition[] {
  const isOne = (id: string) => (isId(id) ? known(`${column} = ${sql.id(id)}`) : NEVER);
  const isAmong = (given: readonly string[]) => {
    const ids = given.filter(isId);
    return ids.length === 0 ? NEVER : known(`${column} = any(${sql.ids(ids)})`);
  };
  return [
    ...ask(filter.eq, isOne),
    ...ask(filter.in, isAmong),
    ...ask(filter.ne, (id) => notMet(isOne(id))),
    ...ask(filter.notIn, (ids) => notMet(isAmong(ids))),
    ...emptiness(filter, () => known(`${column} is not null`)),
  ];
}

/** The same over a set of ids: it has one of them; `ne` and `notIn`: it has none of them. */
export function idSetConditions(sql: Sql, { column, known }: Operand, filter: IDFilter): Condition[] {
  const hasAny = (given: readonly string[]) => {
    const ids = given.filter(isId);
    return ids.length === 0 ? NEVER : known(`${column} && ${sql.ids(ids)}`);
  };
  return [
    ...ask(filter.eq, (id) => hasAny([id])),
    ...ask(filter.in, hasAny),
    ...ask(filter.ne, (id) => notMet(hasAny([id]))),
    ...ask(filter.notIn, (ids) => notMet(hasAny(ids))),
    ...emptiness(filter, () => known(`${column} <> '{}'`)),
  ];
}

const COMPARISONS = { eq: "=", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;
const OPERATORS = Object.entries(COMPARISONS) as [keyof typeof COMPARISONS, string][];

type Comparable = NumberFilter & DateFilter & DateTimeFilter;

/** @param cast the SQL type in which values are compared: exact for decimals, calendar days, instants */
export function comparisons(
  sql: Sql,
  { column, known }: Operand,
  filter: NumberFilter | DateFilter | DateTimeFilter,
  cast: "numeric" | "date" | "timestamptz",
): Condition[] {
  const given = filter as { [Name in keyof Comparable]?: Comparable[Name] | null };
  const compare = (operator: string) => (value: string | number) =>
    known(`${column} ${operator} ${sql.param(String(value))}::${cast}`);
  return [
    ...OPERATORS.flatMap(([name, operator]) => ask<string | number>(given[name], compare(operator))),
    ...ask(given.ne, (value) => notMet(compare("=")(value))),
    ...emptiness(given, () => known(`${column} is not null`)),
  ];
}

/** A pattern in which what a person typed stands for itself. */
export function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/**
 * A key, which is never empty and has capitals only: `contains` and `startsWith` take small letters for them.
 *
 * @throws RefusedError BAD_USER_INPUT for text that no record can hold (TXT-05)
 */
export function keyConditions(sql: Sql, column: string, filter: StringFilter): Condition[] {
  const clean = (text: string) => enforce(cleanText(text, "key"));
  const pattern = (text: string) =>
    likePattern(clean(text).replace(/[a-z]/g, (letter) => letter.toUpperCase()));
  return [
    ...ask(filter.eq, (text) => `${column} = ${sql.param(clean(text))}`),
    ...ask(filter.in, (texts) => `${column} = any(${sql.param(texts.map(clean))}::text[])`),
    ...ask(filter.contains, (text) => `${column} like ${sql.param(`%${pattern(text)}%`)}`),
    ...ask(filter.startsWith, (text) => `${column} like ${sql.param(`${pattern(text)}%`)}`),
    ...emptiness(filter, () => ALWAYS),
  ];
}

/** One of a list; an empty list matches nothing. */
export function isOneOf(
  sql: Sql,
  { column, known }: Operand,
  values: readonly (string | number)[],
  cast: "text[]" | "smallint[]" | "bigint[]",
): Condition {
  return values.length === 0 ? NEVER : known(`${column} = any(${sql.param(values)}::${cast})`);
}
