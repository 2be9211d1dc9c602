import type { IssueFacts } from "../issues/issue-facts.js";
import type { Company, Status } from "../org/company.js";
import type { Decision } from "../shared/decision.js";
import type { IssueId } from "../shared/ids.js";
import { statusId, unitId, userId } from "./demo-company.js";

export const issueId = (text: string) => text as IssueId;

/** @throws Error for a status that the unit has not: a fault of the test */
export function statusIn(company: Company, unit: string, name: string): Status {
  const status = company.statusById.get(statusId(unit, name));
  if (!status) throw new Error(`${unit} has no status ${name}`);
  return status;
}

/** An issue of DEV in progress that dev.head wrote and nobody holds; parts can be replaced. */
export function issueFacts(company: Company, changes: Partial<IssueFacts> = {}): IssueFacts {
  return {
    id: issueId("1"),
    unitId: unitId("DEV"),
    assigneeId: null,
    authorId: userId("dev.head"),
    followed: false,
    stepUnitId: null,
    inTransit: false,
    status: statusIn(company, "DEV", "In progress"),
    archived: false,
    unitArchived: false,
    unfinishedSubIssues: 0,
    revision: 1,
    ...changes,
  };
}

/** "allowed", or code, rule and field of a refusal: what a table of cases expects. */
export function verdictText(decision: Decision<unknown>): string {
  if (decision.allowed) return "allowed";
  return [decision.code, decision.rule, decision.field].filter((part) => part).join(" ");
}
