import { answer, hide, type TypeReader } from "./answer.js";
import { exactSum, PRIORITIES } from "./answer-issue.js";
import type { Eyes } from "./eyes.js";
import { reads } from "./fields.js";
import { categoryOf } from "./workflow.js";
import { rowOf, type Issue } from "./world.js";

/** One value that issues are grouped by, as the table has it. */
type Value = string | number | null;

/** What a dimension is called in the answer, and the field of the issue that it shows. */
interface Dimension {
  readonly shows: string;
  readonly field: string;
  /** Of an issue on which it is read: one, or one for each of its labels. */
  readonly values: (eyes: Eyes, issue: Issue) => readonly Value[];
}

function plain(shows: string, field: string, value: (issue: Issue, eyes: Eyes) => Value): Dimension {
  return { shows, field, values: (eyes, issue) => [value(issue, eyes)] };
}

/** Section 9: the company's day of an instant. */
function dayOf(eyes: Eyes, instant: string): string {
  const timeZone = eyes.world.companies[0]?.timeZone;
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(instant));
}

/** The first day of the period that a day is in; weeks are from Monday. */
function firstDay(day: string, period: string): string {
  if (period === "MONTH") return `${day.slice(0, 7)}-01`;
  if (period === "DAY") return day;
  const date = new Date(`${day}T00:00:00Z`);
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function periods(what: string, column: "createdAt" | "closedAt"): [string, Dimension][] {
  return ["DAY", "WEEK", "MONTH"].map((period) => {
    const value = (issue: Issue, eyes: Eyes) => {
      const instant = issue[column];
      return instant === null ? null : firstDay(dayOf(eyes, instant), period);
    };
    return [`${what}_${period}`, plain("period", column, value)];
  });
}

export const DIMENSIONS: Readonly<Record<string, Dimension>> = {
  UNIT: plain("unit", "unit", (issue) => issue.unitId),
  STATUS: plain("status", "status", (issue) => issue.statusId),
  CATEGORY: plain("category", "status", (issue, { world }) => categoryOf(world, issue)),
  ASSIGNEE: plain("assignee", "assignee", (issue) => issue.assigneeId),
  AUTHOR: plain("author", "author", (issue) => issue.authorId),
  TYPE: plain("type", "type", (issue) => issue.type),
  PRIORITY: plain("priority", "priority", (issue) => issue.priority),
  LABEL: {
    ...{ shows: "label", field: "labels" },
    values: (_, { labelIds }) => (labelIds.length === 0 ? [null] : labelIds),
  },
  ...Object.fromEntries([...periods("CREATED", "createdAt"), ...periods("CLOSED", "closedAt")]),
};

function dimensionOf(name: string): Dimension {
  const dimension = DIMENSIONS[name];
  if (!dimension) throw new Error(`the oracle knows no dimension ${name}`);
  return dimension;
}

/** R10: by what no possible hat reads nobody groups. */
export function mayGroupBy(eyes: Eyes, names: readonly string[]): boolean {
  return names.every((name) => reads(eyes.world, eyes.possible, dimensionOf(name).field));
}

/** Issues with the same values; where one is hidden it counts as null (R10). */
export interface Group {
  readonly values: Readonly<Record<string, Value>>;
  readonly hidden: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/** Every combination of an issue's values. */
function placesOf(eyes: Eyes, issue: Issue, names: readonly string[]): Record<string, Value>[] {
  let places: Record<string, Value>[] = [{}];
  for (const { shows, field, values } of names.map(dimensionOf)) {
    const own = eyes.reads(issue, field) ? values(eyes, issue) : [null];
    places = places.flatMap((place) => own.map((value) => ({ ...place, [shows]: value })));
  }
  return places;
}

export function groupsOf(eyes: Eyes, issues: readonly Issue[], names: readonly string[]): Group[] {
  const groups: { values: Record<string, Value>; hidden: Set<string>; issues: Issue[] }[] = [];
  if (names.length === 0) groups.push({ values: {}, hidden: new Set(), issues: [] });
  for (const issue of issues) {
    for (const values of placesOf(eyes, issue, names)) {
      let group = groups.find((one) => JSON.stringify(one.values) === JSON.stringify(values));
      if (!group) groups.push((group = { values, hidden: new Set(), issues: [] }));
      group.issues.push(issue);
      for (const { shows, field } of names.map(dimensionOf))
        if (!eyes.reads(issue, field)) group.hidden.add(shows);
    }
  }
  return groups;
}

/** R11: of a group in which something is hidden. */
function value(eyes: Eyes, group: Group, field: string): Value {
  if (group.hidden.has(field)) hide(eyes, `IssueStat.${field}`);
  return group.values[field] ?? null;
}

/** R10: over what is readable; of a group without anything readable nothing is told. */
function sum(eyes: Eyes, { issues }: Group, column: "estimate" | "value"): number | null {
  const readable = issues.filter((issue) => eyes.reads(issue, column));
  const isNothing = issues.length > 0 && readable.length === 0;
  if (isNothing || !reads(eyes.world, eyes.possible, column)) return hide(eyes, `IssueStat.${column}Sum`);
  return exactSum(readable.flatMap((issue) => issue[column] ?? []));
}

const record =
  (type: string, field: string, rows: "units" | "statuses" | "people" | "labels"): TypeReader[string] =>
  (eyes, group: Group, { of }) => {
    const id = value(eyes, group, field) as string | null;
    return id === null ? null : answer(eyes, type, rowOf<{ id: string }>(eyes.world[rows], id), of ?? []);
  };

const STAT: TypeReader = {
  unit: record("Unit", "unit", "units"),
  status: record("Status", "status", "statuses"),
  category: (eyes, group: Group) => value(eyes, group, "category"),
  assignee: record("User", "assignee", "people"),
  author: record("User", "author", "people"),
  type: (eyes, group: Group) => value(eyes, group, "type"),
  priority: (eyes, group: Group) => PRIORITIES[value(eyes, group, "priority") as number] ?? null,
  label: record("Label", "label", "labels"),
  period: (eyes, group: Group) => value(eyes, group, "period"),
  count: (_, { issues }: Group) => issues.length,
  estimateSum: (eyes, group: Group) => sum(eyes, group, "estimate"),
  valueSum: (eyes, group: Group) => sum(eyes, group, "value"),
};

export const STATS = { IssueStat: STAT } satisfies Record<string, TypeReader>;
