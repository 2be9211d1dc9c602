import { canReopen, canReturn } from "@stafeta/domain/issues/close-issue";
import { holdersNow } from "@stafeta/domain/issues/concerned";
import { cleanRequiredText } from "@stafeta/domain/shared/text";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce } from "../../../platform/graphql/refused.js";
import { changeAll, changeOnce } from "../../../access/change-once.js";
import { issueIdOf } from "../issue-input.js";
import { lockIssue } from "../locked-issue.js";
import { decideAll, idsOnce, lockAll } from "./all-or-nothing.js";
import { reasonChange, saveStatus } from "./save-status.js";

export interface ReturnIssuesArgs {
  readonly ids: readonly string[];
  readonly reason: string;
}

/**
 * L2, I3: resolved issues go back into work, all or none, with the reason in the event of each.
 *
 * @returns their ids
 * @throws RefusedError with code and rule; `extensions.issues` lists which stood in the way
 */
export function returnIssues(
  context: RequestContext,
  args: ReturnIssuesArgs,
  clientMutationId: string | null | undefined,
): Promise<string[]> {
  const ids = idsOnce(args.ids);
  const reason = enforce(cleanRequiredText(args.reason, "reason"));
  return changeAll(context, { operation: "returnIssues", input: args, clientMutationId }, async (tx) => {
    const { change, company, viewer } = tx;
    const decided = decideAll(ids, await lockAll(tx, ids), ({ facts, hats }) => {
      return canReturn(facts, hats, viewer.isBoss, company.statusesOfUnit.get(facts.unitId) ?? []);
    });
    const also = [reasonChange(reason)];
    for (const { issue, value: target } of decided) {
      const concerned = holdersNow(company, issue.facts);
      await saveStatus(change, issue, "ISSUE_RETURNED", { target, also, concerned });
    }
    return ids;
  });
}

export interface ReopenIssueArgs {
  readonly id: string;
  readonly reason: string;
}

/**
 * L2: a boss, or a deputy in a boss's name, brings a closed issue back into work.
 *
 * @returns its id
 * @throws RefusedError with code and rule
 */
export function reopenIssue(
  context: RequestContext,
  args: ReopenIssueArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = issueIdOf(args.id);
  const reason = enforce(cleanRequiredText(args.reason, "reason"));
  return changeOnce(context, { operation: "reopenIssue", input: args, clientMutationId }, async (tx) => {
    const { change, company, viewer } = tx;
    const issue = await lockIssue(tx, id);
    const { facts, hats } = issue;
    const statuses = company.statusesOfUnit.get(facts.unitId) ?? [];
    const target = enforce(canReopen(facts, hats, viewer.isBoss, statuses));
    const [also, concerned] = [[reasonChange(reason)], holdersNow(company, facts)];
    await saveStatus(change, issue, "ISSUE_REOPENED", { target, also, concerned });
    return id;
  });
}
