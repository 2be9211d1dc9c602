import { checkAnchors } from "@stafeta/domain/board/move-cards";
import { standingNeighbours } from "@stafeta/domain/board/neighbours";
import { valuesBefore } from "@stafeta/domain/events/values-before";
import { canRank } from "@stafeta/domain/issues/edit-issue";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import type { WantedEdit } from "@stafeta/domain/issues/merge-edit";
import { isKnownRevision } from "@stafeta/domain/issues/revision";
import { canMoveTo } from "@stafeta/domain/issues/workflow";
import type { Status } from "@stafeta/domain/org/company";
import { canRead } from "@stafeta/domain/rights/field-policy";
import type { Decision } from "@stafeta/domain/shared/decision";
import { isId, type IssueId, type StatusId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../../access/change.js";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce, notFound } from "../../../platform/graphql/refused.js";
import { changeOnce } from "../../../access/change-once.js";
import { staleMove } from "../edits/conflict.js";
import { cleanEdit, issueIdOf } from "../issue-input.js";
import type { UpdateIssueInput } from "../issue-inputs.types.js";
import { lockIssues, type LockedIssue } from "../locked-issue.js";
import { endOf } from "../closing/end-of.js";
import { placeCard } from "./place-card.js";
import { changesSince, planEdit, type PlannedEdit } from "../edits/plan-edit.js";
import { gapAfter, gapAtTop, gapBefore, type Gap } from "./ranks.queries.js";
import { saveIssue } from "../save-issue.js";

type Optional<T> = T | null | undefined;

export interface MoveIssueArgs {
  readonly id: string;
  /** Null or left out: the present one. */
  readonly status?: Optional<string>;
  /** The card directly above the place, and the one directly below (I4). */
  readonly after?: Optional<string>;
  readonly before?: Optional<string>;
  readonly revision?: Optional<number>;
  /** What the transition asks for (I3). */
  readonly fields?: Optional<UpdateIssueInput>;
}

interface Neighbours {
  readonly after: LockedIssue | null;
  readonly before: LockedIssue | null;
}

/** The card that moves, where it goes, and the cards that the move names, as far as the viewer sees them. */
export interface Move {
  readonly issue: LockedIssue;
  readonly target: Status;
  readonly named: Neighbours;
}

type WhereTo = Pick<MoveIssueArgs, "status" | "after" | "before">;

/** Null: the issue or the status does not exist for the viewer (R10). */
export async function loadMove(tx: ViewerChange, id: IssueId, args: WhereTo): Promise<Move | null> {
  const anchors = [args.after, args.before].filter((anchor) => anchor != null && isId(anchor)) as IssueId[];
  const found = await lockIssues(tx, [id, ...anchors]);
  const issue = found.get(id);
  const target = args.status == null ? issue?.status : tx.company.statusById.get(args.status as StatusId);
  if (!issue || !target) return null;
  const named = (anchor: Optional<string>) => found.get(anchor as IssueId) ?? null;
  return { issue, target, named: { after: named(args.after), before: named(args.before) } };
}

/** I3, L2, I1, R10: another status is a matter of the workflow, another place in the same one of the rank. */
export function mayMove({ viewer }: ViewerChange, { issue, target }: Move): Decision {
  const { facts, hats, status } = issue;
  const isReorder = target.id === status.id;
  return isReorder ? canRank(facts, hats) : canMoveTo(facts, hats, viewer.isBoss, target);
}

/** I5: a move conflicts only with another move to another status; rank never does. */
async function checkRevision(
  tx: ViewerChange,
  { issue, target }: Move,
  revision: Optional<number>,
): Promise<void> {
  if (revision == null) return;
  enforce(isKnownRevision(revision, issue.facts.revision));
  const current = issue.status.id;
  if (target.id === current) return;
  const base = valuesBefore({ status: current }, await changesSince(tx.change, issue, revision)).status;
  if (base !== current) throw staleMove(issue, base, target.id);
}

function standing({ target, named }: Move): Neighbours {
  const withSight = (issue: LockedIssue | null) =>
    issue && {
      issue,
      status: issue.status,
      archived: issue.facts.archived,
      isRankRead: canRead(ISSUE_FIELDS.rank, issue.hats),
    };
  const { after, before } = standingNeighbours(target, {
    after: withSight(named.after),
    before: withSight(named.before),
  });
  return { after: after?.issue ?? null, before: before?.issue ?? null };
}

/** I4: below `after`; else above `before`; else the top of the column. The card's own place counts: each move has a new rank. */
function gapFor({ change }: ViewerChange, move: Move): Promise<Gap> {
  const { after, before } = standing(move);
  if (after) return gapAfter(change, after.rank);
  if (before) return gapBefore(change, before.rank);
  const { facts } = move.issue;
  return gapAtTop(change, { unitId: facts.unitId, statusId: move.target.id }, facts.id);
}

const NO_EDIT = { before: {}, after: {} };

/**
 * I3: whoever may make a move may fill what its transition asks for. No transition asks for anything yet, so that fields are
 * an edit like any other and need its right (R5).
 */
async function planFields(
  tx: ViewerChange,
  issue: LockedIssue,
  fields: WantedEdit | null,
  revision: Optional<number>,
): Promise<PlannedEdit | typeof NO_EDIT> {
  if (fields === null || Object.keys(fields).length === 0) return NO_EDIT;
  return planEdit(tx, issue, fields, revision ?? null);
}

export async function saveMove(
  tx: ViewerChange,
  move: Move,
  edit: PlannedEdit | typeof NO_EDIT = NO_EDIT,
): Promise<void> {
  const { issue, target } = move;
  const { facts, hats, status, rank, resolution, closedAt } = issue;
  // R6: who may not write ranks moves a card all the same; the system leaves it where it is in the order.
  const mayRank = canRank(facts, hats).allowed;
  const newRank = mayRank ? await placeCard(tx.change, await gapFor(tx, move), facts.id) : rank;
  await saveIssue(tx.change, issue, "ISSUE_MOVED", {
    before: { ...edit.before, status: status.id, rank, resolution, closedAt },
    after: { ...edit.after, status: target.id, rank: newRank, ...endOf(tx.change, issue, target) },
  });
}

async function carryOut(
  tx: ViewerChange,
  move: Move,
  args: MoveIssueArgs,
  fields: WantedEdit | null,
): Promise<void> {
  enforce(mayMove(tx, move));
  enforce(checkAnchors([args.id], { after: args.after ?? null, before: args.before ?? null }));
  await checkRevision(tx, move, args.revision);
  await saveMove(tx, move, await planFields(tx, move.issue, fields, args.revision));
}

/**
 * I3: an issue that is held already goes to the top of another status, by whoever the change is made by.
 *
 * @throws RefusedError with code and rule; CONFLICT when somebody moved it to another status since the revision
 */
export async function moveToStatus(
  tx: ViewerChange,
  issue: LockedIssue,
  status: StatusId,
  revision: number,
): Promise<void> {
  const target = tx.company.statusById.get(status);
  if (!target) throw notFound();
  const move = { issue, target, named: { after: null, before: null } };
  await carryOut(tx, move, { id: issue.facts.id, status, revision }, null);
}

/**
 * I4, I3: to a place in the order, of its own column or of another one. Two people moving at once lose nothing: both moves
 * are there.
 *
 * @returns its id
 * @throws RefusedError with code and rule; CONFLICT when `revision` is given and somebody moved it to another status since
 */
export function moveIssue(
  context: RequestContext,
  args: MoveIssueArgs,
  clientMutationId: Optional<string>,
): Promise<string> {
  const id = issueIdOf(args.id);
  const fields = args.fields == null ? null : cleanEdit(args.fields);
  return changeOnce(context, { operation: "moveIssue", input: args, clientMutationId }, async (tx) => {
    const move = await loadMove(tx, id, args);
    if (!move) throw notFound();
    await carryOut(tx, move, args, fields);
    return id;
  });
}
