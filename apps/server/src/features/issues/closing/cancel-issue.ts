import { canArchive, canEndAs } from "@stafeta/domain/issues/close-issue";
import { cleanRequiredText } from "@stafeta/domain/shared/text";
import type { ViewerChange } from "../../../access/change.js";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce } from "../../../platform/graphql/refused.js";
import { changeOnce } from "../../../access/change-once.js";
import { issueIdOf } from "../issue-input.js";
import { lockIssue, type LockedIssue } from "../locked-issue.js";
import { saveIssue } from "../save-issue.js";
import { reasonChange, saveStatus } from "./save-status.js";

export interface CancelIssueArgs {
  readonly id: string;
  readonly reason: string;
}

/** L5: of an issue that is held already, by whoever the change is made by. @throws RefusedError with code and rule */
export async function cancelLocked(tx: ViewerChange, issue: LockedIssue, reason: string): Promise<void> {
  const { change, company, viewer } = tx;
  const facts = { ...issue.facts, resolution: issue.resolution };
  const statuses = company.statusesOfUnit.get(facts.unitId) ?? [];
  const target = enforce(canEndAs("CANCELLED", facts, issue.hats, viewer.isBoss, statuses));
  const also = [reasonChange(reason)];
  await saveStatus(change, issue, "ISSUE_CANCELLED", { target, resolution: "CANCELLED", also });
}

/**
 * L5: the unit's MANAGER ends what turns out needless; it stays findable, and its closing is the boss's.
 *
 * @returns its id
 * @throws RefusedError with code and rule
 */
export function cancelIssue(
  context: RequestContext,
  args: CancelIssueArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = issueIdOf(args.id);
  const reason = enforce(cleanRequiredText(args.reason, "reason"));
  return changeOnce(context, { operation: "cancelIssue", input: args, clientMutationId }, async (tx) => {
    await cancelLocked(tx, await lockIssue(tx, id), reason);
    return id;
  });
}

/**
 * L5: a boss puts a closed issue away: off boards and lists unless it is asked for.
 *
 * @returns its id
 * @throws RefusedError with code and rule
 */
export function archiveIssue(
  context: RequestContext,
  args: { readonly id: string },
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = issueIdOf(args.id);
  return changeOnce(context, { operation: "archiveIssue", input: args, clientMutationId }, async (tx) => {
    const issue = await lockIssue(tx, id);
    enforce(canArchive(issue.facts, tx.viewer.isBoss));
    await saveIssue(tx.change, issue, "ISSUE_ARCHIVED", {
      before: { archived: false },
      after: { archived: true },
    });
    return id;
  });
}
