import { canWithdraw, mayActFor } from "@stafeta/domain/handoff/act-on-step";
import type { HandoffState } from "@stafeta/domain/handoff/handoff";
import { HANDOFF_FIELDS, HANDOFF_STEP_FIELDS } from "@stafeta/domain/handoff/handoff-fields";
import type { UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { ReadScope } from "../../access/read-scope.js";
import type { FieldSource, RecordType } from "../../platform/graphql/record-plan.js";
import type { Selection } from "../../platform/graphql/selection.js";
import { BesideIssuePlan, loadIssueBeside } from "../issues/beside-issue.plan.js";
import type { Variables } from "../issues/issue.fetch.js";
import { IssueHelpers, ISSUE_BASE, type IssueReading } from "../issues/issue.plan.js";

/** What the generated builders call; `v` in their text. */
class HandoffHelpers extends IssueHelpers {
  canAct = (unitId: UnitId, current: boolean): boolean => current && mayActFor(this.view.viewer, unitId);

  canWithdraw = (state: HandoffState, from: UnitId, to: UnitId, startedBy: UserId): boolean =>
    canWithdraw(this.view.viewer, { state, fromUnitId: from, toUnitId: to, startedBy }).allowed;
}

type Source = FieldSource<IssueReading>;

function column(name: string, value = "$0"): Source {
  return { columns: () => [name], value };
}

/** Read under the aliases `h`, and `i` for its issue. The steps are added by `handoff.fetch.ts`. */
export const HANDOFF_TYPE: RecordType<IssueReading> & { readonly fields: Record<string, Source> } = {
  name: "Handoff",
  base: ["h.id", ...ISSUE_BASE],
  // Trails are sorted by issue.
  kept: [1],
  policies: HANDOFF_FIELDS,
  fields: {
    id: { value: "r[1]" },
    issue: { value: "n(r)", load: loadIssueBeside, isPersonal: true },
    from: column("h.from_unit_id", "v.unit($0)"),
    to: column("h.to_unit_id", "v.unit($0)"),
    state: column("h.state"),
    startedBy: column("h.started_by", "v.user($0)"),
    startedAt: column("h.started_at", "v.instant($0)"),
    endedAt: column("h.ended_at", "v.instant($0)"),
    comment: column("h.comment"),
    withSubIssues: column("h.with_sub_issues"),
    canWithdraw: {
      columns: () => ["h.state", "h.from_unit_id", "h.to_unit_id", "h.started_by"],
      value: "v.canWithdraw($0, $1, $2, $3)",
      isPersonal: true,
    },
  },
};

/** H5: until it was answered, the hand-off ended, or now. */
const WAITED = `case when s.turn_at is not null then greatest(0, floor(extract(epoch from
  coalesce(s.acted_at, h.ended_at, clock_timestamp()) - s.turn_at) / 60))::int end`;

/** Read under the aliases `s`, `h` for its hand-off and `i` for the issue. */
export const HANDOFF_STEP_TYPE: RecordType<IssueReading> & { readonly fields: Record<string, Source> } = {
  name: "HandoffStep",
  base: ["s.id", ...ISSUE_BASE, "s.handoff_id"],
  // Steps are sorted by hand-off.
  kept: [1 + ISSUE_BASE.length],
  policies: HANDOFF_STEP_FIELDS,
  fields: {
    id: { value: "r[1]" },
    current: column("s.current"),
    unit: column("s.unit_id", "v.unit($0)"),
    state: column("s.state"),
    actedBy: column("s.acted_by", "v.user($0)"),
    actedAt: column("s.acted_at", "v.instant($0)"),
    reason: column("s.reason"),
    comment: column("s.comment"),
    waitedMinutes: column(WAITED),
    canAct: {
      columns: () => ["s.unit_id", "s.current"],
      value: "v.canAct($0, $1)",
      isPersonal: true,
    },
  },
};
/** After the stamp, the step's id and the issue's base columns. */
export const HANDOFF_OF_STEP_AT = 2 + ISSUE_BASE.length;

/** A selection of hand-offs or of their steps, made ready for one statement. */
export class HandoffPlan extends BesideIssuePlan {
  constructor(type: RecordType<IssueReading>, scope: ReadScope, selection: Selection, variables: Variables) {
    super(type, scope, selection, variables, new HandoffHelpers(scope.view));
  }
}
