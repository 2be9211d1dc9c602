import { mayActFor } from "@stafeta/domain/handoff/act-on-step";
import { routeOf } from "@stafeta/domain/handoff/route";
import { canStartHandoff } from "@stafeta/domain/handoff/start-handoff";
import type { UnitId } from "@stafeta/domain/shared/ids";
import { cleanText } from "@stafeta/domain/shared/text";
import type { ViewerChange } from "../../access/change.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce } from "../../platform/graphql/refused.js";
import { changeOnce } from "../../access/change-once.js";
import { issueIdOf } from "../issues/issue-input.js";
import { lockIssue, type LockedIssue } from "../issues/locked-issue.js";
import { followersOf, headIds, tellOfHandoff } from "./handoff-events.js";
import { insertHandoff, lockedHandoff } from "./handoff-write.queries.js";
import { passOn } from "./pass-on.js";

export interface StartHandoffArgs {
  readonly issue: string;
  readonly toUnit: string;
  readonly comment?: string | null | undefined;
  /** H4: whether sub-issues travel along. */
  readonly withSubIssues?: boolean | null | undefined;
}

/** Blank is nothing said. */
export function cleanWords(text: string | null | undefined): string | null {
  return text == null ? null : enforce(cleanText(text, "comment")).trim() || null;
}

/**
 * H1: for whoever the change is made by: the route, and at once the steps on which they may act themselves.
 *
 * @returns the hand-off's id
 */
export async function beginHandoff(
  tx: ViewerChange,
  issue: LockedIssue,
  toUnitId: UnitId,
  words: { readonly comment: string | null; readonly withSubIssues: boolean },
): Promise<string> {
  const { change, company, viewer } = tx;
  const { facts, hats } = issue;
  const target = enforce(canStartHandoff(company, facts, hats, toUnitId));
  const route = routeOf(company, facts.unitId, target.id).map((step) => step.unitId);
  const first = route[0] ?? target.id;
  const id = await insertHandoff(change, {
    ...{ issueId: facts.id, fromUnitId: facts.unitId, toUnitId: target.id, startedBy: viewer.userId },
    ...{ at: change.now, ...words, event: change.nextEvent, route },
  });
  await tellOfHandoff(tx, issue, {
    kind: "HANDOFF_STARTED",
    handoffId: id,
    turn: { before: null, after: first },
    changes: { handoffTo: [null, target.id] },
    words: words.comment,
    // A step on which the initiator may act themselves waits for nobody (H1).
    concerned: followersOf(
      tx,
      issue,
      { startedBy: viewer.userId },
      mayActFor(viewer, first) ? [] : headIds(tx, first),
    ),
  });
  const handoff = await lockedHandoff(change, { id });
  if (!handoff) throw new Error(`hand-off ${id} was not written`);
  await passOn(tx, issue, handoff, null);
  return id;
}

/**
 * H1: starts the passage of an issue to another unit.
 *
 * @returns the hand-off's id
 * @throws RefusedError with code and rule
 */
export function startHandoff(
  context: RequestContext,
  args: StartHandoffArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = issueIdOf(args.issue);
  const words = { comment: cleanWords(args.comment), withSubIssues: args.withSubIssues ?? false };
  return changeOnce(context, { operation: "startHandoff", input: args, clientMutationId }, async (tx) =>
    beginHandoff(tx, await lockIssue(tx, id), args.toUnit as UnitId, words),
  );
}
