import { PRIORITIES } from "./answer-issue.js";
import type { Eyes } from "./eyes.js";
import { reads } from "./fields.js";
import { downFrom, followersOf } from "./hats.js";
import { matchesText, relevance } from "./search.js";
import { isInTransit } from "./handoff.js";
import { isBlocked } from "./relations.js";
import { categoryOf } from "./workflow.js";
import { rowOrNull, type Issue } from "./world.js";

export type Operators = Readonly<Record<string, unknown>>;
export type Filter = Readonly<Record<string, unknown>>;
export interface Order {
  readonly by: string;
  readonly direction?: "ASC" | "DESC";
}

/** Filters and orders by the field of the policy that they ask. */
const ASKS: Readonly<Record<string, string>> = {
  parent: "parent",
  label: "labels",
  type: "type",
  priority: "priority",
  estimate: "estimate",
  value: "value",
  blocked: "blocked",
  RANK: "rank",
  PRIORITY: "priority",
  ESTIMATE: "estimate",
  VALUE: "value",
};

/** R10: to ask by a field that none of one's possible hats can read is FORBIDDEN. */
function mayAskBy(eyes: Eyes, name: string): boolean {
  const field = ASKS[name];
  return field === undefined || reads(eyes.world, eyes.possible, field);
}

function partsOf(filter: Filter): Filter[] {
  const { and, or, not } = filter as { and?: Filter[]; or?: Filter[]; not?: Filter };
  return [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])];
}

function allParts(filter: Filter): Filter[] {
  return [filter, ...partsOf(filter).flatMap(allParts)];
}

export function mayAsk(eyes: Eyes, filter: Filter | null, orders: readonly Order[]): boolean {
  const names = (filter ? allParts(filter) : []).flatMap((part) => Object.keys(part));
  return [...names, ...orders.map(({ by }) => by)].every((name) => mayAskBy(eyes, name));
}

/** Of one value, where null stands for empty, hidden, and what points to something unseen. */
function compares(value: string | number | null, operators: Operators): boolean {
  return Object.entries(operators).every(([operator, wanted]) => {
    if (operator === "isNull") return (value === null) === wanted;
    if (operator === "ne") return value !== wanted;
    if (operator === "notIn") return !(wanted as unknown[]).includes(value);
    if (value === null) return false;
    if (operator === "eq") return value === wanted;
    if (operator === "in") return (wanted as unknown[]).includes(value);
    const than = wanted as string | number;
    if (operator === "lt") return value < than;
    if (operator === "lte") return value <= than;
    if (operator === "gt") return value > than;
    if (operator === "gte") return value >= than;
    throw new Error(`the oracle knows no operator ${operator}`);
  });
}

/** Of a set: it has one of them; negated: none of them. */
function hasAny(values: readonly string[], operators: Operators): boolean {
  const among = (wanted: unknown) =>
    (Array.isArray(wanted) ? wanted : [wanted]).some((one) => values.includes(one as string));
  return Object.entries(operators).every(([operator, wanted]) => {
    if (operator === "isNull") return (values.length === 0) === wanted;
    return operator === "eq" || operator === "in" ? among(wanted) : !among(wanted);
  });
}

function compareKey(key: string, operators: Operators): boolean {
  return Object.entries(operators).every(([operator, wanted]) => {
    if (operator === "isNull") return wanted === false;
    if (operator === "in") return (wanted as string[]).includes(key);
    const text = wanted as string;
    if (operator === "eq") return key === text;
    return operator === "contains" ? key.includes(text.toUpperCase()) : key.startsWith(text.toUpperCase());
  });
}

type Match = (eyes: Eyes, issue: Issue, wanted: never) => boolean;

const shown = <T>(eyes: Eyes, issue: Issue, field: string, value: T): T | null =>
  eyes.reads(issue, field) ? value : null;

