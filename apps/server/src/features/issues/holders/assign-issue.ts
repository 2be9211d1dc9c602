import { canAssign } from "@stafeta/domain/issues/assign-issue";
import { concernedByAssigning } from "@stafeta/domain/issues/concerned";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import type { UserId } from "@stafeta/domain/shared/ids";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import type { ViewerChange } from "../../../access/change.js";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce } from "../../../platform/graphql/refused.js";
import { changeOnce } from "../../../access/change-once.js";
import { issueIdOf } from "../issue-input.js";
import { changeHolderRow } from "../issue-write.queries.js";
import { lockIssue, type LockedIssue } from "../locked-issue.js";
import { saveIssue } from "../save-issue.js";

export interface AssignIssueArgs {
  readonly id: string;
  /** Null or left out: nobody, so that the unit's heads hold it. */
  readonly assignee?: string | null | undefined;
}

/** R8: who held it before is kept. */
export async function passTo(
  { change, company }: ViewerChange,
  issue: LockedIssue,
  assignee: UserId | null,
  kind: EventKind,
): Promise<void> {
  const before = issue.facts.assigneeId;
  if (assignee === before) return;
  await changeHolderRow(change, issue.facts.id, assignee, change.now);
  const concerned = concernedByAssigning(company, issue.facts, assignee, kind === "ISSUE_TAKEN");
  await saveIssue(change, issue, kind, { before: { assignee: before }, after: { assignee }, concerned });
}

/** L3: of an issue that is held already, by whoever the change is made by. @throws RefusedError with code and rule */
export async function nameHolder(
  tx: ViewerChange,
  issue: LockedIssue,
  assignee: UserId | null,
): Promise<void> {
  const today = dayIn(tx.company.timeZone, new Date(tx.change.now));
  enforce(canAssign(tx.company, issue.facts, issue.hats, assignee, today));
  await passTo(tx, issue, assignee, "ISSUE_ASSIGNED");
}

/**
 * L3: the unit's MANAGER names the holder. To name the present one changes nothing.
 *
 * @returns the issue's id
 * @throws RefusedError with code and rule
 */
export function assignIssue(
  context: RequestContext,
  args: AssignIssueArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = issueIdOf(args.id);
  const assignee = (args.assignee ?? null) as UserId | null;
  return changeOnce(context, { operation: "assignIssue", input: args, clientMutationId }, async (tx) => {
    await nameHolder(tx, await lockIssue(tx, id), assignee);
    return id;
  });
}
