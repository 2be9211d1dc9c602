import { canActOnStep, mayActFor } from "@stafeta/domain/handoff/act-on-step";
import { canSee } from "@stafeta/domain/rights/viewer";
import { isId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../access/change.js";
import { notFound, refusedBy } from "../../platform/graphql/refused.js";
import { lockWhetherSeen, type LockedIssue } from "../issues/locked-issue.js";
import { lockedHandoff, type LockedHandoff, type LockedStep } from "./handoff-write.queries.js";

export interface LockedTurn {
  readonly issue: LockedIssue;
  readonly handoff: LockedHandoff;
  readonly step: LockedStep;
}

/** R10: what is no id answers as what does not exist. */
export function idOrNotFound(text: string): string {
  if (!isId(text)) throw notFound();
  return text;
}

/**
 * The step that is to be answered, held until the change ends. There for who sees the issue, and for who acts for a unit
 * whose turn has come: the second of two heads must hear that they came too late (H2), though the first one's answer may
 * have taken the issue out of their sight.
 *
 * @throws RefusedError NOT_FOUND
 */
export async function lockStep(tx: ViewerChange, stepId: string): Promise<LockedTurn> {
  const handoff = await lockedHandoff(tx.change, { stepId });
  const step = handoff?.steps.find(({ id }) => id === stepId);
  const [issue] = handoff ? await lockWhetherSeen(tx, [handoff.issueId]) : [];
  if (!handoff || !step || !issue) throw notFound();
  const hadTurn = step.turnAt !== null && mayActFor(tx.viewer, step.unitId);
  if (!canSee(issue.hats) && !hadTurn) throw notFound();
  return { issue, handoff, step };
}

/** H2: the second gets CONFLICT with what happened. @throws RefusedError */
export function requireTurn({ viewer }: ViewerChange, { handoff, step }: LockedTurn): void {
  const decision = canActOnStep(viewer, handoff, step);
  if (decision.allowed) return;
  const { state, actedBy, actedAt } = step;
  const current = { state, actedBy, actedAt, handoff: handoff.state };
  throw refusedBy(decision, decision.code === "CONFLICT" ? { current } : {});
}
