import type { FieldChange } from "@stafeta/domain/events/changes";
import { readableChanges } from "@stafeta/domain/events/changes";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { canDecide, canWithdrawRequest } from "@stafeta/domain/requests/ask";
import { REQUEST_FIELDS } from "@stafeta/domain/requests/request-fields";
import type { RequestState } from "@stafeta/domain/requests/request";
import { changesOfAct, type RequestedAct } from "@stafeta/domain/requests/requested-act";
import type { Hats } from "@stafeta/domain/rights/hats";
import type { UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { ReadScope } from "../../access/read-scope.js";
import type { FieldSource, RecordType } from "../../platform/graphql/record-plan.js";
import type { Selection } from "../../platform/graphql/selection.js";
import { BesideIssuePlan, loadIssueBeside } from "../issues/beside-issue.plan.js";
import type { Variables } from "../issues/issue.fetch.js";
import { IssueHelpers, ISSUE_BASE, type IssueReading } from "../issues/issue.plan.js";
import { seesIssue } from "../issues/issue-sight.sql.js";

/** What the generated builders call; `v` in their text. */
class RequestHelpers extends IssueHelpers {
  /** R10: masked like the fields; a parent that is not seen is not there. */
  changes = (hats: Hats, act: RequestedAct, seesParent: boolean): FieldChange[] =>
    readableChanges(changesOfAct(act), hats, ISSUE_FIELDS).filter(
      ({ field, after }) => field !== "parent" || after === null || seesParent,
    );

  statusOrNull = (id: string | null) => (id === null ? null : this.view.status(id));
  unitOrNull = (id: string | null) => this.view.unit(id);

  canDecide = (unitId: UnitId, state: RequestState): boolean =>
    canDecide(this.view.viewer, { unitId, state }).allowed;

  canWithdraw = (askedBy: UserId, state: RequestState): boolean =>
    canWithdrawRequest(this.view.viewer.userId, { askedBy, state }).allowed;
}

type Source = FieldSource<IssueReading>;

function column(name: string, value = "$0"): Source {
  return { columns: () => [name], value };
}

function seesParent({ scope, sql }: IssueReading): string {
  return `exists (select from issue p where p.id = (q.act->'edit'->>'parent')::bigint and ${seesIssue(scope, sql, "p")})`;
}

const WAITED = `greatest(0, floor(extract(epoch from coalesce(q.decided_at, clock_timestamp()) - q.asked_at) / 60))::int`;

/** Read under the aliases `q`, and `i` for its issue. */
export const REQUEST_TYPE: RecordType<IssueReading> = {
  name: "IssueRequest",
  base: ["q.id", ...ISSUE_BASE],
  // Those of many issues are sorted by issue.
  kept: [1],
  policies: REQUEST_FIELDS,
  fields: {
    id: { value: "r[1]" },
    issue: { value: "n(r)", load: loadIssueBeside, isPersonal: true },
    kind: column("q.kind"),
    changes: {
      columns: (reading) => ["q.act", seesParent(reading)],
      value: "v.changes(bits, $0, $1)",
      isPersonal: true,
    },
    status: column("q.act->>'status'", "v.statusOrNull($0)"),
    assignee: column("q.act->>'assignee'", "v.user($0)"),
    toUnit: column("q.act->>'toUnit'", "v.unitOrNull($0)"),
    withSubIssues: column("(q.act->>'withSubIssues')::boolean"),
    askedBy: column("q.asked_by", "v.user($0)"),
    askedAt: column("q.asked_at", "v.instant($0)"),
    waitedMinutes: column(WAITED),
    comment: column("q.comment"),
    state: column("q.state"),
    decidedBy: column("q.decided_by", "v.user($0)"),
    decidedAt: column("q.decided_at", "v.instant($0)"),
    reason: column("q.reason"),
    canDecide: { columns: () => ["q.unit_id", "q.state"], value: "v.canDecide($0, $1)", isPersonal: true },
    canWithdraw: {
      columns: () => ["q.asked_by", "q.state"],
      value: "v.canWithdraw($0, $1)",
      isPersonal: true,
    },
  },
};

/** A selection of requests, made ready for one statement. */
export class RequestPlan extends BesideIssuePlan {
  constructor(scope: ReadScope, selection: Selection, variables: Variables) {
    super(REQUEST_TYPE, scope, selection, variables, new RequestHelpers(scope.view));
  }
}
