import type { IssueFacts } from "@stafeta/domain/issues/issue-facts";
import type { IssueId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../../access/change.js";
import { Sql } from "../../../platform/db/sql.js";
import { seesIssue } from "../issue-sight.sql.js";

type Unfinished = Required<Pick<IssueFacts, "unfinishedSubIssues" | "seenUnfinishedSubIssues">>;

/** I1: unfinished sub-issues of these parents that are not among `others`: all, and those that the viewer sees. */
export async function unfinishedBelow(
  tx: ViewerChange,
  parents: readonly IssueId[],
  others: readonly IssueId[],
): Promise<Map<IssueId, Unfinished>> {
  if (parents.length === 0) return new Map();
  const sql = new Sql();
  const text = `/* unfinishedBelow */ select c.parent_id, count(*)::int, (count(*) filter (where ${seesIssue(tx, sql, "c")}))::int
    from issue c where c.parent_id = any(${sql.ids(parents)}) and c.id <> all(${sql.ids(others)})
      and is_unfinished(c.status_id) group by c.parent_id`;
  const rows = await tx.change.rows(text, sql.values);
  return new Map(
    rows.map((row) => {
      const [parent, unfinishedSubIssues, seenUnfinishedSubIssues] = row as [IssueId, number, number];
      return [parent, { unfinishedSubIssues, seenUnfinishedSubIssues }];
    }),
  );
}
