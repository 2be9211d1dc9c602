import { RecordPlan } from "../../platform/graphql/record-plan.js";
import type { Selection } from "../../platform/graphql/selection.js";
import type { Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import { STAMP, type ReadScope } from "../../access/read-scope.js";
import { IssueHelpers, issueHatsOf, ISSUE_TYPE, type IssueReading } from "./issue.plan.js";
import { rowHats, seesIssue, type Within } from "./issue-sight.sql.js";

export type Variables = Readonly<Record<string, unknown>>;

/** A selection of issues, made ready for one statement. */
export class IssuePlan {
  readonly sql = new Sql();
  readonly reading: IssueReading;
  private readonly plan: RecordPlan<IssueReading>;

  /** @param within the units that the statement keeps to by another condition: fewer questions for each row */
  constructor(scope: ReadScope, selection: Selection, variables: Variables, within: Within = null) {
    this.reading = { scope, sql: this.sql, variables, within };
    this.plan = new RecordPlan(ISSUE_TYPE, selection, this.reading, rowHats(scope, within), variables);
  }

  /** The columns of `issue i`, named so that a sub-select can be read whole. */
  get columns(): string {
    return this.plan.columns.map((column, index) => `${column} as c${String(index)}`).join(", ");
  }

  /** How many columns follow the stamp: what a statement adds of its own comes after them. */
  get width(): number {
    return this.plan.columns.length;
  }

  async build(rows: readonly Row[]): Promise<object[]> {
    const { scope } = this.reading;
    const helpers = new IssueHelpers(scope.view);
    return this.plan.build(rows, this.reading, helpers, issueHatsOf(scope), scope.hidden);
  }
}

/** The issues of these ids that the viewer sees, each once; one statement. */
export async function issuesByIds(
  scope: ReadScope,
  ids: readonly string[],
  selection: Selection,
  variables: Variables,
): Promise<Map<string, object>> {
  if (ids.length === 0) return new Map();
  const plan = new IssuePlan(scope, selection, variables);
  const { sql } = plan;
  const text = `/* issuesByIds */ select ${STAMP}, ${plan.columns} from issue i
    where i.id = any(${sql.ids([...new Set(ids)])}) and ${seesIssue(scope, sql, "i")}`;
  const rows = await scope.rows(text, sql);
  const built = await plan.build(rows);
  return new Map(rows.map((row, index) => [row[1] as string, built[index] ?? {}]));
}

/** One issue, or null when there is none that the viewer sees. */
export async function issueByIdOrKey(
  scope: ReadScope,
  wanted: { readonly id?: string | null | undefined; readonly key?: string | null | undefined },
  selection: Selection,
  variables: Variables,
): Promise<object | null> {
  const plan = new IssuePlan(scope, selection, variables);
  const { sql } = plan;
  const is = wanted.id == null ? `i.key = ${sql.param(wanted.key)}` : `i.id = ${sql.id(wanted.id)}`;
  const text = `/* issueByIdOrKey */ select ${STAMP}, ${plan.columns} from issue i
    where ${is} and ${seesIssue(scope, sql, "i")}`;
  const [issue] = await plan.build(await scope.rows(text, sql));
  return issue ?? null;
}
