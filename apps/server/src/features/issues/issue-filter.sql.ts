import type { ReadScope } from "../../access/read-scope.js";
import type { Sql } from "../../platform/db/sql.js";
import type { IssueFilter } from "./issue-filter.types.js";

/** The condition that a filter puts on issues, under the viewer's rights (R10). */
export function issueMatches(
  _scope: ReadScope,
  _sql: Sql,
  _alias: string,
  _filter: IssueFilter | null | undefined,
): string {
  return "true";
}
