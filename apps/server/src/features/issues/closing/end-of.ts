import { resolutionAfter } from "@stafeta/domain/issues/workflow";
import type { Resolution } from "@stafeta/domain/issues/issue-kinds";
import type { Status } from "@stafeta/domain/org/company";
import type { Change } from "../../../access/change.js";
import type { LockedIssue } from "../locked-issue.js";
import type { IssueValues } from "../save-issue.js";

/**
 * L5: what is done has a resolution, and what is closed the time of it; what goes back into work has neither.
 *
 * @param given how it ended; left out: as it had ended already, else DONE
 */
export function endOf(
  change: Change,
  issue: LockedIssue,
  target: Status,
  given: Resolution | null = issue.resolution,
): Pick<IssueValues, "resolution" | "closedAt"> {
  const closedAt = target.category === "CLOSED" ? (issue.closedAt ?? new Date(change.now)) : null;
  return { resolution: resolutionAfter(target.category, given), closedAt };
}
