import { COMMENT_FIELDS } from "@stafeta/domain/issues/comment-fields";
import type { ReadScope } from "../../access/read-scope.js";
import type { Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import type { RowsPlan } from "../../platform/graphql/lists-below.js";
import { RecordPlan, type Lookup, type RecordType } from "../../platform/graphql/record-plan.js";
import { mergeSelections, type FieldUse, type Selection } from "../../platform/graphql/selection.js";
import { issuesByIds, type Variables } from "./issue.fetch.js";
import { IssueHelpers, type IssueReading } from "./issue.plan.js";

/** Whoever reads a comment sees its issue, so only the issue's own fields are asked again. */
async function loadIssue(
  reading: IssueReading,
  uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  const selection = uses.map((use) => use.selection).reduce(mergeSelections);
  const ids = rows.map((row) => row[2] as string);
  const issues = await issuesByIds(reading.scope, ids, selection, reading.variables);
  return (row) => issues.get(row[2] as string) ?? null;
}

/** Read under the alias `c`. */
const COMMENT_TYPE: RecordType<IssueReading> = {
  name: "Comment",
  base: ["c.id", "c.issue_id"],
  policies: COMMENT_FIELDS,
  fields: {
    id: { value: "r[1]" },
    issue: { value: "n(r)", load: loadIssue },
    author: { columns: () => ["c.author_id"], value: "v.user($0)" },
    body: { columns: () => ["c.body"], value: "$0" },
    internal: { columns: () => ["c.internal"], value: "$0" },
    createdAt: { columns: () => ["c.created_at"], value: "v.instant($0)" },
    editedAt: { columns: () => ["c.edited_at"], value: "v.instant($0)" },
  },
};

const ALL_READ = { common: 0, possible: 0 };

export class CommentPlan implements RowsPlan {
  readonly sql = new Sql();
  private readonly reading: IssueReading;
  private readonly plan: RecordPlan<IssueReading>;

  constructor(scope: ReadScope, selection: Selection, variables: Variables) {
    this.reading = { scope, sql: this.sql, variables };
    this.plan = new RecordPlan(COMMENT_TYPE, selection, this.reading, ALL_READ, variables);
  }

  get columns(): string {
    return this.plan.columns.map((column, index) => `${column} as c${String(index)}`).join(", ");
  }

  get width(): number {
    return this.plan.columns.length;
  }

  async build(rows: readonly Row[]): Promise<object[]> {
    const { scope } = this.reading;
    return this.plan.build(rows, this.reading, new IssueHelpers(scope.view), () => 0, scope.hidden);
  }
}
