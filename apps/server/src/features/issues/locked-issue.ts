import { PRIORITIES, type IssueType, type Resolution } from "@stafeta/domain/issues/issue-kinds";
import type { IssueFacts } from "@stafeta/domain/issues/issue-facts";
import type { EditableValues } from "@stafeta/domain/issues/merge-edit";
import type { Status } from "@stafeta/domain/org/company";
import type { Hats } from "@stafeta/domain/rights/hats";
import { canSee, hatsOn } from "@stafeta/domain/rights/viewer";
import type { CalendarDate } from "@stafeta/domain/shared/calendar-date";
import type { IssueId, LabelId, StatusId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../access/change.js";
import type { Reader, Row } from "../../platform/db/database.js";
import { instant } from "../../platform/db/instant.js";
import { notFound } from "../../platform/graphql/refused.js";
import { editableRow, lockIssueRows, seenIssues } from "./issue-write.queries.js";

/** An issue that the viewer sees, as it stands while the change holds it. */
export interface LockedIssue {
  readonly facts: IssueFacts;
  readonly hats: Hats;
  readonly status: Status;
  readonly rank: string;
  readonly resolution: Resolution | null;
  readonly closedAt: Date | null;
}

function lockedFrom({ company, viewer }: ViewerChange, row: Row): LockedIssue {
  const [id, unitId, assigneeId, authorId, statusId, archived, revision, rank, resolution, closedAt] =
    row as [
      IssueId,
      UnitId,
      UserId | null,
      UserId,
      StatusId,
      boolean,
      number,
      string,
      Resolution | null,
      string | null,
    ];
  const [followed, unfinishedSubIssues, seenUnfinishedSubIssues, stepUnitId] = row.slice(10) as [
    boolean,
    number,
    number,
    UnitId | null,
  ];
  const status = company.statusById.get(statusId);
  const unit = company.unitById.get(unitId);
  if (!status || !unit) throw new Error(`issue ${id} is in no known unit and status`);
  const hatFacts = { unitId, assigneeId, authorId, followed, stepUnitId };
  const hats = hatsOn(viewer, hatFacts);
  const counts = { unfinishedSubIssues, seenUnfinishedSubIssues, revision };
  const closed = instant(closedAt);
  const inTransit = stepUnitId !== null;
  const facts = { id, ...hatFacts, inTransit, status, archived, unitArchived: unit.archived, ...counts };
  return { facts, hats, status, rank, resolution, closedAt: closed === null ? null : new Date(closed) };
}

/** Seen by the viewer or not: for what a change does to others by itself, or must answer for before it asks of sight. */
export async function lockWhetherSeen(tx: ViewerChange, ids: readonly IssueId[]): Promise<LockedIssue[]> {
  const rows = await lockIssueRows(tx.change, tx, ids);
  return rows.map((row) => lockedFrom(tx, row));
}

/** Those of the issues that the viewer sees (R10), by id, held until the change ends. */
export async function lockIssues(
  tx: ViewerChange,
  ids: readonly IssueId[],
): Promise<Map<IssueId, LockedIssue>> {
  const seen = (await lockWhetherSeen(tx, ids)).filter((issue) => canSee(issue.hats));
  return new Map(seen.map((issue) => [issue.facts.id, issue]));
}

/** @throws RefusedError NOT_FOUND for what does not exist or cannot be seen, alike (R10) */
export async function lockIssue(tx: ViewerChange, id: IssueId): Promise<LockedIssue> {
  const issue = (await lockIssues(tx, [id])).get(id);
  if (!issue) throw notFound();
  return issue;
}

/** R5: to name a parent is no edit of it; one must be able to read it. @throws RefusedError NOT_FOUND */
export async function requireSeen(tx: ViewerChange, parentId: string | null | undefined): Promise<void> {
  if (parentId == null) return;
  const seen = await seenIssues(tx.change, tx, [parentId]);
  if (!seen.has(parentId)) throw notFound();
}

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text);
}

/** What an edit of the locked issue starts from, in the form that the log keeps (I8). */
export async function editableValues(tx: Reader, id: IssueId): Promise<EditableValues> {
  const row = await editableRow(tx, id);
  if (!row) throw new Error(`issue ${id} is gone, though it is locked`);
  const [title, description, type, priority, parent, labels, estimate, value, startDate, dueDate] = row as [
    string,
    string | null,
    IssueType,
    number,
    IssueId | null,
    LabelId[],
    string | null,
    string | null,
    CalendarDate | null,
    CalendarDate | null,
  ];
  return {
    title,
    description,
    type,
    priority: PRIORITIES[priority] ?? "NORMAL",
    parent,
    labels: labels.toSorted(),
    estimate: numberOrNull(estimate),
    value: numberOrNull(value),
    startDate,
    dueDate,
  };
}
