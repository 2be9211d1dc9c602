import { allow, badInput, type Decision } from "../shared/decision.js";
import type { IssueId } from "../shared/ids.js";

/** I1, TRE-01, TRE-05: an issue cannot go below itself, at whatever distance. */
export function wouldMakeCycle(issueId: IssueId, ancestorIdsOfNewParent: Iterable<IssueId>): boolean {
  for (const ancestorId of ancestorIdsOfNewParent) if (ancestorId === issueId) return true;
  return false;
}

/**
 * I1, TRE-09. Whether the viewer may read the parent is asked before (R5).
 *
 * @param ancestorIdsOfNewParent all above the new parent, as read under the lock that keeps two moves from making a cycle
 */
export function canHaveParent(
  issueId: IssueId,
  newParentId: IssueId,
  ancestorIdsOfNewParent: Iterable<IssueId>,
): Decision {
  if (issueId === newParentId) return badInput("parent", "issue.ownParent");
  const makesCycle = wouldMakeCycle(issueId, ancestorIdsOfNewParent);
  return makesCycle ? badInput("parent", "issue.parentCycle") : allow();
}
