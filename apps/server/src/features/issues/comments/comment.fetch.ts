import { STAMP, type ReadScope } from "../../../access/read-scope.js";
import type { Selection } from "../../../platform/graphql/selection.js";
import { CommentPlan } from "../comment.plan.js";
import type { Variables } from "../issue.fetch.js";
import { readsCommentOf, seesIssue } from "../issue-sight.sql.js";

/** One comment, or null when there is none that the viewer reads (R10). */
export async function commentById(
  scope: ReadScope,
  id: string,
  selection: Selection,
  variables: Variables,
): Promise<object | null> {
  const plan = new CommentPlan(scope, selection, variables);
  const { sql } = plan;
  const text = `/* commentById */ select ${STAMP}, ${plan.columns} from comment c join issue i on i.id = c.issue_id
    where c.id = ${sql.id(id)} and ${seesIssue(scope, sql, "i")} and ${readsCommentOf(scope, sql, "c", "i")}`;
  const [comment] = await plan.build(await scope.rows(text, sql));
  return comment ?? null;
}
