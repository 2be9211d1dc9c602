import type { ReadScope } from "../../access/read-scope.js";
import type { Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import type { RowsPlan } from "../../platform/graphql/lists-below.js";
import { RecordPlan, type Lookup, type RecordType } from "../../platform/graphql/record-plan.js";
import { mergeSelections, type FieldUse, type Selection } from "../../platform/graphql/selection.js";
import { issuesByIds, type Variables } from "./issue.fetch.js";
import { issueHatsOf, type IssueHelpers, type IssueReading } from "./issue.plan.js";
import { rowHats } from "./issue-sight.sql.js";

/**
 * A selection of records that hang on issues and are read with them, made ready for one statement: after its own id, a row has
 * the issue's base columns.
 */
export class BesideIssuePlan implements RowsPlan {
  readonly sql = new Sql();
  private readonly reading: IssueReading;
  private readonly plan: RecordPlan<IssueReading>;
  private readonly helpers: IssueHelpers;

  constructor(
    type: RecordType<IssueReading>,
    scope: ReadScope,
    selection: Selection,
    variables: Variables,
    helpers: IssueHelpers,
  ) {
    this.reading = { scope, sql: this.sql, variables };
    this.plan = new RecordPlan(type, selection, this.reading, rowHats(scope, null), variables);
    this.helpers = helpers;
  }

  get columns(): string {
    return this.plan.columns.map((text, index) => `${text} as c${String(index)}`).join(", ");
  }

  get width(): number {
    return this.plan.columns.length;
  }

  async build(rows: readonly Row[]): Promise<object[]> {
    const { scope } = this.reading;
    return this.plan.build(rows, this.reading, this.helpers, issueHatsOf(scope, 1), scope.hidden);
  }
}

const ISSUE_AT = 2;

/** The issue of each row: whoever reads the record sees it. */
export async function loadIssueBeside(
  reading: IssueReading,
  uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  const selection = uses.map((use) => use.selection).reduce(mergeSelections);
  const ids = rows.map((row) => row[ISSUE_AT] as string);
  const issues = await issuesByIds(reading.scope, ids, selection, reading.variables);
  return (row) => issues.get(row[ISSUE_AT] as string) ?? null;
}
