import { mayActFor } from "@stafeta/domain/handoff/act-on-step";
import { canSee } from "@stafeta/domain/rights/viewer";
import { hasHat } from "@stafeta/domain/rights/hats";
import type { Decision } from "@stafeta/domain/shared/decision";
import type { ViewerChange } from "../../access/change.js";
import { notFound, refusedBy } from "../../platform/graphql/refused.js";
import { lockWhetherSeen, type LockedIssue } from "../issues/locked-issue.js";
import { lockedRequest, type LockedRequest } from "./request-write.queries.js";

export interface HeldRequest {
  readonly issue: LockedIssue;
  readonly request: LockedRequest;
}

/**
 * The request that is to be decided, held until the change ends. There for who reads it, and for who acts for the unit that was
 * asked: the second of two heads must hear that they came too late, though the first one's answer may have taken the issue out
 * of their sight.
 *
 * @throws RefusedError NOT_FOUND
 */
export async function holdRequest(tx: ViewerChange, id: string): Promise<HeldRequest> {
  const { change, viewer } = tx;
  const request = await lockedRequest(change, id);
  const [issue] = request ? await lockWhetherSeen(tx, [request.issueId]) : [];
  if (!request || !issue) throw notFound();
  const isParty = [request.askedBy, request.decidedBy].includes(viewer.userId);
  const reads = canSee(issue.hats) && (isParty || hasHat(issue.hats, "MANAGER"));
  if (!reads && !mayActFor(viewer, request.unitId)) throw notFound();
  return { issue, request };
}

/** H6: who comes second gets CONFLICT with what happened. @throws RefusedError */
export function enforceOn({ state, decidedBy, decidedAt }: LockedRequest, decision: Decision): void {
  if (decision.allowed) return;
  const current = { state, decidedBy, decidedAt };
  throw refusedBy(decision, decision.code === "CONFLICT" ? { current } : {});
}
