import type { ReadScope } from "../../../access/read-scope.js";
import type { Connection } from "../../../platform/graphql/connection.js";
import type { Selection } from "../../../platform/graphql/selection.js";
import type { Variables } from "../issue.fetch.js";
import type { IssueFilter, IssueOrder } from "../lists/issue-filter.types.js";
import { listIssues, type IssueListQuestion } from "../lists/list-issues.js";

const RESOLVED: IssueFilter = { category: ["RESOLVED"] };
const LONGEST_UNTOUCHED: readonly IssueOrder[] = [{ by: "UPDATED_AT", direction: "ASC" }];

/**
 * L2: the boss's queue. A list like any other, under the same rights and filters: what is resolved, in every unit.
 *
 * @throws RefusedError as `listIssues`
 */
export function awaitingClosure(
  scope: ReadScope,
  question: IssueListQuestion,
  selection: Selection,
  variables: Variables,
): Promise<Connection> {
  const { filter, orderBy } = question;
  const resolved = filter === null ? RESOLVED : { and: [RESOLVED, filter] };
  const order = orderBy == null || orderBy.length === 0 ? LONGEST_UNTOUCHED : orderBy;
  return listIssues(scope, { ...question, filter: resolved, orderBy: order }, selection, variables);
}
