import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { PRIORITIES } from "@stafeta/domain/issues/issue-kinds";
import { unitsUnder } from "@stafeta/domain/org/tree";
import type { FieldPolicy } from "@stafeta/domain/rights/field-policy";
import { canAskBy } from "@stafeta/domain/rights/row-sight";
import { refuse } from "@stafeta/domain/shared/decision";
import type { UnitId } from "@stafeta/domain/shared/ids";
import type { ReadScope } from "../../../access/read-scope.js";
import type { Sql } from "../../../platform/db/sql.js";
import { refusedBy, RefusedError } from "../../../platform/graphql/refused.js";
import { allOf, ALWAYS, anyOf, notMet, type Condition } from "./condition.sql.js";
import {
  asksAnything,
  comparisons,
  idConditions,
  idSetConditions,
  isOneOf,
  keyConditions,
  type Operand,
} from "./filter-operators.sql.js";
import type { IssueFilter } from "./issue-filter.types.js";
import { isBlocked } from "../relations/relations-below.js";
import { followedOnce, readsField, seesIssue, type Within } from "../issue-sight.sql.js";
import { matchesText, searchWords } from "./issue-text.sql.js";

/** What is asked, of whom and under which name of the table. */
interface Asking {
  readonly scope: ReadScope;
  readonly sql: Sql;
  readonly alias: string;
  /** The units that the statement keeps to. */
  readonly within: Within;
}

type GuardedField = keyof typeof ISSUE_FIELDS;

/** R10: to filter or sort by what no possible hat of the viewer reads is refused, whatever would be found. */
export function refuseUnreadable(scope: ReadScope, policy: FieldPolicy, field: string): void {
  if (canAskBy(scope.viewer, policy)) return;
  throw refusedBy({ ...refuse("FORBIDDEN", "R10", "filter.notReadable"), field });
}

function open({ alias }: Asking, column: string): Operand {
  return { column: `${alias}.${column}`, known: (condition) => condition };
}

/**
 * @param policy row of the field policy
 * @param input  the filter's name for it
 */
function guarded(asking: Asking, column: string, policy: GuardedField, input: string): Operand {
  const { scope, sql, alias, within } = asking;
  refuseUnreadable(scope, ISSUE_FIELDS[policy], input);
  const known = (condition: Condition) =>
    allOf([readsField(scope, sql, alias, ISSUE_FIELDS[policy], within), condition]);
  return { column: `${alias}.${column}`, known };
}

/** A parent that is not seen counts as none (R11). */
function seenParent(asking: Asking): Operand {
  const { scope, sql, alias } = asking;
  const parent = guarded(asking, "parent_id", "parent", "parent");
  const known = (condition: Condition) => {
    const sees = seesIssue(scope, sql, "parent");
    const isSeen =
      sees === ALWAYS
        ? ALWAYS
        : `exists (select from issue parent where parent.id = ${alias}.parent_id and ${sees})`;
    return allOf([parent.known(condition), isSeen]);
  };
  return { ...parent, known };
}

function underUnit(asking: Asking, unitId: string): Condition {
  const units = unitsUnder(asking.scope.company, unitId as UnitId).map((unit) => unit.id);
  return isOneOf(asking.sql, open(asking, "unit_id"), units, "bigint[]");
}

function inCategory(asking: Asking, categories: readonly string[]): Condition {
  const { statusById, statusesOfUnit } = asking.scope.company;
  const statuses = asking.within?.flatMap((unit) => statusesOfUnit.get(unit as UnitId) ?? []) ?? [
    ...statusById.values(),
  ];
  const ids = statuses.filter(({ category }) => categories.includes(category)).map(({ id }) => id);
  return isOneOf(asking.sql, open(asking, "status_id"), ids, "bigint[]");
}

/** Made by the viewer, held by them now or once, or handed on by them (R8). */
function followed({ scope, sql, alias }: Asking): Condition {
  const made = `${alias}.author_id = ${sql.id(scope.viewer.userId)}`;
  return anyOf([made, followedOnce(scope, sql, alias)]);
}

type Fields = Omit<Required<IssueFilter>, "and" | "or" | "not">;
type Value<Name extends keyof Fields> = NonNullable<Fields[Name]>;
type Compile<Name extends keyof Fields> = (asking: Asking, value: Value<Name>) => Condition | Condition[];

