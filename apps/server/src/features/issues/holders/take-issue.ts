import { canTake } from "@stafeta/domain/issues/assign-issue";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce } from "../../../platform/graphql/refused.js";
import { passTo } from "./assign-issue.js";
import { changeOnce } from "../../../access/change-once.js";
import { issueIdOf } from "../issue-input.js";
import { lockIssue } from "../locked-issue.js";

/**
 * R5: takes an issue that nobody holds; of two at once, one comes too late.
 *
 * @returns its id
 * @throws RefusedError with code and rule
 */
export function takeIssue(
  context: RequestContext,
  args: { readonly id: string },
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = issueIdOf(args.id);
  return changeOnce(context, { operation: "takeIssue", input: args, clientMutationId }, async (tx) => {
    const issue = await lockIssue(tx, id);
    enforce(canTake(issue.facts, issue.hats));
    await passTo(tx, issue, tx.viewer.userId, "ISSUE_TAKEN");
    return id;
  });
}
