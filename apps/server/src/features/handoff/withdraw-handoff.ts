import { canWithdraw } from "@stafeta/domain/handoff/act-on-step";
import { canSee } from "@stafeta/domain/rights/viewer";
import type { RequestContext } from "../../access/request-context.js";
import { notFound, refusedBy } from "../../platform/graphql/refused.js";
import { changeOnce } from "../../access/change-once.js";
import { lockWhetherSeen } from "../issues/locked-issue.js";
import { headIds, tellOfHandoff } from "./handoff-events.js";
import { endTurn, lockedHandoff, touchHandoff } from "./handoff-write.queries.js";
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
    const { change, viewer } = tx;
    const handoff = await lockedHandoff(change, { id });
    const [issue] = handoff ? await lockWhetherSeen(tx, [handoff.issueId]) : [];
    if (!handoff || !issue || !canSee(issue.hats)) throw notFound();
    const may = canWithdraw(viewer, handoff);
    if (!may.allowed) {
      throw refusedBy(may, may.code === "CONFLICT" ? { current: { handoff: handoff.state } } : {});
    }
    const step = handoff.steps.find(({ current }) => current);
    if (step) await endTurn(change, step.id);
    const event = await tellOfHandoff(tx, issue, {
      kind: "HANDOFF_WITHDRAWN",
      handoffId: handoff.id,
      turn: { before: step?.unitId ?? null, after: null },
      concerned: step ? [handoff.startedBy, ...headIds(tx, step.unitId)] : [handoff.startedBy],
    });
    await touchHandoff(change, handoff.id, event, { state: "WITHDRAWN", at: change.now });
    return handoff.id;
  });
}
