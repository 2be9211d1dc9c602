import { canNameExecutor } from "@stafeta/domain/handoff/act-on-step";
import { refuse } from "@stafeta/domain/shared/decision";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import type { UserId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../access/change.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound, refusedBy } from "../../platform/graphql/refused.js";
import { changeOnce } from "../../access/change-once.js";
import { idOrNotFound, lockStep, requireTurn, type LockedTurn } from "./locked-step.js";
import { passOn } from "./pass-on.js";
import { cleanWords } from "./start-handoff.js";

export interface AcceptHandoffArgs {
  readonly step: string;
  readonly comment?: string | null | undefined;
  /** H4: at the last step, who is to do it. */
  readonly assignee?: string | null | undefined;
}

/** H4, R1: nothing arrives in an archived unit; the hand-off can be refused or withdrawn. */
function checkArrival({ company, change }: ViewerChange, turn: LockedTurn, executor: UserId | null): void {
  const { handoff, step } = turn;
  const isLastStep = handoff.steps.at(-1)?.id === step.id;
  const today = dayIn(company.timeZone, new Date(change.now));
  if (executor !== null) {
    const { toUnitId } = handoff;
    enforce(canNameExecutor(company, { assigneeId: executor, isLastStep, toUnitId }, today));
  }
  if (company.unitById.get(handoff.toUnitId)?.archived) {
    throw refusedBy(refuse("CONFLICT", "R1", "unit.archived"));
  }
}

/**
 * H2: whoever has the MANAGER hat in the unit of the current step takes the issue on; the first answer wins.
 *
 * @returns the hand-off's id
 * @throws RefusedError with code and rule; CONFLICT with what happened for who comes second
 */
export function acceptHandoff(
  context: RequestContext,
  args: AcceptHandoffArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const stepId = idOrNotFound(args.step);
  const comment = cleanWords(args.comment);
  const executor = (args.assignee ?? null) as UserId | null;
  return changeOnce(context, { operation: "acceptHandoff", input: args, clientMutationId }, async (tx) => {
    const turn = await lockStep(tx, stepId);
    if (executor !== null && !tx.company.personById.has(executor)) throw notFound();
    requireTurn(tx, turn);
    checkArrival(tx, turn, executor);
    await passOn(tx, turn.issue, turn.handoff, { by: tx.viewer.userId, comment, executor });
    return turn.handoff.id;
  });
}
