import { changesBetween } from "@stafeta/domain/events/changes";
import { arrivalLabels, arrivalStatus, travelsAlong } from "@stafeta/domain/handoff/arrival";
import type { IssueId, LabelId, UserId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../access/change.js";
import { changeHolderRow } from "../issues/issue-write.queries.js";
import { lockWhetherSeen, type LockedIssue } from "../issues/locked-issue.js";
import { placeCard } from "../issues/moves/place-card.js";
import { gapAtTop } from "../issues/moves/ranks.queries.js";
import { carryHandoff, labelsOfIssue, moveIssueToUnit, subIssuesBelow } from "./arrival.queries.js";
import { tellOfHandoff } from "./handoff-events.js";
import type { LockedHandoff } from "./handoff-write.queries.js";

/** H4: an issue at the top of the target's backlog, with its new holder, and what of its labels the target knows. */
async function settle(
  { change, company }: ViewerChange,
  { facts, rank, status }: LockedIssue,
  { toUnitId, startedBy }: LockedHandoff,
  holder: UserId,
): Promise<void> {
  const { id, unitId, assigneeId, authorId } = facts;
  const target = arrivalStatus(company, toUnitId);
  const labels = await labelsOfIssue(change, id);
  const gap = await gapAtTop(change, { unitId: toUnitId, statusId: target.id }, id);
  const before = { unit: unitId, status: status.id, assignee: assigneeId, labels, rank };
  const after = {
    unit: toUnitId,
    status: target.id,
    assignee: holder,
    labels: arrivalLabels(company, labels as LabelId[], toUnitId),
    rank: await placeCard(change, gap, id),
  };
  const event = change.record({
    kind: "ISSUE_HANDED_OFF",
    entity: "issue",
    entityId: id,
    issueId: id,
    changes: changesBetween(before, after, ["unit", "status", "assignee", "labels", "rank"]),
    ...{ unitBefore: unitId, unitId: toUnitId, assigneeBefore: assigneeId, assigneeId: holder, authorId },
    // Who began it is told that it was accepted, and need not hear it twice.
    concernedIds: assigneeId === null || assigneeId === startedBy ? [holder] : [holder, assigneeId],
  });
  await moveIssueToUnit(change, id, after, { id: event, at: change.now });
  if (assigneeId !== holder) await changeHolderRow(change, id, holder, change.now);
}

/** H4: those that go along, in the order in which they stood, so that they keep it; the last one first, as each goes on top. */
async function travellers(tx: ViewerChange, handoff: LockedHandoff): Promise<LockedIssue[]> {
  if (!handoff.withSubIssues) return [];
  const ids = await subIssuesBelow(tx.change, handoff.issueId);
  const all = await lockWhetherSeen(tx, ids as IssueId[]);
  return all
    .filter(({ facts, status }) => travelsAlong({ ...facts, category: status.category }, handoff.fromUnitId))
    .toSorted((one, other) => (one.rank < other.rank ? 1 : -1));
}

/** L4: a sub-issue's passage is a hand-off of its own, without steps, and completed along with the other (L3). */
async function carry(tx: ViewerChange, sub: LockedIssue, handoff: LockedHandoff): Promise<void> {
  const { change } = tx;
  const id = await carryHandoff(change, handoff, sub.facts.id, change.now, change.nextEvent);
  await tellOfHandoff(tx, sub, {
    kind: "HANDOFF_ACCEPTED",
    handoffId: id,
    turn: { before: null, after: null },
    changes: { handoffTo: [null, handoff.toUnitId] },
    concerned: [],
  });
}

/**
 * H4: the last step is accepted, so the issue is in its new unit, at the top of the backlog; sub-issues follow if the
 * initiator said so.
 *
 * @param holder the accepting head, or the executor whom they named
 */
export async function arrive(
  tx: ViewerChange,
  issue: LockedIssue,
  handoff: LockedHandoff,
  holder: UserId,
): Promise<void> {
  for (const sub of await travellers(tx, handoff)) {
    await carry(tx, sub, handoff);
    await settle(tx, sub, handoff, holder);
  }
  await settle(tx, issue, handoff, holder);
}
