import { issueCan, type IssueCan } from "@stafeta/domain/issues/issue-can";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { PRIORITIES, type Resolution } from "@stafeta/domain/issues/issue-kinds";
import { hatsOn } from "@stafeta/domain/rights/viewer";
import type { Hats } from "@stafeta/domain/rights/hats";
import type { IssueId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { CompanyView } from "../../access/company-view.js";
import type { ReadScope } from "../../access/read-scope.js";
import type { Row } from "../../platform/db/database.js";
import { instant } from "../../platform/db/instant.js";
import type { Sql } from "../../platform/db/sql.js";
import type { FieldSource, RecordType } from "../../platform/graphql/record-plan.js";
import { coversAll, internalUnits, seesIssue, wholeUnits, type Within } from "./issue-sight.sql.js";

/** One statement that reads issues under the alias `i`, and what its values need. */
export interface IssueReading {
  readonly scope: ReadScope;
  readonly sql: Sql;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The units that the rows are of; left out or null: any. */
  readonly within?: Within;
}

/** What the generated builders call; `v` in their text. */
export class IssueHelpers {
  readonly view: CompanyView;

  constructor(view: CompanyView) {
    this.view = view;
  }

  user = (id: string | null) => this.view.user(id);
  unit = (id: string) => this.view.unit(id);
  status = (id: string) => this.view.status(id);
  labels = (ids: string) => this.view.labels(ids);
  instant = instant;
  number = (text: string | null) => (text === null ? null : Number(text));
  priority = (rank: number) => PRIORITIES[rank];

  can = (
    row: Row,
    bits: Hats,
    statusId: string,
    archived: boolean,
    unfinished: number,
    seen: number,
    resolution: Resolution | null,
  ): IssueCan => {
    const [, id, unitId, assigneeId, authorId, stepUnitId] = row as [string, ...IssueBase];
    const { company, viewer } = this.view;
    const status = this.view.status(statusId);
    if (!status) throw new Error(`status ${statusId} is unknown`);
    const unitArchived = company.unitById.get(unitId)?.archived ?? false;
    const hatFacts = { unitId, assigneeId, authorId, stepUnitId, followed: true };
    const facts = { id, ...hatFacts, inTransit: stepUnitId !== null, status, archived, unitArchived };
    const counts = { unfinishedSubIssues: unfinished, seenUnfinishedSubIssues: seen, revision: 0 };
    return issueCan(company, viewer, { ...facts, ...counts, resolution }, bits);
  };
}

/** @param before how many columns stand between the stamp and the issue's base columns */
export function issueHatsOf(scope: ReadScope, before = 0): (row: Row) => Hats {
  const { viewer } = scope;
  const at = 1 + before;
  return (row) => {
    const [unitId, assigneeId] = [row[at + 1] as UnitId, row[at + 2] as UserId | null];
    const [authorId, stepUnitId] = [row[at + 3] as UserId, row[at + 4] as UnitId | null];
    // Whoever reads the row sees it; FOLLOWER alone opens no guarded field (R8).
    return hatsOn(viewer, { unitId, assigneeId, authorId, stepUnitId, followed: true });
  };
}

function column(name: string, value = "$0"): FieldSource<IssueReading> {
  return { columns: () => [`i.${name}`], value };
}

/** Comments that the viewer may read on a row: internal ones by the unit that they were written in. */
function commentCount({ scope, sql, within = null }: IssueReading): string {
  const units = internalUnits(scope);
  if (units.length === 0) return "i.comment_count";
  const here = coversAll(scope, units, within)
    ? "i.internal_here_count"
    : `case when i.unit_id = any(${sql.ids(units)}) then i.internal_here_count else 0 end`;
  if (coversAll(scope, units, null)) return `i.comment_count + ${here} + i.internal_elsewhere_count`;
  // Elsewhere is rare: only after a hand-off.
  return `i.comment_count + ${here} + case when i.internal_elsewhere_count = 0 then 0 else (select count(*)::int
    from comment c where c.issue_id = i.id and c.internal and c.unit_id <> i.unit_id and c.unit_id = any(${sql.ids(units)})) end`;
}

/** Direct sub-issues that the viewer sees: the kept counter where it can be trusted, else a count. */
function subIssueCount({ scope, sql, within = null }: IssueReading): string {
  const sees = seesIssue(scope, sql, "c");
  if (sees === "true") return "i.child_here_count + i.child_elsewhere_count";
  const counted = `(select count(*)::int from issue c where c.parent_id = i.id and ${sees})`;
  const whole = wholeUnits(scope);
  if (whole.length === 0) return counted;
  const isWhole = coversAll(scope, whole, within) ? "" : `and i.unit_id = any(${sql.ids(whole)})`;
  return `case when i.child_elsewhere_count = 0 ${isWhole} then i.child_here_count
    when i.child_here_count + i.child_elsewhere_count = 0 then 0 else ${counted} end`;
}

/** How many of the unfinished sub-issues the viewer sees: a refusal tells a number only where it is the whole one (I1). */
function seenUnfinished({ scope, sql }: IssueReading): string {
  const sees = seesIssue(scope, sql, "c");
  if (sees === "true") return "i.unfinished_child_count";
  return `case when i.unfinished_child_count = 0 then 0 else (select count(*)::int from issue c
    where c.parent_id = i.id and is_unfinished(c.status_id) and ${sees}) end`;
}

/** Fields whose value stands in the row. What hangs below (sub-issues, comments, tree sums) is added by `issue.below.ts`. */
export const ISSUE_COLUMNS: Readonly<Record<string, FieldSource<IssueReading>>> = {
  id: { value: "r[1]" },
  unit: { value: "v.unit(r[2])" },
  assignee: { value: "v.user(r[3])" },
  author: { value: "v.user(r[4])" },
  key: column("key"),
  title: column("title"),
  status: column("status_id", "v.status($0)"),
  dueDate: column("due_date"),
  createdAt: column("created_at", "v.instant($0)"),
  updatedAt: column("updated_at", "v.instant($0)"),
  closedAt: column("closed_at", "v.instant($0)"),
  revision: column("revision"),
  lastEvent: column("last_event"),
  resolution: column("resolution"),
  archived: column("archived"),
  inTransit: { value: "r[5] !== null" },
  description: column("description"),
  type: column("type"),
  priority: column("priority", "v.priority($0)"),
  labels: { columns: () => ["i.label_ids::text"], value: "v.labels($0)" },
  startDate: column("start_date"),
  estimate: column("estimate", "v.number($0)"),
  value: column("value", "v.number($0)"),
  rank: column("rank"),
  commentCount: { columns: (reading) => [commentCount(reading)], value: "$0", isPersonal: true },
  subIssueCount: { columns: (reading) => [subIssueCount(reading)], value: "$0", isPersonal: true },
  can: {
    columns: (reading) => [
      ...["i.status_id", "i.archived", "i.unfinished_child_count"],
      ...[seenUnfinished(reading), "i.resolution"],
    ],
    value: "v.can(r, bits, $0, $1, $2, $3, $4)",
    isPersonal: true,
  },
};

export const ISSUE_BASE = ["i.id", "i.unit_id", "i.assignee_id", "i.author_id", "i.step_unit_id"] as const;
type IssueBase = [IssueId, UnitId, UserId | null, UserId, UnitId | null];

/** Filled by `issue.below.ts`, and by later features that add a field to Issue from their own folder. */
export const ISSUE_TYPE: RecordType<IssueReading> & {
  readonly fields: Record<string, FieldSource<IssueReading>>;
} = {
  name: "Issue",
  base: ISSUE_BASE,
  fields: { ...ISSUE_COLUMNS },
  policies: ISSUE_FIELDS,
};