const MATCHES: Readonly<Record<string, Match>> = {
  id: (_, issue, wanted: Operators) => compares(issue.id, wanted),
  key: (_, issue, wanted: Operators) => compareKey(issue.key, wanted),
  unit: (_, issue, wanted: Operators) => compares(issue.unitId, wanted),
  underUnit: (eyes, issue, wanted: string) =>
    rowOrNull(eyes.world.units, wanted) !== null &&
    downFrom(eyes.world, wanted).some((unit) => unit.id === issue.unitId),
  status: (_, issue, wanted: Operators) => compares(issue.statusId, wanted),
  category: (eyes, issue, wanted: readonly string[]) => wanted.includes(categoryOf(eyes.world, issue)),
  assignee: (_, issue, wanted: Operators) => compares(issue.assigneeId, wanted),
  author: (_, issue, wanted: Operators) => compares(issue.authorId, wanted),
  parent: (eyes, issue, wanted: Operators) => compares(eyes.parentOf(issue)?.id ?? null, wanted),
  label: (eyes, issue, wanted: Operators) =>
    hasAny(eyes.reads(issue, "labels") ? issue.labelIds : [], wanted),
  type: (eyes, issue, wanted: readonly string[]) =>
    wanted.some((type) => shown(eyes, issue, "type", issue.type) === type),
  priority: (eyes, issue, wanted: readonly string[]) =>
    wanted.some((name) => shown(eyes, issue, "priority", PRIORITIES[issue.priority]) === name),
  estimate: (eyes, issue, wanted: Operators) =>
    compares(shown(eyes, issue, "estimate", issue.estimate), wanted),
  value: (eyes, issue, wanted: Operators) => compares(shown(eyes, issue, "value", issue.value), wanted),
  dueDate: (_, issue, wanted: Operators) => compares(issue.dueDate, wanted),
  createdAt: (_, issue, wanted: Operators) => compares(issue.createdAt, wanted),
  updatedAt: (_, issue, wanted: Operators) => compares(issue.updatedAt, wanted),
  closedAt: (_, issue, wanted: Operators) => compares(issue.closedAt, wanted),
  text: (eyes, issue, wanted: string) => matchesText(eyes, issue, wanted),
  mine: (eyes, issue, wanted: boolean) => (issue.assigneeId === eyes.me) === wanted,
  followed: (eyes, issue, wanted: boolean) => {
    const held = followersOf(eyes.world, issue.id).includes(eyes.me);
    return (issue.authorId === eyes.me || held) === wanted;
  },
  archived: (_, issue, wanted: boolean) => issue.archived === wanted,
  inTransit: (eyes, issue, wanted: boolean) => isInTransit(eyes.world, issue) === wanted,
  blocked: (eyes, issue, wanted: boolean) =>
    (eyes.reads(issue, "blocked") && isBlocked(eyes, issue)) === wanted,
};

function matches(eyes: Eyes, issue: Issue, filter: Filter): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    if (name === "and") return (wanted as Filter[]).every((part) => matches(eyes, issue, part));
    if (name === "or") return (wanted as Filter[]).some((part) => matches(eyes, issue, part));
    if (name === "not") return !matches(eyes, issue, wanted as Filter);
    const match = MATCHES[name];
    if (!match) throw new Error(`the oracle knows no filter ${name}`);
    return match(eyes, issue, wanted as never);
  });
}

/** What there is for this person, and matches. Archived ones are asked for, or left out. */
export function found(eyes: Eyes, filter: Filter | null): Issue[] {
  const asksArchived = filter !== null && allParts(filter).some((part) => part["archived"] !== undefined);
  return eyes.issues.filter(
    (issue) => (asksArchived || !issue.archived) && (filter === null || matches(eyes, issue, filter)),
  );
}

type Key = string | number | null;

function sortKeys(eyes: Eyes, issue: Issue, by: string, filter: Filter | null): Key[] {
  const keys: Readonly<Record<string, () => Key[]>> = {
    RANK: () => [shown(eyes, issue, "rank", issue.rank)],
    CREATED_AT: () => [issue.createdAt],
    UPDATED_AT: () => [issue.updatedAt],
    DUE_DATE: () => [issue.dueDate],
    PRIORITY: () => [shown(eyes, issue, "priority", issue.priority)],
    ESTIMATE: () => [shown(eyes, issue, "estimate", issue.estimate)],
    VALUE: () => [shown(eyes, issue, "value", issue.value)],
    KEY: () => [issue.keyPrefix, issue.keyNumber],
    RELEVANCE: () => [relevance(eyes, issue, (filter as { text: string }).text)],
  };
  const read = keys[by];
  if (!read) throw new Error(`the oracle knows no order ${by}`);
  return read();
}

/** Empty ones last in either direction. */
function compareKeys(a: Key, b: Key, isDescending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === isDescending ? 1 : -1;
}

/** By CREATED_AT DESC where nothing is wished; always by id last, in the direction of the key before it. */
export function ordered(
  eyes: Eyes,
  issues: readonly Issue[],
  wished: readonly Order[],
  filter: Filter | null,
): Issue[] {
  const orders: readonly Order[] = wished.length === 0 ? [{ by: "CREATED_AT", direction: "DESC" }] : wished;
  const isLastDescending = orders.at(-1)?.direction === "DESC";
  return [...issues].sort((a, b) => {
    for (const { by, direction } of orders) {
      const [ours, theirs] = [sortKeys(eyes, a, by, filter), sortKeys(eyes, b, by, filter)];
      for (const [index, key] of ours.entries()) {
        const result = compareKeys(key, theirs[index] ?? null, direction === "DESC");
        if (result !== 0) return result;
      }
    }
    return (Number(a.id) - Number(b.id)) * (isLastDescending ? -1 : 1);
  });
}