/** Every field of the filter; one without an entry does not compile (FIL-05). */
const FIELDS: { readonly [Name in keyof Fields]: Compile<Name> } = {
  id: (asking, filter) => idConditions(asking.sql, open(asking, "id"), filter),
  key: (asking, filter) => keyConditions(asking.sql, `${asking.alias}.key`, filter),
  unit: (asking, filter) => idConditions(asking.sql, open(asking, "unit_id"), filter),
  underUnit,
  status: (asking, filter) => idConditions(asking.sql, open(asking, "status_id"), filter),
  category: inCategory,
  assignee: (asking, filter) => idConditions(asking.sql, open(asking, "assignee_id"), filter),
  author: (asking, filter) => idConditions(asking.sql, open(asking, "author_id"), filter),
  parent: (asking, filter) => idConditions(asking.sql, seenParent(asking), filter),
  label: (asking, filter) =>
    idSetConditions(asking.sql, guarded(asking, "label_ids", "labels", "label"), filter),
  type: (asking, types) => isOneOf(asking.sql, guarded(asking, "type", "type", "type"), types, "text[]"),
  priority: (asking, names) => {
    const ranks = names.map((name) => (PRIORITIES as readonly string[]).indexOf(name));
    return isOneOf(asking.sql, guarded(asking, "priority", "priority", "priority"), ranks, "smallint[]");
  },
  estimate: (asking, filter) =>
    comparisons(asking.sql, guarded(asking, "estimate", "estimate", "estimate"), filter, "numeric"),
  value: (asking, filter) =>
    comparisons(asking.sql, guarded(asking, "value", "value", "value"), filter, "numeric"),
  dueDate: (asking, filter) => comparisons(asking.sql, open(asking, "due_date"), filter, "date"),
  createdAt: (asking, filter) => comparisons(asking.sql, open(asking, "created_at"), filter, "timestamptz"),
  updatedAt: (asking, filter) => comparisons(asking.sql, open(asking, "updated_at"), filter, "timestamptz"),
  closedAt: (asking, filter) => comparisons(asking.sql, open(asking, "closed_at"), filter, "timestamptz"),
  text: ({ scope, sql, alias }, text) => matchesText(scope, sql, alias, text),
  mine: (asking, isMine) => {
    const condition = `${asking.alias}.assignee_id = ${asking.sql.id(asking.scope.viewer.userId)}`;
    return isMine ? condition : notMet(condition);
  },
  followed: (asking, isFollowed) => (isFollowed ? followed(asking) : notMet(followed(asking))),
  inTransit: ({ alias }, isInTransit) => `${alias}.step_unit_id is ${isInTransit ? "not " : ""}null`,
  blocked: (asking, isWanted) => {
    const { scope, sql, alias } = asking;
    const { known } = guarded(asking, "id", "blocked", "blocked");
    const condition = known(isBlocked(scope, sql, alias));
    return isWanted ? condition : notMet(condition);
  },
  archived: ({ alias }, isArchived) => (isArchived ? `${alias}.archived` : `not ${alias}.archived`),
};
const NAMES = Object.keys(FIELDS) as (keyof Fields)[];

function compileField(asking: Asking, name: keyof Fields, filter: IssueFilter): Condition | Condition[] {
  const value = (filter as Partial<Fields>)[name];
  if (value == null) return ALWAYS;
  // An object without an operator asks nothing, so it needs no right either; an empty list does ask.
  const isEmpty = typeof value === "object" && !Array.isArray(value) && !asksAnything(value);
  return isEmpty ? ALWAYS : (FIELDS[name] as Compile<keyof Fields>)(asking, value);
}

/** All that stands in one filter object holds together; `and: []` is met, `or: []` is not. */
function compile(asking: Asking, filter: IssueFilter): Condition {
  const all = (filters: readonly IssueFilter[]) => filters.map((each) => compile(asking, each));
  return allOf([
    ...NAMES.flatMap((name) => compileField(asking, name, filter)),
    ...(filter.and == null ? [] : all(filter.and)),
    ...(filter.or == null ? [] : [anyOf(all(filter.or))]),
    ...(filter.not == null ? [] : [notMet(compile(asking, filter.not))]),
  ]);
}

const MAX_DEPTH = 20;
const MAX_PARTS = 200;
/** Each is looked up in four places. */
const MAX_WORDS = 50;
/** Of one statement; the protocol ends at 65,535. */
const MAX_VALUES = 5_000;

function partsOf(filter: IssueFilter): IssueFilter[] {
  return [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not == null ? [] : [filter.not])];
}

function limit(key: "request.tooDeep" | "request.tooCostly", max: number): RefusedError {
  return new RefusedError("LIMIT", "This filter asks too much", {
    field: "filter",
    message: { key, params: { max } },
  });
}

/** The filter and all within it. @throws RefusedError LIMIT for more than a database should be asked at once */
function allParts(filter: IssueFilter): IssueFilter[] {
  const found = [filter];
  let level = partsOf(filter);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw limit("request.tooDeep", MAX_DEPTH);
    found.push(...level);
    if (found.length > MAX_PARTS) throw limit("request.tooCostly", MAX_PARTS);
    level = level.flatMap(partsOf);
  }
  const words = found.reduce((sum, { text }) => sum + (text == null ? 0 : searchWords(text).length), 0);
  if (words > MAX_WORDS) throw limit("request.tooCostly", MAX_WORDS);
  return found;
}

/**
 * The condition that a filter puts on issues, under the viewer's rights (R10). Archived ones are left out unless the filter
 * speaks of them somewhere: `archived: true` then finds them alone, and an `or` of true and false finds all.
 *
 * @param within the units that the statement keeps to by another condition
 * @throws RefusedError FORBIDDEN for a field that the viewer can read on no issue, also where nothing would be found
 */
export function issueMatches(
  scope: ReadScope,
  sql: Sql,
  alias: string,
  filter: IssueFilter | null | undefined,
  within: Within = null,
): Condition {
  const unarchived = `not ${alias}.archived`;
  if (filter == null) return unarchived;
  const isToldOfArchived = allParts(filter).some((part) => part.archived != null);
  const condition = compile({ scope, sql, alias, within }, filter);
  if (sql.values.length > MAX_VALUES) throw limit("request.tooCostly", MAX_VALUES);
  return isToldOfArchived ? condition : allOf([unarchived, condition]);
}
