import { turnOf } from "@stafeta/domain/handoff/turns";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import type { UserId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../access/change.js";
import type { LockedIssue } from "../issues/locked-issue.js";
import { arrive } from "./arrive.js";
import { followersOf, headIds, tellOfHandoff } from "./handoff-events.js";
import {
  answerStep,
  giveTurn,
  touchHandoff,
  type LockedHandoff,
  type LockedStep,
} from "./handoff-write.queries.js";

/** One head's yes. */
export interface Acceptance {
  readonly by: UserId;
  readonly comment: string | null;
  /** H4: whom the head of the last step names; null: they hold it themselves. */
  readonly executor: UserId | null;
}

interface Answered {
  readonly step: LockedStep;
  readonly next: LockedStep | undefined;
  /** Whether the next one waits for its heads; else it is accepted at once, in the initiator's name. */
  readonly waits: boolean;
}

/** H2: one step is accepted, and the next one has its turn, or the issue arrives (H4). */
async function acceptOne(
  tx: ViewerChange,
  issue: LockedIssue,
  handoff: LockedHandoff,
  { step, next, waits }: Answered,
  acceptance: Acceptance,
): Promise<void> {
  const { change } = tx;
  const { by, comment } = acceptance;
  await answerStep(change, step.id, { state: "ACCEPTED", by, at: change.now, comment, reason: null });
  if (next) await giveTurn(change, next.id, change.now);
  const event = await tellOfHandoff(tx, issue, {
    kind: next ? "HANDOFF_STEP_ACCEPTED" : "HANDOFF_ACCEPTED",
    handoffId: handoff.id,
    turn: { before: step.unitId, after: next?.unitId ?? null },
    words: comment,
    concerned: followersOf(tx, issue, handoff, next && waits ? headIds(tx, next.unitId) : []),
  });
  await touchHandoff(change, handoff.id, event, next ? null : { state: "ACCEPTED", at: change.now });
  if (!next) await arrive(tx, issue, handoff, acceptance.executor ?? by);
}

/**
 * H1, H2: accepts the step whose turn it is, and those after it on which the initiator may act, in their name.
 *
 * @param acceptance of the present step; null: nobody has answered yet, only the initiator is asked
 */
export async function passOn(
  tx: ViewerChange,
  issue: LockedIssue,
  handoff: LockedHandoff,
  acceptance: Acceptance | null,
): Promise<void> {
  const from = handoff.steps.findIndex((step) => step.current);
  const today = dayIn(tx.company.timeZone, new Date(tx.change.now));
  const answered = acceptance ? 1 : 0;
  const ahead = handoff.steps.slice(from + answered).map((step) => step.unitId);
  const { accepted } = turnOf(tx.company, handoff.startedBy, ahead, today);
  const initiator = { by: handoff.startedBy, comment: null, executor: null };
  for (let at = from; at < from + answered + accepted; at++) {
    const step = handoff.steps[at];
    if (!step) break;
    const answer = { step, next: handoff.steps[at + 1], waits: at + 1 === from + answered + accepted };
    await acceptOne(tx, issue, handoff, answer, at === from && acceptance ? acceptance : initiator);
  }
}
