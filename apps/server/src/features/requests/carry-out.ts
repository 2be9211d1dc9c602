import { valuesBefore } from "@stafeta/domain/events/values-before";
import { refuse } from "@stafeta/domain/shared/decision";
import type { UserId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../access/change.js";
import { RefusedError, refusedBy } from "../../platform/graphql/refused.js";
import { beginHandoff } from "../handoff/start-handoff.js";
import { cancelLocked } from "../issues/closing/cancel-issue.js";
import { staleHolder } from "../issues/edits/conflict.js";
import { changesSince } from "../issues/edits/plan-edit.js";
import { editIssue } from "../issues/edits/update-issue.js";
import { nameHolder } from "../issues/holders/assign-issue.js";
import { moveToStatus } from "../issues/moves/move-issue.js";
import type { HeldRequest } from "./held-request.js";

/** I5: a holder who was named meanwhile is not passed over unseen. */
async function assign(
  tx: ViewerChange,
  { issue, request }: HeldRequest,
  assignee: UserId | null,
): Promise<void> {
  const current = issue.facts.assigneeId;
  if (assignee === current) return;
  const base = valuesBefore(
    { assignee: current },
    await changesSince(tx.change, issue, request.revision),
  ).assignee;
  if (base !== current) throw staleHolder(issue, base, assignee);
  await nameHolder(tx, issue, assignee);
}

async function act(tx: ViewerChange, held: HeldRequest): Promise<void> {
  const { issue, request } = held;
  const { act: wanted, revision, comment } = request;
  switch (wanted.kind) {
    case "MOVE":
      if (wanted.status !== issue.status.id) await moveToStatus(tx, issue, wanted.status, revision);
      return;
    case "EDIT":
      return editIssue(tx, issue, wanted.edit, revision);
    case "ASSIGN":
      return assign(tx, held, wanted.assignee);
    case "HAND_OFF":
      await beginHandoff(tx, issue, wanted.toUnit, { comment, withSubIssues: wanted.withSubIssues });
      return;
    case "CANCEL":
      return cancelLocked(tx, issue, wanted.reason);
  }
}

/** What was right when it was asked and is wrong now is in the way of it: the request itself is found, and well formed. */
function inTheWay(error: unknown): unknown {
  if (!(error instanceof RefusedError)) return error;
  if (error.code === "NOT_FOUND") return refusedBy(refuse("CONFLICT", "H6", "request.cannotBeDone"));
  if (error.code !== "BAD_USER_INPUT") return error;
  return new RefusedError("CONFLICT", error.message, { ...error.details, rule: "H6" });
}

/**
 * H6: does what was asked, in the name of the head by whom the change is made, by the same use-case as if they did it
 * themselves, under the rights and on the state of now.
 *
 * @throws RefusedError with code and rule; CONFLICT with what stands in the way
 */
export async function carryOut(tx: ViewerChange, held: HeldRequest): Promise<void> {
  try {
    await act(tx, held);
  } catch (error) {
    throw inTheWay(error);
  }
}
