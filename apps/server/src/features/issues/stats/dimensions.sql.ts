import { ISSUE_STAT_FIELDS } from "@stafeta/domain/issues/issue-stat-fields";
import { PRIORITIES } from "@stafeta/domain/issues/issue-kinds";
import { STATUS_CATEGORIES } from "@stafeta/domain/org/company";
import type { ReadScope } from "../../../access/read-scope.js";
import type { Sql } from "../../../platform/db/sql.js";
import { refuseUnreadable } from "../lists/issue-filter.sql.js";
import { readsField, type Within } from "../issue-sight.sql.js";
import type { IssueDimension, IssueStat } from "./issue-stats.types.js";

/** What is asked, of whom; the issues stand under the name `i`. */
export interface Asking {
  readonly scope: ReadScope;
  readonly sql: Sql;
  readonly within: Within;
}

/** What a row of the answer is grouped by. */
export type GroupField =
  "unit" | "status" | "category" | "assignee" | "author" | "type" | "priority" | "label" | "period";

/** One thing to group by, as SQL. */
export interface Grouping {
  readonly field: GroupField;
  /** The value on one issue, or null. */
  readonly value: string;
  /** Whether it is hidden on that issue; "false": it never is. */
  readonly hidden: string;
  /** Another table that the value comes from. */
  readonly join?: string;
  readonly show: (scope: ReadScope, value: unknown) => IssueStat[GroupField];
}

type Compile = (asking: Asking) => Grouping;

/** What all read who see the issue. */
function open(field: GroupField, column: string, show: Grouping["show"]): Compile {
  return () => ({ field, value: `i.${column}`, hidden: "false", show });
}

/** R10: refused where no issue of the viewer's could show it; null where an issue hides it. */
function guardedBy(
  { scope, sql, within }: Asking,
  field: "type" | "priority" | "label",
  input: string,
): string {
  refuseUnreadable(scope, ISSUE_STAT_FIELDS[field], input);
  return readsField(scope, sql, "i", ISSUE_STAT_FIELDS[field], within);
}

function guarded(field: "type" | "priority", show: Grouping["show"]): Compile {
  return (asking) => {
    const reads = guardedBy(asking, field, field);
    return { field, value: `case when ${reads} then i.${field} end`, hidden: `not ${reads}`, show };
  };
}

/** An issue counts once per label, and once without any. */
const byLabel: Compile = (asking) => {
  const reads = guardedBy(asking, "label", "labels");
  return {
    field: "label",
    value: "l.id",
    hidden: `not ${reads}`,
    join: `left join lateral unnest(case when ${reads} then i.label_ids end) l(id) on true`,
    show: ({ company }, id) => company.labels.find((label) => label.id === id) ?? null,
  };
};

/** Categories are few and ordered; a status has one. */
const byCategory: Compile = ({ scope, sql }) => {
  const statuses = [...scope.company.statusById.values()];
  const ids = sql.ids(statuses.map(({ id }) => id));
  const positions = sql.param(statuses.map(({ category }) => STATUS_CATEGORIES.indexOf(category)));
  return {
    field: "category",
    value: "c.position",
    hidden: "false",
    join: `join unnest(${ids}, ${positions}::int[]) c(id, position) on c.id = i.status_id`,
    show: (_scope, position) => STATUS_CATEGORIES[position as number] ?? null,
  };
};

/** Section 9: days, weeks (from Monday) and months are the company's. */
function byPeriod(column: "created_at" | "closed_at", unit: "day" | "week" | "month"): Compile {
  return ({ scope, sql }) => ({
    field: "period",
    value: `date_trunc('${unit}', i.${column} at time zone ${sql.param(scope.company.timeZone)})::date`,
    hidden: "false",
    show: (_scope, day) => day as string | null,
  });
}

const asUser: Grouping["show"] = ({ view }, id) => view.user(id as string | null);

export const DIMENSIONS: Readonly<Record<IssueDimension, Compile>> = {
  UNIT: open("unit", "unit_id", ({ view }, id) => view.unit(id as string) as IssueStat["unit"]),
  STATUS: open("status", "status_id", ({ view }, id) => view.status(id as string)),
  CATEGORY: byCategory,
  ASSIGNEE: open("assignee", "assignee_id", asUser),
  AUTHOR: open("author", "author_id", asUser),
  TYPE: guarded("type", (_scope, type) => type as IssueStat["type"]),
  PRIORITY: guarded("priority", (_scope, rank) =>
    rank === null ? null : (PRIORITIES[rank as number] ?? null),
  ),
  LABEL: byLabel,
  CREATED_DAY: byPeriod("created_at", "day"),
  CREATED_WEEK: byPeriod("created_at", "week"),
  CREATED_MONTH: byPeriod("created_at", "month"),
  CLOSED_DAY: byPeriod("closed_at", "day"),
  CLOSED_WEEK: byPeriod("closed_at", "week"),
  CLOSED_MONTH: byPeriod("closed_at", "month"),
};
