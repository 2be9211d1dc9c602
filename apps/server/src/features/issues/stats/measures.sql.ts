import { ISSUE_STAT_FIELDS } from "@stafeta/domain/issues/issue-stat-fields";
import type { StatusCategory } from "@stafeta/domain/org/company";
import { canAskBy } from "@stafeta/domain/rights/row-sight";
import { readsField } from "../issue-sight.sql.js";
import type { Asking } from "./dimensions.sql.js";

export type MeasureField = "count" | "estimateSum" | "valueSum" | "ageDaysAvg" | "cycleDaysAvg";

/** A figure over the issues of a group, as SQL. */
export interface Measure {
  readonly value: string;
  /** Whether it is hidden as a whole. */
  readonly hidden: string;
  readonly join?: string;
}

type Compile = (asking: Asking) => Measure;

/** R10: sums run over what is readable; where nothing of the group is, the sum is hidden (R11). */
function sumOf(column: "estimate" | "value", field: "estimateSum" | "valueSum"): Compile {
  return ({ scope, sql, within }) => {
    const policy = ISSUE_STAT_FIELDS[field];
    if (!canAskBy(scope.viewer, policy)) return { value: "null::float8", hidden: "true" };
    const reads = readsField(scope, sql, "i", policy, within);
    if (reads === "true") return { value: `coalesce(sum(i.${column}), 0)::float8`, hidden: "false" };
    const sum = `coalesce(sum(i.${column}) filter (where ${reads}), 0)::float8`;
    const isHidden = `count(*) > 0 and not bool_or(${reads})`;
    return { value: `case when not (${isHidden}) then ${sum} end`, hidden: isHidden };
  };
}

const ageDaysAvg: Compile = () => ({
  value: `round(avg(extract(epoch from coalesce(i.closed_at, now()) - i.created_at) / 86400), 6)::float8`,
  hidden: "false",
});

/**
 * P5: from the first time IN_PROGRESS to done, which is when it last entered RESOLVED, or went to CLOSED directly (section
 * 1). From the events, so that nothing drifts; the status of an issue is read by all who see it, and so are its changes.
 */
const cycleDaysAvg: Compile = ({ scope, sql }) => {
  const ids = (...categories: readonly StatusCategory[]) => {
    const statuses = [...scope.company.statusById.values()];
    return sql.ids(statuses.filter(({ category }) => categories.includes(category)).map(({ id }) => id));
  };
  const [began, resolved, closed] = [ids("IN_PROGRESS"), ids("RESOLVED"), ids("CLOSED")];
  const done = ids("RESOLVED", "CLOSED");
  const entered = (from: string, to: string) =>
    `s.to_id = any(${to}) and (s.from_id is null or s.from_id <> all(${from}))`;
  return {
    value: `round(avg(extract(epoch from w.ended - w.began) / 86400) filter (where i.status_id = any(${done})), 6)::float8`,
    hidden: "false",
    join: `left join lateral (
      select min(s.at) filter (where s.to_id = any(${began})) as began,
             max(s.at) filter (where (${entered(resolved, resolved)}) or (${entered(done, closed)})) as ended
      from (select e.at, (c ->> 'before')::bigint as from_id, (c ->> 'after')::bigint as to_id
            from event e, jsonb_array_elements(e.changes) c
            where e.issue_id = i.id and e.entity = 'issue' and c ->> 'field' = 'status') s) w on true`,
  };
};

export const MEASURES: Readonly<Record<MeasureField, Compile>> = {
  count: () => ({ value: "count(*)::int", hidden: "false" }),
  estimateSum: sumOf("estimate", "estimateSum"),
  valueSum: sumOf("value", "valueSum"),
  ageDaysAvg,
  cycleDaysAvg,
};
export const MEASURE_FIELDS = Object.keys(MEASURES) as MeasureField[];
