import { holdersNow } from "@stafeta/domain/issues/concerned";
import { cleanRequiredText } from "@stafeta/domain/shared/text";
import type { ViewerChange } from "../../access/change.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce } from "../../platform/graphql/refused.js";
import { changeOnce } from "../../access/change-once.js";
import { followersOf, tellOfHandoff } from "./handoff-events.js";
import { answerStep, touchHandoff } from "./handoff-write.queries.js";
import { idOrNotFound, lockStep, requireTurn, type LockedTurn } from "./locked-step.js";

export interface RefuseHandoffArgs {
  readonly step: string;
  readonly reason: string;
}

/**
 * H2: sends the issue back to its holder, with a reason.
 *
 * @returns the hand-off's id
 * @throws RefusedError with code and rule; CONFLICT with what happened for who comes second
 */
export function refuseHandoff(
  context: RequestContext,
  args: RefuseHandoffArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const stepId = idOrNotFound(args.step);
  const reason = enforce(cleanRequiredText(args.reason, "reason"));
  return changeOnce(context, { operation: "refuseHandoff", input: args, clientMutationId }, async (tx) => {
    const turn = await lockStep(tx, stepId);
    requireTurn(tx, turn);
    await endByRefusal(tx, turn, reason);
    return turn.handoff.id;
  });
}

/** H2: the step is refused by whoever the change is made by, and with it the hand-off. */
export async function endByRefusal(
  tx: ViewerChange,
  { issue, handoff, step }: LockedTurn,
  reason: string,
): Promise<void> {
  const { change, viewer } = tx;
  const answer = { state: "REFUSED", by: viewer.userId, at: change.now, comment: null, reason } as const;
  await answerStep(change, step.id, answer);
  const { assigneeId, unitId } = issue.facts;
  const event = await tellOfHandoff(tx, issue, {
    kind: "HANDOFF_REFUSED",
    handoffId: handoff.id,
    turn: { before: step.unitId, after: null },
    words: reason,
    concerned: followersOf(tx, issue, handoff, holdersNow(tx.company, { unitId, assigneeId })),
  });
  await touchHandoff(change, handoff.id, event, { state: "REFUSED", at: change.now });
}
