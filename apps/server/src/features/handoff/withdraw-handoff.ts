import { canWithdraw } from "@stafeta/domain/handoff/act-on-step";
import { canSee } from "@stafeta/domain/rights/viewer";
import type { ViewerChange } from "../../access/change.js";
import type { RequestContext } from "../../access/request-context.js";
import { notFound, refusedBy } from "../../platform/graphql/refused.js";
import { changeOnce } from "../../access/change-once.js";
import { lockWhetherSeen, type LockedIssue } from "../issues/locked-issue.js";
import { followersOf, headIds, tellOfHandoff } from "./handoff-events.js";
import { endTurn, lockedHandoff, touchHandoff, type LockedHandoff } from "./handoff-write.queries.js";
import { idOrNotFound } from "./locked-step.js";

/**
 * H2: the initiator or their head takes it back while it is pending; the issue stays with its holder.
 *
 * @returns the hand-off's id
 * @throws RefusedError with code and rule
 */
export function withdrawHandoff(
  context: RequestContext,
  args: { readonly handoff: string },
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = idOrNotFound(args.handoff);
  return changeOnce(context, { operation: "withdrawHandoff", input: args, clientMutationId }, async (tx) => {
    const handoff = await lockedHandoff(tx.change, { id });
    const [issue] = handoff ? await lockWhetherSeen(tx, [handoff.issueId]) : [];
    if (!handoff || !issue || !canSee(issue.hats)) throw notFound();
    const may = canWithdraw(tx.viewer, handoff);
    if (!may.allowed) {
      throw refusedBy(may, may.code === "CONFLICT" ? { current: { handoff: handoff.state } } : {});
    }
    await endByWithdrawal(tx, issue, handoff);
    return handoff.id;
  });
}

/**
 * H2: taken back by whoever the change is made by; nobody has a turn any more.
 *
 * @param undoes the event that it takes back (I6)
 * @returns the id of its event
 */
export async function endByWithdrawal(
  tx: ViewerChange,
  issue: LockedIssue,
  handoff: LockedHandoff,
  undoes: string | null = null,
): Promise<string> {
  const { change } = tx;
  const step = handoff.steps.find(({ current }) => current);
  if (step) await endTurn(change, step.id);
  const event = await tellOfHandoff(tx, issue, {
    kind: "HANDOFF_WITHDRAWN",
    handoffId: handoff.id,
    turn: { before: step?.unitId ?? null, after: null },
    concerned: followersOf(tx, issue, handoff, step ? headIds(tx, step.unitId) : []),
    undoes,
  });
  await touchHandoff(change, handoff.id, event, { state: "WITHDRAWN", at: change.now });
  return event;
}
